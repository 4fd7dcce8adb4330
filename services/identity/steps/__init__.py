"""Steps several operations share: send a code, check one, open and end a session."""
