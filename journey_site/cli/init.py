"""``journey-site init``: a handbook in an empty folder, with its checks and its way to readers."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from journey_site.cli.folder import stop
from journey_site.documents.built_in import built_in_model, built_in_models
from journey_site.handbook import read_handbook
from journey_site.problems import Severity
from journey_site.starter.project import HOSTS, LANGUAGES, Wishes, project_files, usual

_USUAL_MODEL = "awareness-to-loyalty"


@click.command()
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", metavar="WORDS", help="What the handbook is called.")
@click.option("--language", type=click.Choice(LANGUAGES), help="The language it is written in.")
@click.option("--persona", metavar="NAME", help="Whose journey the first one is.")
@click.option("--journey", metavar="WORDS", help="What the first journey is called.")
@click.option("--model", type=click.Choice(sorted(built_in_models())), help="The stages it goes through.")
@click.option("--host", type=click.Choice(HOSTS), help="Where it is kept: its checks are written for that.")
@click.option("--department", metavar="NAME", help="Who answers for the first journey.")
@click.option("--contact", metavar="MAIL", help="That department's mail address.")
@click.option("--yes", is_flag=True, help="Ask nothing: take what is usual for what is not said.")
def init(
    folder: Path | None,
    title: str | None,
    language: str | None,
    persona: str | None,
    journey: str | None,
    model: str | None,
    host: str | None,
    department: str | None,
    contact: str | None,
    yes: bool,
) -> None:
    """Begin a handbook in FOLDER, or here: a persona, a journey, and the files to check and publish it.

    Asks what is not said. Nothing is ever overwritten: where one of its files is there already, nothing at
    all is written. Exit codes: 0 written, 2 could not run.
    """
    place = folder or Path()
    asks = not yes and sys.stdin.isatty()
    language = language or _ask("Language", "en", asks, LANGUAGES)
    titles = usual(language)
    title = title or _ask("Title of the handbook", titles[0], asks)
    persona = persona or _ask("A persona", titles[1], asks)
    journey = journey or _ask("A journey", titles[2], asks)
    model = model or _ask("Its stages", _USUAL_MODEL, asks, tuple(sorted(built_in_models())))
    host = host or _ask("Where is it kept", "github", asks, HOSTS)
    stages = built_in_model(model)
    if stages is None:
        stop(f'there is no model "{model}"')
    files = project_files(Wishes(title, language, persona, journey, stages, host, department or "", contact or ""))
    _write(place, files)
    _next(place, files)


def _ask(what: str, usual_answer: str, asks: bool, known: tuple[str, ...] = ()) -> str:
    if not asks:
        return usual_answer
    kind = click.Choice(known) if known else None
    return str(click.prompt(what, default=usual_answer, type=kind)).strip() or usual_answer


def _write(place: Path, files: dict[str, str]) -> None:
    """Write every file, or none."""
    there = [path for path in files if (place / path).exists() or (place / path).is_symlink()]
    if there:
        stop(f"{', '.join(there)}: there already, so nothing was written; begin in an empty folder")
    if (place / "maps").is_dir() and any((place / "maps").iterdir()):
        stop("there is a folder maps with something in it, so nothing was written; begin in an empty folder")
    try:
        for path, text in files.items():
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            with (place / path).open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except OSError as error:
        stop(f"{error.filename}: cannot be written: {error.strerror}")


def _next(place: Path, files: dict[str, str]) -> None:
    for path in files:
        click.echo(f"  {path}")
    problems = read_handbook(place / "maps", shown="maps").problems
    wrong = sum(problem.severity >= Severity.WARNING for problem in problems)
    click.echo(f"{len(files)} files written. " + ("No problems." if not wrong else f"{wrong} problems: journey-site check tells."))
    steps = [] if place == Path() else [f"cd {place}"]
    click.echo("Next: " + " && ".join([*steps, "pip install -r requirements.txt", "mkdocs serve"]))
