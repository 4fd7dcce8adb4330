"""National identity numbers (fødselsnummer, D-number): found in texts so that none is kept.

Rule: eleven digits, a possible date first (day + 40 in a D-number; month + 40, 65 or 80 in test
numbers), and two check digits modulo 11 with the weights below (Skatteetaten).
"""

from __future__ import annotations

import re

_ELEVEN = re.compile(r"(?<!\d)(\d{6})[ .\-\u00a0]?(\d{5})(?!\d)")
_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_DAYS = frozenset({*range(1, 32), *range(41, 72)})
_MONTHS = frozenset(month + added for added in (0, 40, 65, 80) for month in range(1, 13))


def holds_national_id(text: str) -> bool:
    """True when somewhere in the text stands a number that can be a person's.

    Other numbers of eleven digits (accounts, meters, telephone with country code) pass unless
    both check digits happen to fit: about one in 120 of those that begin as a date.
    """
    return any(_is_one(first + last) for first, last in _ELEVEN.findall(text))


def _is_one(digits: str) -> bool:
    numbers = [int(digit) for digit in digits]
    if int(digits[:2]) not in _DAYS or int(digits[2:4]) not in _MONTHS:
        return False
    return all(
        _check_digit(numbers, weights) == numbers[len(weights)] for weights in (_FIRST, _SECOND)
    )


def _check_digit(numbers: list[int], weights: tuple[int, ...]) -> int:
    """11 minus the sum modulo 11; 11 becomes 0, and 10 is no digit, so it never fits."""
    total = sum(weight * number for weight, number in zip(weights, numbers, strict=False))
    return -total % 11
