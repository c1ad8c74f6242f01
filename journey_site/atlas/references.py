"""Whether references lead somewhere: each is looked up once, where it is written."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from journey_site.atlas.atlas import SCHEME_KINDS, Atlas
from journey_site.documents.built_in import built_in_models
from journey_site.documents.documents import Documents
from journey_site.documents.journeys import Journey, Step
from journey_site.documents.models import Model
from journey_site.documents.nearest import Suggestions
from journey_site.documents.reading import Mentions, quoted, some
from journey_site.documents.things import Thing
from journey_site.documents.values import Image, Ref, Text
from journey_site.problems import Edit, Problem, Related, Severity, Span
from journey_site.source.ids import slug
from journey_site.source.text import SourceText, read_text
from journey_site.source.written import as_written

_LINK = re.compile(
    r"(?:\]\(\s*<?|^[ ]{0,3}\[[^\]\n]{1,200}\]:[ \t]*<?|<)(" + "|".join(SCHEME_KINDS) + r"):([^)\s>]*)", re.MULTILINE
)
_CODE = re.compile(r"(?<!`)(`+)(?!`)[^`]*(?<!`)\1(?!`)")
_NOUN = {kind: scheme for scheme, kind in SCHEME_KINDS.items()} | {"people": "department or persona"}
_HINT_FOR_NEW = {
    "touchpoints": "one that is used here alone is written {name: …}",
    "content": "one that is used here alone is written {title: …}",
}
_LONG = 1_000


class References:
    """Looks references up in an atlas, and says what is nearest to one that leads nowhere."""

    def __init__(self, atlas: Atlas, suggestions: Suggestions | None = None) -> None:
        self.atlas = atlas
        self.suggestions = suggestions or Suggestions()
        self._titles: dict[str, dict[str, str]] = {}
        self._known: dict[str, list[str]] = {}
        self._stages: dict[str, dict[str, None]] = {}

    def check(self, ref: Ref) -> Iterator[Problem]:
        """What is wrong with a reference to a thing."""
        if self.atlas.find(ref) is None and not self._may_be_there(ref, ref.kind):
            yield self._unknown(ref, ref.kind, ref.origin)

    def check_link(self, scheme: str, target: str, span: Span) -> Iterator[Problem]:
        """What is wrong with a link such as ``journey:anna-ebike#decision`` that stands in a text."""
        identity, _, anchor = target.partition("#")
        kind = SCHEME_KINDS[scheme]
        thing = self.atlas.find(Ref(identity, kind))
        if thing is None:
            if not self._may_be_there(identity, kind):
                problem = self._unknown(identity, kind, span)
                behind = f"#{anchor}" if anchor else ""
                yield replace(problem, fix=tuple(Edit(edit.span, f"{scheme}:{edit.text}{behind}") for edit in problem.fix))
        elif anchor and isinstance(thing, Journey) and identity not in self.atlas.in_doubt:
            stages = self.stages(thing)
            if anchor not in stages:
                hint = self.suggestions.did_you_mean(anchor, stages, f"its stages are {some(stages)}")
                message = f"the journey {quoted(identity)} has no stage {quoted(anchor)}"
                fix = (Edit(span, f"{scheme}:{identity}#{slug(anchor)}"),) if slug(anchor) in stages else ()
                yield Problem("unknown-stage", message, span, hint=hint, fix=fix)

    def stages(self, journey: Journey) -> dict[str, None]:
        """The ids of a journey's stages, in order."""
        if journey.id not in self._stages:
            self._stages[journey.id] = dict.fromkeys(stage.id for stage in journey.stages)
        return self._stages[journey.id]

    def _may_be_there(self, identity: str, kind: str) -> bool:
        """Whether the thing may stand in a file that could not be read: its own problem has been told."""
        kinds = ("departments", "personas") if kind == "people" else (kind,)
        return any(kind in self.atlas.partial or identity in self.atlas.unread.get(kind, ()) for kind in kinds)

    def _unknown(self, identity: str, kind: str, span: Span) -> Problem:
        noun = _NOUN.get(kind, kind)
        known = self._all(kind)
        there = f"there are {some(known)}" if known else "none is written yet"
        if not identity:
            hint = f"write the id of a {noun} behind the colon"
        elif by_title := self._id_of_title(identity, kind):
            hint = f'that is a title; the id is "{by_title}"'
        else:
            hint = self.suggestions.did_you_mean(identity, known, _HINT_FOR_NEW.get(kind) or there)
        rule = "unknown-" + ("person" if kind == "people" else noun)
        meant = self._meant(identity, kind)
        fix = (Edit(span, as_written(meant)),) if meant else ()
        note = f"to choose from: {some(known)}" if known and hint != there else ""
        return Problem(rule, f"there is no {noun} {quoted(identity)}", span, hint=hint, note=note, fix=fix)

    def _meant(self, words: str, kind: str) -> str | None:
        """The id that somebody meant who wrote a title, or capitals: only where it can be no other."""
        known = self._all(kind)
        if (lowered := slug(words)) in known:
            return lowered
        kinds = ("departments", "personas") if kind == "people" else (kind,)
        meant = {self._id_of_title(words, each) for each in kinds} - {None}
        named = [each for kind in kinds for each in self.atlas.table(kind).values() if _is_called(each, words)]
        return meant.pop() if len(meant) == len(named) == 1 else None

    def _all(self, kind: str) -> list[str]:
        if kind not in self._known:
            if kind == "people":
                self._known[kind] = [*self._all("departments"), *self._all("personas")]
            else:
                built_in = built_in_models() if kind == "models" else ()
                self._known[kind] = sorted({*self.atlas.table(kind), *self.atlas.unread.get(kind, ()), *built_in})
        return self._known[kind]

    def _id_of_title(self, words: str, kind: str) -> str | None:
        if kind == "people":
            return self._id_of_title(words, "departments") or self._id_of_title(words, "personas")
        if kind not in self._titles:
            titles: dict[str, str] = {}
            for thing in self.atlas.table(kind).values():
                for name in thing.name.values.values():
                    if len(name) < _LONG:
                        titles.setdefault(name.casefold(), thing.id)
            self._titles[kind] = titles
        return self._titles[kind].get(words.casefold()) if len(words) < _LONG else None


class Checks:
    """What is wrong between the things of a handbook; each thing is looked at as it is written."""

    def __init__(self, documents: Documents, references: References) -> None:
        self.documents = documents
        self.references = references
        self._source: tuple[str, SourceText | None] = ("", None)
        self._searched: set[int] = set()

    def run(self) -> Iterator[Problem]:
        """Every reference, link and picture."""
        yield from self._mentions(self.documents.handbook_mentions)
        for kind, table in self.documents.mentions.items():
            for identity, mentions in table.items():
                yield from self._mentions(mentions)
                thing = self.references.atlas.table(kind).get(identity)
                if isinstance(thing, Journey):
                    yield from self._within(thing, mentions)
                elif isinstance(thing, Model):
                    if mentions.parts_lost:
                        continue
                    yield from self._stages(mentions, dict.fromkeys(stage.id for stage in thing.stages), "model")
                else:
                    for actor in mentions.actors:
                        yield from self.references.check(actor)
                yield from _twice(mentions)

    def _mentions(self, mentions: Mentions) -> Iterator[Problem]:
        find = self.references.atlas.find
        for ref in mentions.refs:
            if ref.kind not in ("stages", "pains") and find(ref) is None:
                yield from self.references.check(ref)
        for text in mentions.linked:
            yield from self._links(text)
        for image in mentions.pictures:
            yield from self._file(image, "picture", rule="missing-picture")
        for font in mentions.fonts:
            yield from self._file(font, "font", rule="missing-font")

    def _within(self, journey: Journey, mentions: Mentions) -> Iterator[Problem]:
        """References between the parts of one journey: actors, stages, pains."""
        actors = dict.fromkeys(journey.personas)
        for actor in mentions.actors:
            unknown = list(self.references.check(actor))
            yield from unknown
            if not unknown and actors and actor not in actors and journey.id not in self.references.atlas.in_doubt:
                hint = self.references.suggestions.did_you_mean(actor, actors, f"they are {some(actors)}")
                yield Problem("unknown-actor", f"{quoted(actor)} is none of the actors of this journey", actor.origin, hint=hint)
        if journey.id not in self.references.atlas.in_doubt:
            yield from self._stages(mentions, self.references.stages(journey), "journey")
        pains = [ref for ref in mentions.refs if ref.kind == "pains"]
        if pains and journey.id not in self.references.atlas.in_doubt:
            holders: list[Journey | Step] = [journey, *journey.stages, *(step for stage in journey.stages for step in stage.steps)]
            known = dict.fromkeys(pain.id for holder in holders for pain in holder.pains if pain.id)
            for ref in pains:
                if ref not in known:
                    hint = self.references.suggestions.did_you_mean(ref, known, "give the pain an id: to point to it")
                    message = f"this journey has no pain {quoted(ref)}"
                    yield Problem("unknown-pain", message, ref.origin, hint=hint, fix=_in_lower_case(ref, known))

    def _stages(self, mentions: Mentions, stages: dict[str, None], noun: str) -> Iterator[Problem]:
        for ref in mentions.refs:
            if ref.kind == "stages" and ref not in stages:
                otherwise = f"its stages are {some(stages)}" if stages else ""
                hint = self.references.suggestions.did_you_mean(ref, stages, otherwise)
                message = f"this {noun} has no stage {quoted(ref)}"
                note = "" if hint == otherwise else otherwise
                yield Problem("unknown-stage", message, ref.origin, hint=hint, note=note, fix=_in_lower_case(ref, stages))

    def _links(self, text: Text) -> Iterator[Problem]:
        for language, words in text.values.items():
            if len(words) > _LONG:
                # An alias may repeat one long text many times; it is at one place all the same.
                if id(words) in self._searched:
                    continue
                self._searched.add(id(words))
            searched = _CODE.sub(lambda code: " " * len(code[0]), words) if "`" in words else words
            place = text.places.get(language, text.origin)
            begin = (place.line, place.column)
            for match in _LINK.finditer(searched):
                written = f"{match[1]}:{match[2]}"
                for problem in self.references.check_link(match[1], match[2], place):
                    span = self._place_of(written, place, begin)
                    begin = (span.end_line, span.end_column) if span is not place else begin
                    fix = tuple(Edit(span, edit.text) for edit in problem.fix) if span is not place else ()
                    yield replace(problem, span=span, fix=fix)

    def _place_of(self, words: str, within: Span, begin: tuple[int, int]) -> Span:
        """Where ``words`` stand in a text; the file is read again, because only a mistake needs it."""
        if self._source[0] != within.file:
            path = self.documents.root / self.references.atlas.path_of(within.file)
            unsaved = self.documents.unsaved.get(path)
            source = read_text(path, within.file)[0] if unsaved is None else SourceText(within.file, unsaved)
            self._source = (within.file, source)
        source = self._source[1]
        line, column = begin
        while source is not None and line <= max(within.end_line, within.line):
            found = source.line(line).find(words, column - 1)
            if found >= 0:
                return Span(within.file, line, found + 1, line, found + 1 + len(words))
            line, column = line + 1, 1
        return within

    def _file(self, image: Image, noun: str, *, rule: str) -> Iterator[Problem]:
        """A picture or font that is not where it is said to be, or lies outside the handbook."""
        root = self._folder_of(image.origin.file)
        try:
            place = (self.documents.root / self.references.atlas.picture_path(image)).resolve()
            there = place.is_file()
        except (OSError, ValueError):  # a name that no file can have
            place, there = root, False
        if not place.is_relative_to(root):
            message = f"the {noun} {quoted(image.file)} lies outside the handbook's folder"
            yield Problem("link-outside", message, image.origin, hint="copy it into the folder")
        elif not there:
            hint = "check the name, also its upper and lower case"
            message = f"there is no {noun} {quoted(image.file)} beside this file"
            yield Problem(rule, message, image.origin, Severity.WARNING, hint)

    def _folder_of(self, file: str) -> Path:
        """The folder that must hold what a file names: the handbook's, or the one that the file is used from."""
        here, root = self.documents.root, self.documents.root.resolve()
        path = self.references.atlas.path_of(file)
        if path.startswith("../"):
            for folder in self.documents.handbook.uses:
                if path.startswith(posixpath.normpath(folder) + "/"):
                    return (here / folder).resolve()
        return root


def _is_called(thing: Thing, words: str) -> bool:
    return any(name.casefold() == words.casefold() for name in thing.name.values.values())


def _in_lower_case(ref: Ref, known: Container[str]) -> tuple[Edit, ...]:
    """The edit that writes a reference as ids are written, where there is such an id."""
    lowered = slug(ref)
    return (Edit(ref.origin, as_written(lowered)),) if lowered in known else ()


def _twice(mentions: Mentions) -> Iterator[Problem]:
    """Ids of items that are not one thing's own: each is an anchor on its page."""
    first: dict[str, Ref] = {}
    for ref in mentions.ids:
        there = first.setdefault(ref, ref)
        if there is not ref and there.origin != ref.origin:
            related = (Related(there.origin, "it stands here first"),)
            message = f"{quoted(ref)} is the id of two entries here"
            yield Problem("duplicate-id", message, ref.origin, hint="give one of them another id", related=related)


def check_shares(journey: Journey) -> Iterator[Problem]:
    """Ways out of a stage that more than everybody would take; looked for where they are written."""
    for stage in journey.stages:
        total = sum(way.share for way in stage.next or () if way.share is not None)
        if total > 1.0001:
            message = f"the ways out of {quoted(stage.id)} add up to {total * 100:.4g} %, more than everybody"
            yield Problem("shares-above-100", message, stage.place("next"), hint="lower one of the shares")


def check_old_ids(atlas: Atlas) -> Iterator[Problem]:
    """Old addresses that are still, or twice, in use: they can lead to one page only."""
    for kind in SCHEME_KINDS.values():
        yield from _old_ids(atlas.table(kind), atlas.table(kind).values())
    for model in atlas.models.values():
        yield from _old_ids({stage.id: stage for stage in model.stages}, model.stages)
    for journey in atlas.journeys.values():
        yield from _old_ids({stage.id: stage for stage in journey.stages}, journey.stages)


def _old_ids(table: object, things: Iterable[object]) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for thing in things:
        for old in getattr(thing, "was", ()):
            place: Span = thing.place("was")  # type: ignore[attr-defined]
            if old in table:  # type: ignore[operator]
                yield Problem("old-id-in-use", f"{quoted(old)} is an old id here, and still in use", place, hint="leave it out")
            elif old in taken:
                message = f"{quoted(old)} is an old id here and of {quoted(taken[old])}"
                yield Problem("old-id-in-use", message, place, hint="an address can lead to one of them only")
            else:
                taken[old] = thing.id  # type: ignore[attr-defined]

