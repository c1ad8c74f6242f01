"""What else a change touches: places that still lead to what is gone, and things whose last use went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from journey_site.account.account import Broken, Unused
from journey_site.account.in_short import KINDS
from journey_site.atlas.atlas import SCHEME_KINDS, Atlas
from journey_site.documents.journeys import Journey
from journey_site.documents.things import Thing
from journey_site.documents.values import Ref, Text
from journey_site.documents.walk import leaves
from journey_site.handwritten import links_in, mentions_in
from journey_site.problems import Span
from journey_site.site.voice import Voice

_COUNTED = ("touchpoints", "content", "metrics", "evidence", "channels", "departments", "personas")
"""Kinds of thing of which it is worth knowing that nothing uses them any more."""

Gone = AbstractSet[tuple[str, str, str]]
"""Kind, id and stage of what has no address any more."""


def broken_places(
    after: Atlas, gone: Gone, pages: Mapping[str, str], voices: tuple[Voice, Voice], files: AbstractSet[str]
) -> tuple[Broken, ...]:
    """Every place of ``after`` that leads to something ``gone``; ``files`` are those that may be named.

    ``pages`` are hand-written pages, by name.
    """
    if not gone:
        return ()
    found: list[Broken] = []
    for kind, thing in after.things():
        where = f"{KINDS[kind]} “{voices[1].words(thing.name)}”"
        for _, field, leaf in leaves(thing):
            if isinstance(leaf, Ref):
                if field == "remove":
                    continue  # it says that the stage is gone, and leads nowhere
                found += [
                    Broken(leaf.origin, where, _target(each, voices[0]))
                    for each in _meant(leaf, thing) if each in gone and not _is_there(each, after)
                ]  # fmt: skip
            elif isinstance(leaf, Text):
                for language, words in leaf.values.items():
                    at = leaf.places.get(language, leaf.origin)
                    found += [Broken(at, where, _target(each, voices[0])) for each in _linked(words) if each in gone]
    for name, words in pages.items():
        for link in mentions_in(words):
            each = _linked_to(link.scheme, link.target)
            if each in gone:
                found.append(Broken(Span(name, link.line, link.column), "", _target(each, voices[0])))
    seen = {(each.at.file, each.at.line, each.target): each for each in found if not each.where or each.at.file in files}
    return tuple(sorted(seen.values(), key=lambda each: (each.at, each.target)))


def _meant(ref: Ref, thing: Thing) -> Iterator[tuple[str, str, str]]:
    if ref.kind == "people":
        yield "departments", str(ref), ""
        yield "personas", str(ref), ""
    elif ref.kind == "stages":
        if isinstance(thing, Journey):
            yield "journeys", thing.id, str(ref)
    else:
        yield ref.kind, str(ref), ""


def _is_there(each: tuple[str, str, str], after: Atlas) -> bool:
    kind, identity, stage = each
    thing = after.table(kind).get(identity)
    return thing is not None and (not stage or thing.stage(stage) is not None)


def _linked(words: str) -> Iterator[tuple[str, str, str]]:
    if "](" in words or "]:" in words or "href" in words:
        yield from (_linked_to(link.scheme, link.target) for link in links_in(words))


def _linked_to(scheme: str, target: str) -> tuple[str, str, str]:
    identity, _, stage = target.partition("#")
    return SCHEME_KINDS[scheme], identity, stage if scheme == "journey" else ""


def _target(each: tuple[str, str, str], voice: Voice) -> str:
    """What is gone, in words."""
    kind, identity, stage = each
    thing = voice.atlas.table(kind).get(identity)
    name = voice.words(thing.name) if thing else identity
    if stage:
        there = thing.stage(stage) if thing else None
        return f"the stage “{voice.words(there.name) if there else stage}” of “{name}”"
    return f"the {KINDS[kind]} “{name}”"


def unused_now(before: Atlas, after: Atlas, voice: Voice) -> tuple[Unused, ...]:
    """What was used somewhere before, is still there, and is used nowhere now."""
    # What is the same object in both uses the same.
    same = {id(thing) for kind, thing in before.things() if after.table(kind).get(thing.id) is thing}
    alike = _used(before, lambda thing: id(thing) in same)
    used = [alike + _used(atlas, lambda thing: id(thing) not in same) for atlas in (before, after)]
    return tuple(
        Unused(kind, identity, voice.words(thing.name), thing.origin if thing.file else None)
        for kind in _COUNTED
        for identity, thing in after.table(kind).items()
        if used[0][kind, identity] and not used[1][kind, identity]
    )


def _used(atlas: Atlas, looks_at: Callable[[Thing], bool]) -> Counter[tuple[str, str]]:
    """How often each thing is referred to in what is not retired, of what one ``looks_at``."""
    found: Counter[tuple[str, str]] = Counter()
    for kind, thing in atlas.things():
        if thing.publish == "retired" or not looks_at(thing):
            continue
        for _, _, leaf in leaves(thing):
            if isinstance(leaf, Ref) and (kind, thing.id) != (leaf.kind, leaf):
                if leaf.kind == "people":
                    found["departments" if leaf in atlas.departments else "personas", str(leaf)] += 1
                else:
                    found[leaf.kind, str(leaf)] += 1
    return found
