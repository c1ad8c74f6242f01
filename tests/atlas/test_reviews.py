"""The queue of reviews: what is in it, in which order, and who is asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from journey_site.atlas.reviews import (
    Answerer,
    by_answerer,
    contact_of,
    counted,
    has_queue,
    late,
    oldest_due,
    owner_of,
    review_queue,
)
from journey_site.handbook import Outcome

Handbook = Callable[..., Outcome]
RHYTHM = "title: H\nreview_every: 6 months\n"


def told(outcome: Outcome) -> list[tuple[str, str, int]]:
    assert not outcome.errors, [str(problem) for problem in outcome.problems]
    return [(turn.thing.id, turn.when, turn.review.overdue_days) for turn in review_queue(outcome.atlas)]


def test_overdue_first_then_by_day_and_never_last(handbook: Handbook) -> None:
    """Today is 2026-11-21; a rhythm of ten days makes the sums plain."""
    outcome = handbook({
        "personas/anna.yml": "name: Anna\n",
        "content.yml": """
            late: {title: A, reviewed: 2026-11-01, review_every: 10 days}
            later: {title: B, reviewed: 2026-11-21, review_every: 10 days}
            today: {title: C, reviewed: 2026-11-11, review_every: 10 days}
            latest: {title: D, reviewed: 2026-01-01, review_every: 10 days}
            month: {title: E, reviewed: 2026-11-20, review_every: 10 days}
            never: {title: F, review_every: 10 days}
            open: {title: G, reviewed: 2020-01-01}
        """,
    })  # fmt: skip
    assert told(outcome) == [
        ("latest", "overdue", 314), ("late", "overdue", 10), ("today", "month", 0), ("month", "month", 0),
        ("later", "later", 0), ("open", "later", 0), ("never", "never", 0),
    ]  # fmt: skip
    turns = review_queue(outcome.atlas)
    assert counted(turns) == {"overdue": 2, "month": 2, "later": 2, "never": 1}
    assert str(oldest_due(turns)) == "2026-01-11"
    assert [turn.thing.id for turn in late(turns, 10)] == ["latest"]
    assert [turn.thing.id for turn in late(turns, 9)] == ["latest", "late"]


def test_personas_and_journeys_are_asked_for_once_there_is_a_rhythm(handbook: Handbook) -> None:
    files = {
        "personas/anna.yml": "name: Anna\n",
        "journeys/buy.yml": "title: Buy\nmodel: aida\npersona: anna\nstages: [attention]\n",
        "touchpoints.yml": "shop: Shop\n",
    }
    assert not has_queue(handbook(files).atlas)
    outcome = handbook({"handbook.yml": RHYTHM, **files})
    assert has_queue(outcome.atlas)
    assert told(outcome) == [("anna", "never", 0), ("buy", "never", 0)], "neither touchpoints nor built-in models"


def test_what_is_retired_is_no_work_and_drafts_only_where_they_are_shown(handbook: Handbook) -> None:
    files = {
        "content.yml": """
            old: {title: A, reviewed: 2020-01-01, publish: retired}
            new: {title: B, reviewed: 2020-01-01, publish: draft}
        """,
    }
    outcome = handbook({"handbook.yml": RHYTHM, **files})
    assert told(outcome) == [] and not has_queue(outcome.atlas)
    assert [identity for identity, *_ in told(handbook({}, drafts=True))] == ["new"]


def test_an_edition_has_its_own_queue(handbook: Handbook) -> None:
    files = {
        "handbook.yml": RHYTHM + "audiences: [internal, client]\n",
        "content.yml": "a: {title: A, reviewed: 2020-01-01, audience: internal}\nb: {title: B, reviewed: 2021-01-01}\n",
    }
    assert [identity for identity, *_ in told(handbook(files))] == ["a", "b"]
    assert [identity for identity, *_ in told(handbook(files, audience="client"))] == ["b"]


def test_by_owner_whoever_is_most_overdue_first_and_nobody_last(handbook: Handbook) -> None:
    outcome = handbook({
        "handbook.yml": RHYTHM + "departments:\n  sales: {name: Sales, contact: 'mailto:s@x.example'}\n  care: {name: Care, reviewed: 2026-11-01}\n",
        "content.yml": """
            a: {title: A, reviewed: 2020-01-01}
            b: {title: B, reviewed: 2021-01-01, owner: {name: Eva Ek, contact: "tel:+46123"}}
            c: {title: C, reviewed: 2022-01-01, owner: {department: sales, name: Bo}}
            d: {title: D, reviewed: 2026-11-01, owner: sales}
            e: {title: E, reviewed: 2026-11-01, owner: {contact: "mailto:e@x.example"}}
        """,
    })  # fmt: skip
    found = by_answerer(review_queue(outcome.atlas))
    assert [(who, [turn.thing.id for turn in turns]) for who, turns in found.items()] == [
        (Answerer("", "Eva Ek"), ["b"]),
        (Answerer("sales", ""), ["c", "d"]),
        (Answerer("care", ""), ["care"]),
        (Answerer("", "mailto:e@x.example"), ["e"]),
        (Answerer("", ""), ["a"]),
    ]


@pytest.mark.parametrize(
    ("owner", "contact"),
    [
        ("sales", "mailto:s@x.example"),
        ("{department: sales, contact: 'tel:+46123'}", "tel:+46123"),
        ("{department: mute, name: Eva}", ""),
        ("", ""),
    ],
)
def test_where_an_owner_is_reached(owner: str, contact: str, handbook: Handbook) -> None:
    outcome = handbook({
        "handbook.yml": "title: H\ndepartments:\n  sales: {contact: 'mailto:s@x.example'}\n  mute: Mute\n",
        "content.yml": f"a: {{title: A, owner: {owner}}}\n" if owner else "a: A\n",
    })  # fmt: skip
    assert contact_of(owner_of(outcome.atlas.content["a"]), outcome.atlas) == contact


def test_a_department_answers_for_itself(handbook: Handbook) -> None:
    atlas = handbook({"handbook.yml": "title: H\ndepartments:\n  a: {name: A, contact: 'mailto:a@x.example'}\n  b: {name: B, owner: a}\n"}).atlas
    assert contact_of(owner_of(atlas.departments["a"]), atlas) == "mailto:a@x.example"
    assert contact_of(owner_of(atlas.departments["b"]), atlas) == "mailto:a@x.example", "unless another does"
