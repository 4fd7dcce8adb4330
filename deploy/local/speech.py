"""Words for the person at the keyboard. The one place that prints."""


def tell(text: str) -> None:
    """Print at once, also into a pipe."""
    print(text, flush=True)  # noqa: T201 - this is a command; its output is for people
