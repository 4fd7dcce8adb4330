"""Messages on their way out: who is told what, and what an answer means for an incident."""
