"""The identity service: who somebody is: utilities, firms, people, factors, sessions."""
