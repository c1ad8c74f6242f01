"""The queue of reviews as JSON, for a chat bot or a calendar: whose turn it is to check what."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from journey_site.atlas.atlas import Atlas
from journey_site.atlas.reviews import (
    Answerer,
    Turn,
    answerer,
    by_answerer,
    contact_of,
    counted,
    oldest_due,
    review_queue,
)
from journey_site.documents.values import Owner

FORMAT = "journey-site reviews"
VERSION = 1
"""Goes up when a field is dropped or comes to mean something else; new fields leave it as it is."""

_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def review_json(
    atlas: Atlas,
    address_of: Callable[[str, str, str], str],
    *,
    site: str = "",
    turns: Sequence[Turn] | None = None,
) -> Iterator[bytes]:
    """The queue as JSON in UTF-8, with a line for each owner and each thing.

    ``address_of`` gives the page of a thing by kind, id and an empty stage; ``site`` is the address that
    the site is known to have. ``turns`` is a part of the queue; left out, it is all of it.
    """
    queue = review_queue(atlas) if turns is None else turns
    head = {
        "format": FORMAT,
        "version": VERSION,
        "date": atlas.today.isoformat(),
        **({"site": site} if site else {}),
        "language": atlas.language,
        "title": dict(atlas.handbook.name.values),
        "counts": _counts(queue),
    }
    yield _bytes(_ENCODE(head)[:-1])
    owners = by_answerer(queue)
    yield from _listed("owners", [_owner(who, found, atlas) for who, found in owners.items()])
    yield from _listed("reviews", [_turn(turn, atlas, address_of) for turn in queue])
    yield b"}\n"


def _listed(name: str, entries: Sequence[dict[str, Any]]) -> Iterator[bytes]:
    yield _bytes(f",\n{_ENCODE(name)}:[")
    for at, entry in enumerate(entries):
        yield _bytes(("," if at else "") + "\n" + _ENCODE(entry))
    yield b"]"


def _bytes(words: str) -> bytes:
    return words.encode("utf-8", "replace")


def _counts(turns: Sequence[Turn]) -> dict[str, int]:
    return {_STATES.get(when, when): count for when, count in counted(turns).items()}


_STATES: dict[str, str] = {"month": "due_this_month"}
"""What is called otherwise in the file."""


def _owner(who: Answerer, turns: Sequence[Turn], atlas: Atlas) -> dict[str, Any]:
    """One owner with what it has to check; what nobody owns stands without a name."""
    told: dict[str, Any] = {}
    if department := atlas.departments.get(who.department):
        told |= {"department": who.department, "name": dict(department.name.values)}
        told |= {"contact": department.contact} if department.contact else {}
    else:
        told |= _person(turns[0].owner, atlas) if who else {}
    since = oldest_due(turns)
    return told | _counts(turns) | ({"oldest": since.isoformat()} if since else {})


def _person(owner: Owner | None, atlas: Atlas) -> dict[str, Any]:
    told = {"person": owner.name if owner else "", "contact": contact_of(owner, atlas)}
    return {key: value for key, value in told.items() if value}


def _turn(turn: Turn, atlas: Atlas, address_of: Callable[[str, str, str], str]) -> dict[str, Any]:
    thing, review = turn.thing, turn.review
    told: dict[str, Any] = {"kind": turn.kind, "id": thing.id}
    if address := address_of(turn.kind, thing.id, ""):
        told["address"] = address
    told["name"] = dict(thing.name.values)
    owner = _person(turn.owner, atlas)
    if department := answerer(turn.owner).department:
        owner = {"department": department, **owner}
    if owner:
        told["owner"] = owner
    told["state"] = _STATES.get(turn.when, turn.when)
    if review.reviewed:
        told["reviewed"] = review.reviewed.isoformat()
    if review.by:
        told["reviewed_by"] = review.by
    if review.due:
        told["due"] = review.due.isoformat()
    if review.overdue:
        told["days_late"] = review.overdue_days
    return told
