"""``journey-site editions``: what each audience sees of a handbook and what not, for whoever signs a delivery."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from journey_site.cli.deliveries import readable
from journey_site.cli.folder import Folder, folder_argument, handbook_folder, stop
from journey_site.documents.journeys import Journey
from journey_site.documents.nearest import nearest
from journey_site.handbook import pages_beside
from journey_site.levels import english
from journey_site.page_audiences import hidden_pages
from journey_site.reports.visible import cells, cut, visible
from journey_site.seen_by import HiddenPart, HiddenThing, SeenBy, seen_by
from journey_site.site.vocabulary import ONE_OF
from journey_site.site.voice import Voice

_COLUMNS = 80
_NOUNS = {
    "personas": ("persona", "personas"), "journeys": ("journey", "journeys"), "departments": ("department", "departments"),
    "channels": ("channel", "channels"), "touchpoints": ("touchpoint", "touchpoints"), "content": ("piece of content", "pieces of content"),
    "metrics": ("metric", "metrics"), "evidence": ("source", "sources"), "models": ("stage model", "stage models"),
}  # fmt: skip
_FIELDS = {
    "stages": ("the whole stage", "whole stages"), "steps": ("step", "steps"), "pains": ("pain", "pains"), "gains": ("gain", "gains"),
    "opportunities": ("opportunity", "opportunities"), "thoughts": ("thought", "thoughts"), "questions": ("question", "questions"),
    "actions": ("action", "actions"), "feelings": ("feeling", "feelings"), "touchpoints": ("touchpoint", "touchpoints"),
    "content": ("piece of content", "pieces of content"), "metrics": ("metric", "metrics"), "activities": ("activity", "activities"),
    "lanes": ("entry of an own lane", "entries of own lanes"), "x-": ("key that begins with x-", "keys that begin with x-"),
    "goals": ("goal", "goals"), "needs": ("need", "needs"), "jobs": ("job", "jobs"), "frustrations": ("frustration", "frustrations"),
    "next": ("way", "ways"), "actors": ("actor", "actors"),
}  # fmt: skip


@click.command()
@folder_argument
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How it is printed.")
@click.option("--audience", default="", metavar="NAME", help="Only what this audience sees.")
def editions(folder: Path | None, form: str, audience: str) -> None:
    """List what each audience sees of the handbook in FOLDER, and what not.

    Without FOLDER it is the one that mkdocs.yml says, else the folder "maps". Exit codes: 0 fine, 2 could not
    run: while the handbook has errors, or when there is no such audience.
    """
    place = handbook_folder(folder)
    outcome = readable(place, "")
    everything = outcome.everything or outcome.atlas
    audiences = everything.handbook.audiences
    if audience and audience not in audiences:
        near = nearest(audience, audiences)
        known = f"its audiences are {', '.join(audiences)}" if audiences else "it declares none: audiences: [internal, public]"
        stop(f'this handbook has no audience "{visible(audience)}"' + (f', did you mean "{near}"?' if near else f": {known}"))
    pages = dict(_pages(place))
    told = [
        seen_by(everything, each, hidden_pages(pages, everything.handbook, each)) for each in ([audience] if audience else audiences)
    ]
    if form == "json":
        click.echo(json.dumps({"version": 1, "audiences": [_as_json(each) for each in told]}, ensure_ascii=False, indent=2))
        sys.exit(0)
    if not audiences:
        click.echo("Everybody sees everything: handbook.yml declares no audiences.")
        sys.exit(0)
    for line in _told(told, english(everything), everything.journeys):
        click.echo(line)


def _pages(place: Folder) -> Iterator[tuple[str, str]]:
    for path, shown in pages_beside(place.path, place.shown):
        try:
            yield shown, path.read_text(encoding="utf-8")
        except (OSError, ValueError):
            continue


def _told(editions: list[SeenBy], voice: Voice, journeys: Mapping[str, Journey]) -> Iterator[str]:
    for at, each in enumerate(editions):
        if at:
            yield ""
        yield from _of_one(each, voice, journeys)


def _of_one(told: SeenBy, voice: Voice, journeys: Mapping[str, Journey]) -> Iterator[str]:
    name = click.style(visible(told.audience), bold=True)
    if not told.hidden and not told.pages:
        yield f"{name} sees everything"
        yield from _wrapped(f"It sees {_all(told)}.", "  ")
        return
    hidden = [each for each in told.hidden if each.whole]
    inside = [each for each in told.hidden if each.parts]
    lost = [_count(len(hidden), "thing", "things")] if hidden else []
    lost += [f"{_count(told.items, 'entry', 'entries')} in {_count(len(inside), 'other', 'others')}"] if inside else []
    lost += [_count(len(told.pages), "hand-written page", "hand-written pages")] if told.pages else []
    yield f"{name} does not see {_listed(lost)}"
    yield from _wrapped(f"It sees {_some(told)}.", "  ")
    if hidden:
        yield ""
        yield "  Left out as a whole"
        for kind, things in groupby(hidden, key=lambda thing: thing.kind):
            for thing in things:
                yield _line(f"    {ONE_OF[kind]}: {voice.words(thing.name)}", thing)
                yield f"      {visible(str(thing.place))}"
    if inside:
        yield ""
        yield "  Left out in part"
        for thing in inside:
            yield _line(f"    {ONE_OF.get(thing.kind, 'Handbook')}: {voice.words(thing.name)}", thing)
            for part in thing.parts:
                yield _line(f"      {_part(part, thing, voice, journeys)}", None)
                yield f"        {visible(str(part.place))}"
    if told.pages:
        yield ""
        yield "  Hand-written pages"
        for page in told.pages:
            yield f"    {visible(page)}"


def _part(part: HiddenPart, thing: HiddenThing, voice: Voice, journeys: Mapping[str, Journey]) -> str:
    journey = journeys.get(thing.id) if thing.kind == "journeys" else None
    stage = next((each for each in journey.stages if each.id == part.stage), None) if journey and part.stage else None
    name = voice.words(stage.name) if stage else part.stage
    one, many = _FIELDS.get(part.field, (f"entry under {part.field}", f"entries under {part.field}"))
    said = one if part.field == "stages" and part.count == 1 else _count(part.count, one, many)
    if thing.kind == "handbook" and part.field == "lanes":
        said = _count(part.count, "lane, with all that stands in it", "lanes, with all that stands in them")
    return f"{name}: {said}" if name else said


def _line(words: str, thing: HiddenThing | None) -> str:
    """One line that fits the screen, with the id at its end where it tells more than the name."""
    tail = f" ({thing.id})" if thing is not None and thing.id else ""
    line = cells(" ".join(words.split()))
    indent = " " * (len(words) - len(words.lstrip()))
    room = _COLUMNS - len(indent) - len(tail)
    if sum(cell.width for cell in line) > room:
        _, end = cut(line, 0, room - 1)
        return indent + "".join(cell.shown for cell in line[:end]).rstrip() + "…" + tail
    return indent + "".join(cell.shown for cell in line) + tail


def _all(told: SeenBy) -> str:
    return _listed([_count(number, *_NOUNS[kind]) for kind, number in told.of.items()])


def _some(told: SeenBy) -> str:
    counts = [(kind, told.seen.get(kind, 0), number) for kind, number in told.of.items()]
    some = [f"{seen:,} of {_count(number, *_NOUNS[kind])}" for kind, seen, number in counts if seen < number]
    whole = [_count(number, *_NOUNS[kind]) for kind, seen, number in counts if seen == number]
    return _listed([*some, *whole])


def _wrapped(words: str, indent: str) -> Iterator[str]:
    line = indent
    for word in words.split():
        if len(line) + len(word) > _COLUMNS and line.strip():
            yield line.rstrip()
            line = indent
        line += f"{word} "
    yield line.rstrip()


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else "nothing"


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _as_json(told: SeenBy) -> dict[str, Any]:
    return {
        "audience": told.audience,
        "sees": {kind: {"seen": told.seen.get(kind, 0), "of": number} for kind, number in told.of.items()},
        "hidden": [
            {"kind": thing.kind, "id": thing.id, "name": dict(thing.name.values), "place": str(thing.place), "whole": thing.whole,
             "parts": list(_parts_json(thing.parts))}
            for thing in told.hidden
        ],
        "pages": list(told.pages),
        "counts": {"whole": told.whole, "entries": told.items, "pages": len(told.pages)},
    }  # fmt: skip


def _parts_json(parts: Iterable[HiddenPart]) -> Iterator[dict[str, Any]]:
    for part in parts:
        yield {"stage": part.stage, "field": part.field, "count": part.count, "place": str(part.place)}
