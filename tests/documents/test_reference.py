"""The reference that is made from the declarations."""

from __future__ import annotations

import pytest

from journey_site.documents.handbook import TABLES
from journey_site.documents.reference import KindReference, reference, reference_markdown


@pytest.mark.parametrize("kind", reference(), ids=lambda kind: kind.title)
def test_every_field_says_what_it_is_and_what_it_takes(kind: KindReference) -> None:
    assert kind.description.endswith(".")
    assert kind.fields or kind.also
    for field in kind.fields:
        assert field.takes, field
        assert field.description.endswith("."), field


def test_keys_are_those_that_people_write() -> None:
    kinds = {kind.title: {field.key for field in kind.fields} for kind in reference()}
    assert {"from", "to"} <= kinds["A touchpoint in a stage"]
    assert "title, name" in kinds["A journey"]
    assert "name, title" in kinds["A persona"]


def test_the_page_has_a_table_for_each_kind() -> None:
    page = reference_markdown()
    assert page.count("| Key |") == len(reference())
    assert all(f"`{table}`" in page for table in TABLES)
    assert all(line.count("|") - line.count("\\|") == 4 for line in page.splitlines() if line.startswith("|"))
