"""Ids are addresses; names make them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journey_site.source.ids import is_id, slug


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Åsa Ek", "asa-ek"),
        ("Ärende öppnat", "arende-oppnat"),
        ("Søren & Ægir", "soren-aegir"),
        ("Über-Straße", "uber-strasse"),
        ("Café – déjà vu!", "cafe-deja-vu"),
        ("A\u030ar 2026", "ar-2026"),
        ("already-one", "already-one"),
        ("  --x_y--  ", "x-y"),
        ("Анна", ""),
        ("安娜", ""),
        ("", ""),
    ],
)
def test_slug(name: str, id: str) -> None:
    assert slug(name) == id


@pytest.mark.parametrize("id", ["a", "7", "anna-ebike", "a--b", "a-"])
def test_ids(id: str) -> None:
    assert is_id(id)


@pytest.mark.parametrize("text", ["", "-a", "A", "å", "a b", "a_b", "a.b", "a\n", "٣"])
def test_no_ids(text: str) -> None:
    assert not is_id(text)


@settings(deadline=None, max_examples=200)
@given(st.text())
def test_a_slug_is_an_id_and_its_own_slug(text: str) -> None:
    made = slug(text)
    assert made == "" or is_id(made)
    assert slug(made) == made
