"""``journey-site schema``: what may be written, as JSON Schema, so that an editor completes and checks while one types."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import click

from journey_site.cli.folder import Folder, folder_argument, handbook_folder, stop
from journey_site.exchange.declared_ids import Known, known_in
from journey_site.exchange.editor_settings import (
    NotOurs,
    Patterns,
    jetbrains_mappings,
    vscode_extensions,
    vscode_settings,
)
from journey_site.exchange.schema_drafts import DRAFTS
from journey_site.exchange.yaml_schema import file_kinds, yaml_schema
from journey_site.handbook import read_handbook

_PLACE = ".journey-site/schema"
"""Where the schemas lie that editors read, as seen from the project's folder."""
_ENDINGS = ("yml", "yaml")


@click.command()
@folder_argument
@click.option("--kind", type=click.Choice(list(file_kinds())), default="journey", show_default=True, help="The kind of file it is for.")
@click.option("--with-ids", is_flag=True, help="Fill in this handbook's ids, so that references are completed and checked; --install always does.")
@click.option("--draft", type=click.Choice(list(DRAFTS)), default="2020-12", show_default=True, help="The version of JSON Schema.")
@click.option("--install", is_flag=True, help="Write all schemas, and settings for VS Code and JetBrains, into this folder.")
def schema(folder: Path | None, kind: str, with_ids: bool, draft: str, install: bool) -> None:
    """Print the JSON Schema of one kind of file of the handbook in FOLDER, or install all for editors.

    Without FOLDER it is the one that mkdocs.yml says, else the folder "maps". The languages, the emotion
    scale and the lanes of its own are the handbook's. Exit codes: 0 done, 2 could not run.
    """
    place = handbook_folder(folder)
    # Whoever installs wants ids completed, too.
    known = _known(place, with_ids or install)
    if install:
        _install(place, known)
    else:
        click.echo(_printed(yaml_schema(kind, known, draft)), nl=False)


def _known(place: Folder, with_ids: bool) -> Known:
    outcome = read_handbook(place.path, shown=place.shown, drafts=True, pages=())
    return known_in(outcome.everything or outcome.atlas, with_ids=with_ids)


def _printed(schema: object) -> str:
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def _install(place: Folder, known: Known) -> None:
    """Write every schema, then tell the editors; a settings file that cannot be changed is told, and left."""
    below = Path(os.path.relpath(place.path)).as_posix()
    if below.startswith(".."):
        stop(f'the handbook lies outside this folder; run this in the folder that holds "{place.path.name}"')
    Path(_PLACE).mkdir(parents=True, exist_ok=True)
    prefix = "" if below == "." else f"{below}/"
    patterns: dict[str, list[str]] = {}
    for kind, files in file_kinds().items():
        path = f"{_PLACE}/{kind}.json"
        # Editors know draft 07 best.
        Path(path).write_text(_printed(yaml_schema(kind, known, "draft-07")), encoding="utf-8")
        patterns[path] = [f"{prefix}{files}.{ending}" for ending in _ENDINGS]
    click.echo(f"{_PLACE}/: {len(patterns)} schemas")
    _settle(".vscode/settings.json", lambda written: vscode_settings(written, patterns), _snippet(patterns))
    _settle(".vscode/extensions.json", vscode_extensions, "recommend the extension redhat.vscode-yaml")
    _settle(".idea/jsonSchemas.xml", lambda written: jetbrains_mappings(written, patterns), f"map the schemas in {_PLACE} by hand")
    click.echo("Run it again when ids, languages or lanes have changed.")


def _snippet(patterns: Patterns) -> str:
    shown = json.dumps({f"./{path}": list(files) for path, files in patterns.items()}, indent=2)
    return f'put this into it yourself:\n"yaml.schemas": {shown}'


def _settle(name: str, change: Callable[[str], str], otherwise: str) -> None:
    path = Path(name)
    written = path.read_text(encoding="utf-8") if path.is_file() else ""
    try:
        wanted = change(written)
    except NotOurs as reason:
        click.echo(f"{name}: left as it is, because {reason}; {otherwise}")
        return
    if wanted == written:
        click.echo(f"{name}: as it was")
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(wanted, encoding="utf-8")
    click.echo(f"{name}: {'changed' if written else 'written'}")
