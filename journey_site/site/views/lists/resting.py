"""What rests on a source beside the claims in journeys: shared things, and what is said of personas."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.documents.items import Common, Item
from journey_site.documents.things import Thing
from journey_site.documents.walk import within
from journey_site.site import vocabulary
from journey_site.site.views.lists import rows
from journey_site.site.views.lists.tables import Cell, Column, Table
from journey_site.site.views.recalled import recalled
from journey_site.site.voice import Voice

_KINDS = ("personas", "touchpoints", "content", "metrics", "channels", "departments", "models")


@dataclass(frozen=True, slots=True)
class Resting:
    """A thing, or an entry on its page, that names a source."""

    kind: str
    thing: Thing
    entry: Common


@recalled
def resting_on(voice: Voice) -> dict[str, list[Resting]]:
    """By source: what rests on it outside of journeys."""
    found: dict[str, list[Resting]] = {}
    for kind in _KINDS:
        for thing in voice.atlas.table(kind).values():
            if thing.publish == "retired":
                continue
            for part in within(thing):
                if isinstance(part, Common):
                    for source in part.evidence:
                        found.setdefault(source, []).append(Resting(kind, thing, part))
    return found


def resting_table(source: str, voice: Voice) -> Table:
    """What rests on ``source`` outside of journeys, as a table."""
    columns = (Column(voice._("Claim")), Column(voice._("Where")), Column(voice._("Confidence")))
    found = tuple(_row(each, voice) for each in resting_on(voice).get(source, ()))
    return Table("things", voice._("Beside the journeys"), "material/link-variant", columns, found)


def _row(resting: Resting, voice: Voice) -> tuple[Cell, ...]:
    thing, entry = resting.thing, resting.entry
    kind = voice._(vocabulary.KINDS[resting.kind][0])
    name = Cell(thing.name, voice.link_to(resting.kind, thing), note=kind)
    said = entry.text if isinstance(entry, Item) and entry.text else getattr(entry, "name", None) or thing.name
    label = vocabulary.CONFIDENCES[entry.confidence][0] if entry.confidence else ""
    return Cell(said), name, Cell(voice._(label)) if label else rows.unknown(voice._("not stated"))
