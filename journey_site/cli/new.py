"""``journey-site new``: the first lines of a new persona, journey, stage, touchpoint and whatever else a handbook holds."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from journey_site.atlas.atlas import Atlas
from journey_site.atlas.link import today
from journey_site.cli.folder import Folder, handbook_folder, stop
from journey_site.cli.new_stage import put_stage
from journey_site.cli.questions import ask_for_one, id_for, the_one
from journey_site.documents.built_in import unused_models
from journey_site.documents.language_names import own_name
from journey_site.documents.models import Model
from journey_site.documents.nearest import nearest
from journey_site.documents.things import Thing
from journey_site.documents.values import Text
from journey_site.edit.meant import Titles, candidates, titles, unknown
from journey_site.handbook import Outcome, read_handbook
from journey_site.problems import Severity
from journey_site.starter.field_words import begins_in
from journey_site.starter.first_fields import Here
from journey_site.starter.new_thing import Begun, every_field, new_thing
from journey_site.starter.yaml_text import yaml_text

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
_ASKED = {"journey": ("persona", "owner"), "touchpoint": ("channel", "owner"), "content": ("owner",)}
"""References that are asked for, each optional."""
_MAY_SAY = {**dict.fromkeys(("persona", "stage", "evidence", "metric", "channel", "model"), ("owner",)), **_ASKED}
_TABLES = {"persona": "personas", "model": "models", "owner": "departments", "channel": "channels"}
_TITLED = ("journey", "content", "evidence")
"""What has a title where others have a name."""
_USUAL_MODEL = "awareness-to-loyalty"


@click.command()
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.argument("name", required=False)
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--id", "identity", metavar="ID", help="Its id; left out, one made from the name.")
@click.option("--persona", metavar="ID", help="Of a journey: whose it is.")
@click.option("--model", metavar="ID", help="Of a journey: the model whose stages it has.")
@click.option("--stages", metavar="NAMES", help='Of a journey or model: its stages, such as "Needs, Compares, Buys".')
@click.option("--owner", metavar="ID", help="The department that answers for it.")
@click.option("--channel", metavar="ID", help="Of a touchpoint: where it is met.")
@click.option("--journey", metavar="ID", help="Of a stage: the journey it goes into.")
@click.option("--after", metavar="ID", default="", help="Of a stage: the stage it comes after; left out, the last.")
@click.option("--before", metavar="ID", default="", help="Of a stage: the stage it comes before.")
@click.option("--fields", is_flag=True, help="Write nothing; print every field that KIND may have.")
def new(
    kind: str,
    name: str | None,
    folder: Path | None,
    identity: str | None,
    persona: str | None,
    model: str | None,
    stages: str | None,
    owner: str | None,
    channel: str | None,
    journey: str | None,
    after: str,
    before: str,
    fields: bool,
) -> None:
    """Write the first lines of a new thing called NAME into the handbook in FOLDER.

    The fields that matter first stand there as comments, in the handbook's language. Asks what is not said; an
    ID may be a title, too. Nothing is ever overwritten. Exit codes: 0 written, 2 could not run.
    """
    if fields:
        _show_fields(kind)
        return
    place = handbook_folder(folder)
    outcome = read_handbook(place.path, shown=place.shown, drafts=True, pages=())
    asks = sys.stdin.isatty()
    if not name and asks:
        name = click.prompt(f"Name of the {kind}")
    name = " ".join((name or "").split())
    if not name:
        stop(f'say what the {kind} is called: journey-site new {kind} "…"')
    given = {"persona": persona, "owner": owner, "channel": channel}
    only_of = {"model": (model, ("journey",)), "stages": (stages, ("journey", "model"))}
    only_of |= {word: (value, ("stage",)) for word, value in (("journey", journey), ("after", after), ("before", before))}
    for option, (value, kinds) in only_of.items():
        if value and kind not in kinds:
            stop(f"--{option} says nothing of a {kind}")
    here = _here(outcome.atlas)
    said = _chosen(kind, given, outcome.atlas, asks=asks)
    if kind == "stage":
        put = put_stage(place, outcome.atlas, name, identity, said, here, journey or "", after, before, asks=asks)
        _told(place, outcome, put.line, _in_language(outcome.atlas, "name", name) if put.named else "")
        return
    identity = id_for(name, identity)
    path = _free_place(place, outcome, kind, identity)
    begun: list[Begun] = []
    if kind in ("journey", "model"):
        on, begun = _stages(kind, model, stages, outcome.atlas, here, asks=asks)
        # In the order in which fmt writes them.
        said = {key: value for key, value in {"persona": said.get("persona"), "model": on, "owner": said.get("owner")}.items() if value}
    _write(path, new_thing(KINDS[kind], kind, name, said, here, begun))
    key = "title" if kind in _TITLED else "name"
    _told(place, outcome, f"{path.as_posix()}: written. Open it and fill in what you know.", _in_language(outcome.atlas, key, name))


def _show_fields(kind: str) -> None:
    rows = every_field(KINDS[kind])
    widest = max(len(key) for key, _, _ in rows)
    for key, takes, about in rows:
        click.echo(f"{click.style(key, bold=True)}{' ' * (widest - len(key))}  {about} ({takes})")


def _here(atlas: Atlas) -> Here:
    handbook = atlas.handbook
    ids = {kind: tuple(atlas.table(kind)) for kind in ("personas", "departments", "channels", "touchpoints", "evidence", "metrics")}
    language = begins_in(handbook.language or handbook.site_languages[0])
    return Here(language, handbook.scale.low, handbook.scale.high, ids, handbook.audiences, today().isoformat())


def _chosen(kind: str, given: Mapping[str, str | None], atlas: Atlas, *, asks: bool) -> dict[str, str]:
    """The references that were given or answered, each of which must lead somewhere."""
    found: dict[str, str] = {}
    for field, value in given.items():
        if value and field not in _MAY_SAY.get(kind, ()):
            stop(f"--{field} says nothing of a {kind}")
    for field in _MAY_SAY.get(kind, ()):
        known = titles(atlas.table(_TABLES[field]).values())
        if given[field]:
            found[field] = the_one(given[field] or "", known, field)
        elif asks and known and field in _ASKED.get(kind, ()):
            found[field] = ask_for_one(field.capitalize(), known, field)
    return {field: answer for field, answer in found.items() if answer}


def _stages(
    kind: str, model: str | None, stages: str | None, atlas: Atlas, here: Here, *, asks: bool
) -> tuple[str, list[Begun]]:
    """The model that a new journey is on, if any, and the stages it begins with."""
    models: dict[str, Model] = {**atlas.models, **unused_models(atlas.models)}
    if model and stages:
        stop("say either --model or --stages: a journey on a model has the model's stages")
    if model:
        model = the_one(model, titles(models.values()), "model")
    elif not stages and not asks:
        on_a_model = "--model awareness-to-loyalty (or another model), or " if kind == "journey" else ""
        stop(f'say what its stages are: {on_a_model}--stages "Needs, Compares, Buys"')
    elif not stages and kind == "journey":
        click.echo("Its stages: those of a model, or names of your own with commas between.")
        for each in models.values():
            click.echo(f"  {each.id:<24}{', '.join(stage.name.best(here.language, 'en').words for stage in each.stages)}")
        said = _model_or_names(titles(models.values()), _most_used(atlas))
        model, stages = (said, None) if said in models else ("", said)
    elif not stages:
        stages = str(click.prompt("Its stages, with commas between")).strip()
    if model:
        return model, [Begun(stage.id, "", _about(stage.name, stage.asks, here)) for stage in models[model].stages]
    return "", named_stages(stages or "")


def _model_or_names(known: Titles, usual: str) -> str:
    """The id of a model, or names with commas between; one word alone is taken for a model's wherever it is near one."""
    while True:
        said = str(click.prompt("Model or names", default=usual)).strip()
        found = candidates(said, known)
        if len(found) == 1:
            return found[0]
        if "," in said or nearest(said, known) is None:
            return said
        click.echo(unknown(said, known, "model"))


def named_stages(words: str) -> list[Begun]:
    """Stages by their names, with commas between."""
    names = [" ".join(each.split()) for each in words.split(",") if each.strip()]
    begun = [Begun(id_for(each, None), each) for each in names]
    twice = next((each for at, each in enumerate(begun) if each.id in [other.id for other in begun[:at]]), None)
    if twice:
        stop(f'two of the stages would have the id "{twice.id}": give them names that differ')
    if not begun:
        stop('name its stages, with commas between: "Needs, Compares, Buys"')
    return begun


def _about(name: Text, asks: Text | None, here: Here) -> str:
    said = name.best(here.language, "en").words
    return " ".join((f"{said}: {asks.best(here.language, 'en').words}" if asks else said).split())


def _most_used(atlas: Atlas) -> str:
    """The model that most journeys here are on."""
    used = [str(journey.model) for journey in atlas.journeys.values() if journey.model]
    return max(sorted(set(used)), key=used.count) if used else _USUAL_MODEL


def _free_place(place: Folder, outcome: Outcome, kind: str, identity: str) -> Path:
    folder = KINDS[kind]
    there: Thing | None = outcome.atlas.table(folder).get(identity)
    path = place.path / folder / f"{identity}.yml"
    if there is not None and there.file:
        stop(f'there is a {kind} "{identity}" already, in {there.origin}; say another with --id')
    if path.exists() or path.with_suffix(".yaml").exists():
        stop(f"{path} is there already; say another id with --id")
    return path


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        stop(f"{path} cannot be written: {error.strerror}")


def _in_language(atlas: Atlas, key: str, name: str) -> str:
    """In which language the name was written, in a handbook of several, and what to write for the others."""
    languages = atlas.handbook.site_languages
    first = atlas.handbook.language or languages[0]
    others = [each for each in languages if each != first]
    if not others:
        return ""
    every = ", ".join([f"{first}: {yaml_text(name)}", *(f"{each}: …" for each in others)])
    return f"  It is written in {own_name(first)} ({first}). For readers of {', '.join(map(own_name, others))}: {key}: {{{every}}}"


def _told(place: Folder, before: Outcome, *lines: str) -> None:
    """Say what was written, and what it still lacks."""
    after = read_handbook(place.path, shown=place.shown, drafts=True, pages=())
    known = {(problem.rule, problem.message) for problem in before.problems}
    fresh = [each for each in after.problems if each.severity >= Severity.WARNING and (each.rule, each.message) not in known]
    for line in filter(None, lines):
        click.echo(line)
    for problem in fresh:
        click.echo(f"  still to do: {problem}")
