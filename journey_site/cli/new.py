"""``journey-site new``: the first lines of a new persona, journey, stage, touchpoint and whatever else a handbook holds."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from journey_site.atlas.atlas import Atlas
from journey_site.cli.folder import Folder, handbook_folder, stop
from journey_site.documents.built_in import built_in_models
from journey_site.documents.nearest import nearest
from journey_site.documents.things import Thing
from journey_site.handbook import Outcome, read_handbook
from journey_site.problems import Severity
from journey_site.source.ids import is_id, slug
from journey_site.source.text import read_text
from journey_site.starter.new_thing import new_stage, new_thing
from journey_site.starter.stage_place import NoPlace, stage_place

KINDS = {
    "persona": "personas",
    "journey": "journeys",
    "stage": "stages",
    "touchpoint": "touchpoints",
    "content": "content",
    "channel": "channels",
    "department": "departments",
    "evidence": "evidence",
    "metric": "metrics",
    "model": "models",
}
"""What can be made, and the folder of it."""
_ASKED = {"journey": ("persona", "model", "owner"), "touchpoint": ("channel", "owner"), "content": ("owner",)}
"""References that are asked for, each optional."""
_TABLES = {"persona": "personas", "model": "models", "owner": "departments", "channel": "channels"}


@click.command()
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.argument("name", required=False)
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--id", "identity", metavar="ID", help="Its id; left out, one made from the name.")
@click.option("--persona", metavar="ID", help="Of a journey: whose it is.")
@click.option("--model", metavar="ID", help="Of a journey: its stage model.")
@click.option("--owner", metavar="ID", help="The department that answers for it.")
@click.option("--channel", metavar="ID", help="Of a touchpoint: where it is met.")
@click.option("--journey", metavar="ID", help="Of a stage: the journey it goes into.")
@click.option("--after", metavar="ID", default="", help="Of a stage: the stage it comes after; left out, the last.")
def new(
    kind: str,
    name: str | None,
    folder: Path | None,
    identity: str | None,
    persona: str | None,
    model: str | None,
    owner: str | None,
    channel: str | None,
    journey: str | None,
    after: str,
) -> None:
    """Write the first lines of a new thing called NAME into the handbook in FOLDER.

    What may be filled in stands there as comments. Asks what is not said. Nothing is ever overwritten. Exit
    codes: 0 written, 2 could not run.
    """
    place = handbook_folder(folder)
    outcome = read_handbook(place.path, shown=place.shown, drafts=True, pages=())
    asks = sys.stdin.isatty()
    if not name and asks:
        name = click.prompt(f"Name of the {kind}")
    name = " ".join((name or "").split())
    if not name:
        stop(f'say what the {kind} is called: journey-site new {kind} "…"')
    identity = _identity(identity, name)
    given = {"persona": persona, "model": model, "owner": owner, "channel": channel}
    if kind == "stage":
        _stage(place, outcome, identity, name, _chosen(("owner",), given, outcome.atlas, asks=False), journey, after, asks)
    else:
        said = _chosen(_ASKED.get(kind, ()), given, outcome.atlas, asks=asks)
        _thing(place, outcome, kind, identity, name, said)


def _identity(wanted: str | None, name: str) -> str:
    identity = wanted or slug(name)
    if not identity:
        stop(f'no id can be made from "{name}": say one with --id')
    if not is_id(identity) or identity == "index":
        stop(f'"{identity}" is no id: ids are lower case letters a-z, digits and dashes')
    return identity


def _chosen(fields: tuple[str, ...], given: dict[str, str | None], atlas: Atlas, *, asks: bool) -> dict[str, str]:
    """The references that were given or answered, each of which must lead somewhere."""
    found: dict[str, str] = {}
    for field, value in given.items():
        if value and field not in fields:
            stop(f"--{field} says nothing here")
    for field in fields:
        table = _known(field, atlas)
        answer = given[field]
        if answer is None and asks and table:
            answer = click.prompt(f"{field.capitalize()} ({', '.join(table)})", default="", show_default=False).strip()
        if not answer:
            continue
        if answer not in table:
            near = nearest(answer, table)
            there = f'did you mean "{near}"?' if near else f"there are {', '.join(table)}" if table else "there is none yet"
            stop(f'there is no {field} "{answer}": {there}')
        found[field] = answer
    return found


def _known(field: str, atlas: Atlas) -> list[str]:
    table = [*atlas.table(_TABLES[field])]
    return list(dict.fromkeys([*table, *(sorted(built_in_models()) if field == "model" else ())]))


def _thing(place: Folder, outcome: Outcome, kind: str, identity: str, name: str, said: dict[str, str]) -> None:
    folder = KINDS[kind]
    there: Thing | None = outcome.atlas.table(folder).get(identity)
    path = place.path / folder / f"{identity}.yml"
    if there is not None:
        stop(f'there is a {kind} "{identity}" already, in {there.origin}; say another with --id')
    if path.exists() or path.with_suffix(".yaml").exists():
        stop(f"{path} is there already; say another id with --id")
    text = new_thing(folder, name, said)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        stop(f"{path} cannot be written: {error.strerror}")
    _told(place, outcome, path)


def _stage(
    place: Folder,
    outcome: Outcome,
    identity: str,
    name: str,
    said: dict[str, str],
    journey: str | None,
    after: str,
    asks: bool,
) -> None:
    journeys = outcome.atlas.journeys
    if not journey and asks and journeys:
        journey = click.prompt(f"Journey ({', '.join(journeys)})").strip()
    if not journey:
        stop("say which journey it goes into, with --journey")
    found = journeys.get(journey)
    if found is None:
        near = nearest(journey, journeys)
        stop(f'there is no journey "{journey}": ' + (f'did you mean "{near}"?' if near else f"there are {', '.join(journeys)}"))
    if found.stage(identity):
        stop(f'the journey "{journey}" has a stage "{identity}" already; say another id with --id')
    path = place.path / found.file.removeprefix(f"{place.shown}/" if place.shown else "")
    source, _ = read_text(path, found.file)
    if source is None or path.stem != journey:
        stop(f"{found.file} holds more than this journey: write the stage by hand")
    try:
        at = stage_place(source, after)
    except NoPlace as reason:
        stop(f"{found.file}: {reason}")
    written = path.read_bytes().decode("utf-8")
    ending = "\r\n" if "\r\n" in written else "\n"
    lines = written.split(ending)
    stage = new_stage(identity, name, said, indent=at.indent, step=at.step).rstrip("\n").split("\n")
    path.write_bytes(ending.join([*lines[: at.line], *stage, *lines[at.line :]]).encode("utf-8"))
    _told(place, outcome, path)


def _told(place: Folder, before: Outcome, path: Path) -> None:
    """Say what was written, and what it still lacks."""
    after = read_handbook(place.path, shown=place.shown, drafts=True, pages=())
    known = {str(problem) for problem in before.problems}
    fresh = [problem for problem in after.problems if problem.severity >= Severity.WARNING and str(problem) not in known]
    click.echo(f"{path.as_posix()}: written. To say one of the lines that begin with \"# \", take that out, with its space.")
    for problem in fresh:
        click.echo(f"  still to do: {problem}")
