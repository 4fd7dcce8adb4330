"""The relay: publishes a service's outbox, in order, with the broker's confirmation."""
