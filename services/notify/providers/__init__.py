"""The outside world: text messages and calls by Twilio, e-mail by SMTP. Edges that translate."""
