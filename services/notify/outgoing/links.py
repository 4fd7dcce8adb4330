"""Addresses of pages in the portals."""

from __future__ import annotations

from services.notify.settings import addresses


def contractor(path: str = "/") -> str:
    """A page of the contractor portal."""
    return addresses().public_url.rstrip("/") + path


def operator(path: str = "/") -> str:
    """A page of the operator portal."""
    return addresses().operator_url.rstrip("/") + path


def case_page(case_id: str) -> str:
    """The case, for the firm."""
    return contractor(f"/saker/{case_id}")


def operators_case_page(case_id: str) -> str:
    """The case, for the utility."""
    return operator(f"/saker/{case_id}")
