"""Links in messages lead to the portals of the utility that writes."""

from __future__ import annotations

from services.notify.outgoing import links

OWN = ("https://e.vestvik.example", "https://o.vestvik.example")


def test_each_portal_has_its_own_address() -> None:
    values = {"link": links.case_page("1"), "queue": links.operators_case_page("1"), "firm": "M"}
    assert links.at_utility(values, OWN) == {
        "link": "https://e.vestvik.example/saker/1",
        "queue": "https://o.vestvik.example/saker/1",
        "firm": "M",
    }


def test_a_utility_without_one_uses_the_installation_s() -> None:
    values = {"link": links.contractor("/saker")}
    assert links.at_utility(values, ("", "")) == values


def test_what_only_begins_alike_is_left_alone() -> None:
    values = {"note": links.contractor("").rstrip("/") + ".evil.example/x"}
    assert links.at_utility(values, OWN) == values
