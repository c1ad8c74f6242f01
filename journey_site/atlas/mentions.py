"""What is wrong between the things of a handbook: references, links and pictures, each where it is written."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from journey_site.atlas.atlas import SCHEME_KINDS
from journey_site.atlas.references import References
from journey_site.atlas.stage_names import behind_hash, hint_of_name, stage_called
from journey_site.documents.documents import Documents
from journey_site.documents.journeys import Journey, Stage, Step
from journey_site.documents.models import Model, ModelStage
from journey_site.documents.reading import Mentions, quoted, some
from journey_site.documents.values import Image, Ref, Text
from journey_site.problems import Edit, Problem, Related, Severity, Span
from journey_site.source.ids import slug
from journey_site.source.text import SourceText, read_text
from journey_site.source.written import as_written

_LINK = re.compile(
    r"(?:\]\(\s*<?|^[ ]{0,3}\[[^\]\n]{1,200}\]:[ \t]*<?|<)(" + "|".join(SCHEME_KINDS) + r"):([^)\s>]*)", re.MULTILINE
)
_CODE = re.compile(r"(?<!`)(`+)(?!`)[^`]*(?<!`)\1(?!`)")
_LONG = 1_000


class MentionChecks:
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
                    yield from self._stages(mentions, dict.fromkeys(stage.id for stage in thing.stages), "model", thing.stages)
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
            yield from self._stages(mentions, self.references.stages(journey), "journey", journey.stages)
        pains = [ref for ref in mentions.refs if ref.kind == "pains"]
        if pains and journey.id not in self.references.atlas.in_doubt:
            holders: list[Journey | Step] = [journey, *journey.stages, *(step for stage in journey.stages for step in stage.steps)]
            known = dict.fromkeys(pain.id for holder in holders for pain in holder.pains if pain.id)
            for ref in pains:
                if ref not in known:
                    hint = self.references.suggestions.did_you_mean(ref, known, "give the pain an id: to point to it")
                    message = f"this journey has no pain {quoted(ref)}"
                    yield Problem("unknown-pain", message, ref.origin, hint=hint, fix=_in_lower_case(ref, known))

    def _stages(
        self, mentions: Mentions, stages: dict[str, None], noun: str, named: Iterable[Stage | ModelStage]
    ) -> Iterator[Problem]:
        for ref in mentions.refs:
            if ref.kind == "stages" and ref not in stages:
                otherwise = f"its stages are {some(stages)}" if stages else ""
                meant = stage_called(ref, named)
                hint = hint_of_name(ref, meant) or self.references.suggestions.did_you_mean(ref, stages, otherwise)
                message = f"this {noun} has no stage {quoted(ref)}"
                note = "" if hint == otherwise else otherwise
                fix = (Edit(ref.origin, as_written(meant)),) if meant else ()
                yield Problem("unknown-stage", message, ref.origin, hint=hint, note=note, fix=fix)

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
                    at = behind_hash(span, written, match[2]) if problem.rule == "unknown-stage" else span
                    yield replace(problem, span=at, fix=fix)

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
