"""Identifiers in the vendor's form."""

import secrets


def new_sid(prefix: str) -> str:
    """``SM`` (text), ``CA`` (call) or our own ``EM`` (e-mail) and 32 hexadecimal digits."""
    return prefix + secrets.token_hex(16)
