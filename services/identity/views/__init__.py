"""What is shown of people, firms and sessions."""
