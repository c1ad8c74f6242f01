"""Relative addresses: from any page to any other, they lead where they should."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_site.site.addresses import Addresses, Link, directory_address, relative

part = st.from_regex(r"[a-z][a-z0-9-]{0,6}", fullmatch=True)
folders = st.lists(part, max_size=4).map(lambda parts: "".join(f"{each}/" for each in parts))
pages = st.one_of(folders, st.tuples(folders, part).map(lambda both: f"{both[0]}{both[1]}.html"))


@given(pages, pages)
def test_a_relative_address_joined_with_the_page_gives_the_target(here: str, target: str) -> None:
    assert urljoin(f"https://x.example/{here}", relative(here, target)) == f"https://x.example/{target}"


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("index.md", ""),
        ("journeys/index.md", "journeys/"),
        ("journeys/anna/index.md", "journeys/anna/"),
        ("journeys/anna/decision.md", "journeys/anna/decision/"),
    ],
)
def test_folders_are_addresses(uri: str, address: str) -> None:
    assert directory_address(uri) == address


def test_links() -> None:
    addresses = Addresses("journeys/anna/", directory_address)
    assert addresses.href(Link("journeys/anna/decision.md", "thoughts")) == "decision/#thoughts"
    assert addresses.href(Link("journeys/anna/index.md", "pains")) == "#pains"
    assert addresses.href(Link(anchor="pains")) == "#pains"
    assert addresses.href(Link(elsewhere="https://example.com/")) == "https://example.com/"
    assert addresses.href(Link()) == ""
    assert not Link()
