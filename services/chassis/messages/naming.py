"""Names on the wire follow from class names."""

import re

_BOUNDARY = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def snake_case(name: str) -> str:
    """`RequestInformation` -> `request_information`."""
    return _BOUNDARY.sub("_", name).lower()
