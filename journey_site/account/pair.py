"""Two versions side by side, with what one must know of both to tell what changed."""

from __future__ import annotations

from functools import cached_property

from journey_site.atlas.atlas import Atlas
from journey_site.diff.changes import ThingChange
from journey_site.diff.compare import compare
from journey_site.diff.guessed_renames import guessed_renames
from journey_site.diff.renames import renames
from journey_site.problems import Span
from journey_site.site.language import Language
from journey_site.site.voice import Voice
from journey_site.two_versions import Side


def voice_of(atlas: Atlas, quotes: str) -> Voice:
    """How an account speaks: in English, with the handbook's own words in the language ``quotes``."""
    return Voice(atlas, Language("en"), quotes=quotes)


class Pair:
    """An earlier and a later version of one handbook."""

    def __init__(self, before: Side, after: Side, language: str = "") -> None:
        self.sides = before, after
        self.before, self.after = before.atlas, after.atlas
        quotes = language or (self.after if after.there else self.before).language
        self.voices = voice_of(self.before, quotes), voice_of(self.after, quotes)
        self.known = renames(self.before, self.after)
        """What names its old id."""
        self.found = self.known | guessed_renames(self.before, self.after, self.known)
        """What has another id, whether it says so or not."""
        self.named_files = tuple(
            frozenset({atlas.handbook.origin.file, *(thing.file for _, thing in atlas.things())}) for atlas in (self.before, self.after)
        )
        """The files that may be named to those it is told to."""

    @cached_property
    def drafts(self) -> tuple[ThingChange, ...]:
        """Drafts that changed, where drafts are not told of and there is nobody to hide them from."""
        one, other = (side.everything for side in self.sides)
        if not self.sides[1].open or (self.before is one and self.after is other):
            return ()
        changed = compare(one, other)
        return tuple(each for each in changed if all(thing is None or thing.publish == "draft" for thing in (each.before, each.after)))

    def earlier_id(self, kind: str, identity: str) -> str:
        """The id that a thing had; empty when it had this one."""
        return next((one for (of, one), new in self.found.things.items() if of == kind and new == identity), "")

    def place(self, thing: object, side: int) -> Span | None:
        """Where something is written; nothing where its file may not be named to these readers."""
        place = getattr(thing, "origin", None)
        return place if isinstance(place, Span) and place.file in self.named_files[side] else None
