"""``review.json``: what a chat bot reads."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from journey_site.atlas.reviews import review_queue
from journey_site.data_files import data_files
from journey_site.exchange.review_json import review_json
from journey_site.handbook import Outcome
from journey_site.site.addresses import directory_address

Handbook = Callable[..., Outcome]
GUIDE = Path(__file__).resolve().parents[2] / "maps/guide/reviews.md"
FILES = {
    "handbook.yml": """
        title: {sv: Resor, en: Journeys}
        languages: [sv, en]
        review_every: 6 months
        departments: {sales: {name: Sälj, contact: "mailto:salj@x.example"}}
    """,
    "journeys/a.yml": "title: A\nreviewed: 2026-02-27\nreviewed_by: Eva Ek\nowner: {department: sales, name: Eva Ek}\nstages: [one]\n",
    "personas/anna.yml": "name: \"Anna </script> \\\"Ek\\\"\"\n",
    "metrics.yml": "reach: {name: Reach, reviewed: 2026-11-20, owner: {name: Bo, contact: 'tel:+46123'}}\n",
}


def told(outcome: Outcome, home: str = "") -> dict[str, Any]:
    assert not outcome.errors, [str(problem) for problem in outcome.problems]
    made = data_files(outcome.site(), directory_address, home)["review.json"]
    found: dict[str, Any] = json.loads(b"".join(made()))
    return found


def test_whose_turn_it_is(handbook: Handbook) -> None:
    data = told(handbook(FILES), "https://example.com/")
    assert (data["format"], data["version"], data["date"]) == ("journey-site reviews", 1, "2026-11-21")
    assert (data["site"], data["language"], data["title"]) == ("https://example.com/", "sv", {"sv": "Resor", "en": "Journeys"})
    assert data["counts"] == {"overdue": 1, "due_this_month": 0, "later": 1, "never": 1}
    assert data["owners"] == [
        {"department": "sales", "name": {"sv": "Sälj"}, "contact": "mailto:salj@x.example",
         "overdue": 1, "due_this_month": 0, "later": 0, "never": 0, "oldest": "2026-08-28"},
        {"person": "Bo", "contact": "tel:+46123", "overdue": 0, "due_this_month": 0, "later": 1, "never": 0},
        {"overdue": 0, "due_this_month": 0, "later": 0, "never": 1},
    ]  # fmt: skip
    assert data["reviews"] == [
        {"kind": "journeys", "id": "a", "address": "journeys/a/", "name": {"sv": "A"},
         "owner": {"department": "sales", "person": "Eva Ek", "contact": "mailto:salj@x.example"},
         "state": "overdue", "reviewed": "2026-02-27", "reviewed_by": "Eva Ek", "due": "2026-08-28", "days_late": 85},
        {"kind": "metrics", "id": "reach", "address": "metrics/#reach", "name": {"sv": "Reach"},
         "owner": {"person": "Bo", "contact": "tel:+46123"}, "state": "later", "reviewed": "2026-11-20", "due": "2027-05-21"},
        {"kind": "personas", "id": "anna", "address": "personas/anna/", "name": {"sv": 'Anna </script> "Ek"'}, "state": "never"},
    ]  # fmt: skip


def test_it_goes_with_its_page(handbook: Handbook) -> None:
    outcome = handbook({"personas/anna.yml": "name: Anna\n"})
    assert "review.json" not in data_files(outcome.site(), directory_address)


def test_a_part_of_the_queue_is_counted_alone(handbook: Handbook) -> None:
    atlas = handbook(FILES).atlas
    data = json.loads(b"".join(review_json(atlas, lambda *_: "", turns=review_queue(atlas)[:1])))
    assert data["counts"]["overdue"] == 1 and data["counts"]["never"] == 0
    assert [entry["id"] for entry in data["reviews"]] == ["a"] and "address" not in data["reviews"][0]
    empty = json.loads(b"".join(review_json(atlas, lambda *_: "", turns=[])))
    assert (empty["owners"], empty["reviews"]) == ([], [])


def test_every_field_is_in_the_guide(handbook: Handbook) -> None:
    data, guide = told(handbook(FILES), "https://example.com/"), GUIDE.read_text(encoding="utf-8")
    names = {*data, *data["counts"]}.union(*data["owners"], *data["reviews"], *(entry.get("owner", {}) for entry in data["reviews"]))
    assert [name for name in sorted(names) if f"`{name}`" not in guide] == []
    example = json.loads(guide.split("```json\n")[1].split("```")[0])
    assert set(example) == set(data)
    assert set(example["reviews"][0]) == set(data["reviews"][0])
