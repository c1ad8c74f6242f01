"""From two versions to the account: what changed, what breaks, what else is affected, who answers for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from journey_site.account.account import Account, Change, Told
from journey_site.account.affected import broken_places, unused_now
from journey_site.account.beside import drafts, felt_otherwise, moved_files, other_files, rewritten
from journey_site.account.in_short import called
from journey_site.account.owners import concerned
from journey_site.account.pair import Pair
from journey_site.account.places_kept import Address, lost_addresses
from journey_site.account.remarks import emptied, gone, holds, lanes_of, stage_gone, was_draft, write_was
from journey_site.account.rows import UNSEEN, UNSEEN_SETTINGS, Row, Rows, in_short_key
from journey_site.account.told_once import told_once
from journey_site.atlas.atlas import KINDS_IN_ORDER, SCHEME_KINDS, Atlas
from journey_site.atlas.differences import Added, Altered, Difference, Removed, differences
from journey_site.diff.changes import ThingAdded, ThingChange, ThingChanged, ThingRemoved
from journey_site.diff.compare import compare
from journey_site.diff.renames import with_new_ids
from journey_site.documents.items import Item
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.things import Thing
from journey_site.site.addresses import Link, stage_uri, thing_uri
from journey_site.site.voice import Voice
from journey_site.two_versions import Side

_SETTINGS = "handbook"
_HIDE_NOTHING = frozenset({f"unknown-{noun}" for noun in (*SCHEME_KINDS, "person", "stage", "pain")})
"""Mistakes by which nothing goes unread: a reference to what is not there."""


def account_of(before: Side, after: Side, *, preview: str = "", audience: str = "", language: str = "") -> Account:
    """What there is to tell of ``after`` to somebody who knows ``before``; ``preview`` is where ``after`` can be seen.

    ``language`` is that of the handbook's own words, left out its first; everything around them is English.
    """
    return _Gathering(before, after, language).account(preview, audience)


class _Gathering:
    """One pair of versions."""

    def __init__(self, before: Side, after: Side, language: str) -> None:
        self.pair = pair = Pair(before, after, language)
        self.sides, self.before, self.after = pair.sides, pair.before, pair.after
        self.voices, self.known, self.found = pair.voices, pair.known, pair.found
        self.rows = Rows(*pair.voices)
        self.wrong = frozenset(problem.span.file for side in self.sides for problem in side.errors if problem.rule not in _HIDE_NOTHING)
        self.lost: dict[tuple[str, str, str], list[Address]] = {}
        for each in lost_addresses(self.before, self.after) if after.there else ():
            self.lost.setdefault((each.kind, each.thing, each.stage), []).append(each)

    def account(self, preview: str, audience: str) -> Account:
        changes = [*self._settings()]
        # What still names an old id is told as such, and not as something else that is referred to.
        later = with_new_ids(self.after, self.found)
        earlier = with_new_ids(self.before, self.found)
        things = [*self._with_ids(self._readable(compare(self.before, later, self.found, earlier)), earlier, later)]
        for each in things:
            changes += self._of_thing(each)
        changes += moved_files(self.pair, {(change.kind, change.thing) for change in changes})
        changes = [change for change in told_once(changes, self.after) if self._tells(change)]
        told = [self._told(side) for side in self.sides]
        gone = {(each.kind, each.thing, each.stage) for found in self.lost.values() for each in found if not each.item}
        return Account(
            self.voices[1].words(self.after.handbook.name) or self.voices[0].words(self.before.handbook.name),
            told[0],
            told[1],
            tuple(changes),
            broken_places(self.after, gone, self.sides[1].pages, self.voices, self.pair.named_files[1]),
            unused_now(self.before, self.after, self.voices[1]),
            concerned(things, changes, self.voices),
            rewritten(self.pair, changes),
            drafts(self.pair),
            other_files(self.pair),
            tuple(felt_otherwise(self.pair, things)),
            preview,
            audience,
            self.voices,
        )

    def _told(self, side: Side) -> Told:
        # Of what is wrong in what an audience may not see, not even the place is told.
        shown = side.errors if side.open else ()
        return Told(side.label, side.commit, side.there, shown, len(side.errors) - len(shown))

    def _readable(self, found: Sequence[ThingChange]) -> list[ThingChange]:
        """What is not just unread: a thing that one version could not read was neither added nor removed."""

        def unread(side: Side, kind: str, identity: str) -> bool:
            return kind in side.everything.partial or identity in side.everything.unread.get(kind, ())

        return [
            each for each in found
            if not (isinstance(each, ThingRemoved) and unread(self.sides[1], each.kind, each.thing.id))
            and not (isinstance(each, ThingAdded) and unread(self.sides[0], each.kind, each.thing.id))
        ]  # fmt: skip

    def _with_ids(self, found: Sequence[ThingChange], earlier: Atlas, later: Atlas) -> Iterator[ThingChange]:
        """``found``, and things of which nothing is otherwise but ids: their own old ones, and those of what is in them."""
        told = {(each.kind, each.thing.id): each for each in found}
        renamed = {("journeys", journey) for journey, _ in self.found.stages}
        lost = {(kind, self.found.things.get((kind, thing), thing)) for kind, thing, _ in self.lost}
        for kind in KINDS_IN_ORDER:
            yield from (each for each in found if each.kind == kind and not isinstance(each, ThingChanged))
            for identity, thing in later.table(kind).items():
                change = told.get((kind, identity))
                stood = earlier.table(kind).get(identity)
                if stood is None or isinstance(change, ThingAdded):
                    continue
                old_ids = tuple(one for one in differences(stood, thing) if one.field == "was") if stood.was != thing.was else ()
                if isinstance(change, ThingChanged):
                    yield replace(change, within=(*change.within, *old_ids))
                elif old_ids or (kind, identity) in renamed | lost:
                    yield ThingChanged(kind, stood, thing, old_ids)

    def _tells(self, change: Change) -> bool:
        return bool(change.rows or change.lost or change.file_moved or change.sort != "changed" or change.retired is not None)

    # Settings

    def _settings(self) -> Iterator[Change]:
        if not self.sides[0].there or not self.sides[1].there:
            return
        one, other = self.before.handbook, self.after.handbook
        rows = tuple(self.rows.of(differences(one, other), UNSEEN | UNSEEN_SETTINGS))
        if rows:
            name = self.voices[1].words(other.name)
            yield Change("changed", _SETTINGS, "", name, rows=rows, link=Link("index.md"), before_at=one.origin, after_at=other.origin)

    # Things

    def _of_thing(self, each: ThingChange) -> Iterator[Change]:
        thing = each.thing
        voice = self.voices[1] if each.after is not None else self.voices[0]
        kind = each.kind
        old = self.pair.earlier_id(kind, thing.id)
        change = Change(
            "changed", kind, thing.id, voice.words(thing.name), personas=self._personas(thing, voice),
            lost=self._lost(kind, old or thing.id), before_at=self.pair.place(each.before, 0), after_at=self.pair.place(each.after, 1),
            link=self._link(kind, each.after), in_doubt=self._in_doubt(each),
        )  # fmt: skip
        match each:
            case ThingAdded():
                yield replace(change, sort="added", lost=(), holds=holds(thing, voice), remarks=was_draft(self.pair, kind, thing.id))
            case ThingRemoved():
                stages = tuple(one for stage in getattr(thing, "stages", ()) for one in self._lost(kind, thing.id, stage.id))
                yield replace(
                    change, sort="removed", lost=(*change.lost, *stages), holds=holds(thing, voice), remarks=gone(self.pair, kind, thing.id)
                )
            case ThingChanged():
                whole = [one for one in each.within if not (kind == "journeys" and one.field == "stages" and (one.before or one.after) and not _is_order(one))]
                self.rows.of_things = tuple(side for side in (each.after, each.before) if side is not None)
                rows = tuple(self._rows(whole, change.lost))
                change = replace(change, rows=rows, retired=each.retired)
                if each.has_new_id:
                    says = (kind, old) in self.known.things
                    todo = () if says else (write_was(old),)
                    change = replace(change, sort="renamed", was=old, says_was=says, remarks=todo)
                elif rows and all(row.sort == "moved" for row in rows):
                    change = replace(change, sort="moved")
                yield change
                if isinstance(each.before, Journey) and isinstance(each.after, Journey):
                    yield from self._stages(each, each.before, each.after, old)

    def _stages(self, each: ThingChanged, before: Journey, after: Journey, old: str) -> Iterator[Change]:
        within = {getattr(one.after or one.before, "id", ""): one for one in each.within if one.field == "stages" and not _is_order(one)}
        new_ids = {new: one for (journey, one), new in self.found.stages.items() if journey == after.id}
        places = [stage.id for stage in after.stages] + [stage.id for stage in before.stages if not after.stage(stage.id)]
        moved = _moved_entries(within.values())
        for identity in dict.fromkeys(places):
            one = within.get(identity)
            was = new_ids.get(identity, "")
            lost = self._lost("journeys", old or after.id, was or identity)
            stage = after.stage(identity) or before.stage(identity)
            if stage is None or (one is None and not lost and not was):
                continue
            change = Change(
                "changed", "stages", after.id, self.voices[1].words(stage.name), identity, self.voices[1].words(after.name),
                self._personas(after, self.voices[1]), was, lost=lost, link=self._link("journeys", after, identity),
                before_at=self.pair.place(one.before if one else None, 0), after_at=self.pair.place(after.stage(identity), 1),
                in_doubt=self._in_doubt(each),
            )  # fmt: skip
            match one:
                case Added():
                    yield replace(change, sort="added", lost=(), holds=lanes_of(stage, self.voices[1]))
                case Removed():
                    yield replace(change, sort="removed", holds=lanes_of(stage, self.voices[0], is_gone=True), remarks=stage_gone(after, identity))
                case Altered(before=Stage() as stood, after=Stage() as left) if not was and _is_bare(left, after) and not _is_bare(stood, before):
                    remarks = (emptied(left, after, self.voices[1]),)
                    yield replace(change, sort="removed", emptied=True, after_at=None, holds=lanes_of(stood, self.voices[0], is_gone=True), remarks=remarks)
                case _:
                    if was:
                        says = (after.id, was) in self.known.stages
                        todo = () if says else (write_was(was),)
                        change = replace(change, sort="renamed", says_was=says, remarks=todo)
                    rows = self._rows(one.within, lost, moved, identity) if isinstance(one, Altered) else ()
                    yield replace(change, rows=tuple(rows))

    def _rows(
        self, found: Sequence[Difference], lost: Sequence[Address], moved: Mapping[int, str] | None = None, stage: str = ""
    ) -> Iterator[Row]:
        """The rows, with those marked whose own address is lost, or whose entry stands elsewhere now."""
        items = {each.item for each in lost if each.item}
        for row in self.rows.of(found):
            identity = getattr(row.before, "id", None) or (row.before if row.path.endswith(".id") else None)
            if isinstance(row.before, Item | str) or row.path.startswith("steps"):
                step = f"step-{identity}" if identity else ""
                row = replace(row, lost=bool(identity) and (identity in items or step in items))
            entry = row.before if row.after is None else row.after
            elsewhere = moved.get(id(entry), "") if moved else ""
            if elsewhere and elsewhere != stage:
                row = replace(row, moved_to=elsewhere, elsewhere=f"“{self.rows.name_of(elsewhere)}”")
            if row.path == "order":
                row = replace(row, sort="moved")
            yield row

    # What goes with it

    def _lost(self, kind: str, identity: str, stage: str = "") -> tuple[Address, ...]:
        return tuple(self.lost.get((kind, identity, stage), ()))


    def _personas(self, thing: Thing, voice: Voice) -> tuple[str, ...]:
        return tuple(called(who, voice) for who in thing.personas) if isinstance(thing, Journey) else ()

    def _link(self, kind: str, thing: Thing | None, stage: str = "") -> Link:
        if thing is None or thing.publish == "draft":
            return Link()
        if stage:
            there = isinstance(thing, Journey) and thing.stage(stage) is not None
            return Link(stage_uri(thing.id, stage)) if there else Link()
        return Link(thing_uri(kind, thing.id), thing.id if kind == "metrics" else "")


    def _in_doubt(self, each: ThingChange) -> bool:
        identity = each.thing.id
        doubted = any(identity in side.everything.in_doubt for side in self.sides)
        return doubted or any(thing is not None and thing.file in self.wrong for thing in (each.before, each.after))


def _is_bare(stage: Stage, journey: Journey) -> bool:
    """Whether nobody wrote the stage, so that it is there because the journey's model has it."""
    return stage.origin == journey.origin


def _is_order(each: Difference) -> bool:
    return len(each.path) == 1 and not each.path[-1].key


def _moved_entries(found: Iterable[Difference]) -> dict[int, str]:
    """Entries that left one stage and stand the same in another: from each to the id of the other stage."""
    gone: dict[str, list[tuple[int, str]]] = {}
    came: dict[str, list[tuple[int, str]]] = {}
    for stage in found:
        for each in getattr(stage, "within", ()):
            if isinstance(each, Removed):
                gone.setdefault(_same(each.before), []).append((id(each.before), each.path[0].key))
            elif isinstance(each, Added):
                came.setdefault(_same(each.after), []).append((id(each.after), each.path[0].key))
    moved: dict[int, str] = {}
    for said in gone.keys() & came.keys():
        for (one, here), (other, there) in zip(gone[said], came[said], strict=False):
            if here != there:
                moved[one], moved[other] = there, here
    return moved


def _same(entry: object) -> str:
    return f"{type(entry).__name__} {in_short_key(entry)}"
