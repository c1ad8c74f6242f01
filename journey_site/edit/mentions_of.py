"""Where an id is mentioned: every reference to it, and every link to it in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from journey_site.atlas.atlas import SCHEME_KINDS
from journey_site.documents.documents import Documents
from journey_site.documents.journeys import Journey
from journey_site.documents.reading import Mentions
from journey_site.documents.values import Ref
from journey_site.edit.edits import Places
from journey_site.handwritten import mentions_in
from journey_site.problems import Span

_SCHEMES = {kind: scheme for scheme, kind in SCHEME_KINDS.items()}
CODE = re.compile(r"(?<!`)(`+)(?!`)[^`]*(?<!`)\1(?!`)")
"""Code within a text: what looks like a link there is only shown."""


def every_mention(documents: Documents) -> Iterator[tuple[str, str, Mentions]]:
    """What each thing points to, with its kind and id; the handbook's own first, under no kind."""
    yield "", "", documents.handbook_mentions
    for kind, table in documents.mentions.items():
        for identity, mentions in table.items():
            yield kind, identity, mentions


def references(documents: Documents, kinds: Iterable[str], identity: str) -> Iterator[Ref]:
    """Every reference to the thing ``identity`` of these kinds."""
    wanted = set(kinds)
    for _, _, mentions in every_mention(documents):
        for ref in (*mentions.refs, *mentions.actors):
            if ref.kind in wanted and ref == identity:
                yield ref


def within_journeys(documents: Documents, journeys: Iterable[str], kind: str, identity: str) -> Iterator[Span]:
    """Where these journeys refer to a stage or pain of theirs."""
    for journey in journeys:
        mentions = documents.mentions["journeys"].get(journey, Mentions())
        yield from (ref.origin for ref in mentions.refs if ref.kind == kind and ref == identity)
        written = documents.tables["journeys"].get(journey)
        if kind == "stages" and isinstance(written, Journey):
            yield from (ref.origin for ref in written.remove if ref == identity)


def links(documents: Documents, kind: str, identity: str, text_of: Callable[[str], str], anchor: str = "") -> Iterator[Span]:
    """Where texts of the handbook link to a thing: the id in ``journey:id``, or the stage behind its ``#``."""
    pattern = _link_to(kind, identity, anchor)
    for _, _, mentions in every_mention(documents):
        for text in mentions.linked:
            for language in text.values:
                span = text.places.get(language, text.origin)
                places = Places(text_of(span.file))
                begin, end = places.stretch(span)
                searched = CODE.sub(lambda code: " " * len(code[0]), places.text[begin:end])
                for found in pattern.finditer(searched):
                    yield _span(places, span.file, begin + found.start(1), begin + found.end(1))


def links_in_pages(
    pages: Iterable[tuple[Path, str]], kind: str, identity: str, text_of: Callable[[str], str], anchor: str = ""
) -> Iterator[Span]:
    """Where hand-written pages link to a thing, or show it."""
    scheme = _SCHEMES.get(kind, "")
    for _, file in pages:
        for link in mentions_in(text_of(file)):
            target, _, stage = link.target.partition("#")
            if link.scheme == scheme and target == identity and (not anchor or stage == anchor):
                column = link.column + len(scheme) + 1 + (len(target) + 1 if anchor else 0)
                yield Span(file, link.line, column, link.line, column + len(anchor or identity))


def _link_to(kind: str, identity: str, anchor: str) -> re.Pattern[str]:
    target = f"{re.escape(identity)}#({re.escape(anchor)})" if anchor else f"({re.escape(identity)})"
    return re.compile(rf"(?:\]\(\s*<?|\]:[ \t]*<?|<){_SCHEMES.get(kind, 'nothing')}:{target}(?=[)#\s>])")


def _span(places: Places, file: str, begin: int, end: int) -> Span:
    line = places.line_of(begin)
    column = begin - places.starts[line - 1] + 1
    return Span(file, line, column, line, column + end - begin)
