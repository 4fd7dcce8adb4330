"""What cases tells. Each carries what a listener needs to act without asking back."""
