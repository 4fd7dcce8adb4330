"""The one way in which a command gives up: a sentence for the person at the keyboard."""


class CannotStart(Exception):
    """What stands in the way, in one sentence. The command prints it and ends with status 1."""
