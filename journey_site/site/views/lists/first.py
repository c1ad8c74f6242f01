"""The verdict at the head of a page: the worst that is known of a thing, and what could be done about it or beside it."""

from __future__ import annotations

from journey_site.atlas.uses import Use
from journey_site.documents.items import Opportunity, TouchpointUse
from journey_site.site.addresses import Link
from journey_site.site.views.entries import Labelled, face_of, owner_view
from journey_site.site.views.lists import rows
from journey_site.site.views.lists.tables import Cell, FirstView
from journey_site.site.views.people.person import whose
from journey_site.site.views.used import touchpoint_view
from journey_site.site.voice import Voice

SEVERE = 4


def first_of(use: Use, voice: Voice, label: str) -> FirstView | None:
    """The verdict on a touchpoint in a stage, or on a pain; None when it is not bad, or nobody knows."""
    entry = use.entry
    if isinstance(entry, TouchpointUse):
        face = face_of(entry.experience, voice)
        if face is None or face.level > 2:
            return None
        view = touchpoint_view(entry, voice)
        what = Cell(view.entry.words, view.link, face=face, note=entry.note or "")
    elif (entry.severity or 0) >= SEVERE:
        what = Cell(getattr(entry, "text", None) or "", score=entry.severity)
    else:
        return None
    place = rows.place_cell(use.place, voice)
    where = Labelled(place.words, place.link, note=whose(use.place.journey, voice))
    remedy = _remedy(use, voice)
    if remedy is None:
        return FirstView(label, what, where)
    stage = use.place.stage
    link = voice.stage_link(use.place.journey, stage, "opportunities") if stage else Link()
    meant = voice._("A way out:") if _solves(remedy, use) else voice._("Most promising in this stage:")
    return FirstView(label, what, where, remedy.text or "", meant, link, tuple(_facts(remedy, voice)))


def _remedy(use: Use, voice: Voice) -> Opportunity | None:
    """The best opportunity in the same stage that is still open; one that solves this very pain goes first."""
    stage = use.place.stage
    if stage is None:
        return None
    here = [*stage.opportunities, *(each for step in stage.steps for each in step.opportunities)]
    still_open = [each for each in here if each.status not in ("done", "dropped")]
    return min(
        still_open,
        key=lambda each: (not _solves(each, use), -(each.impact or 0), each.effort or 6),
        default=None,
    )


def _solves(opportunity: Opportunity, use: Use) -> bool:
    return bool(use.entry.id and use.entry.id in opportunity.solves)


def _facts(remedy: Opportunity, voice: Voice) -> list[str]:
    owner = owner_view(remedy.owner, voice)
    return [
        *([voice._("impact %(num)s") % {"num": remedy.impact}] if remedy.impact else []),
        *([voice._("effort %(num)s") % {"num": remedy.effort}] if remedy.effort else []),
        *([answers] if (answers := rows.said(owner.words, voice) if owner else voice.no_owner) else []),
    ]
