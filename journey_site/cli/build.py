"""``journey-site build``: the site of one edition, as a folder or as a zip that opens without a server."""

from __future__ import annotations

import os
import shlex
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from journey_site import __version__
from journey_site.cli.deliveries import audience_option, which_edition
from journey_site.cli.folder import Folder, folder_argument, handbook_folder, stop
from journey_site.delivery.building import NotBuilt, build_aloud, plain_config
from journey_site.delivery.from_disk import files_of, make_ready
from journey_site.delivery.other_hosts import asked_of_others
from journey_site.delivery.packed import MANIFEST, READ_ME, manifest, packed
from journey_site.delivery.read_me import Cover, read_me
from journey_site.delivery.source import Revision, differs, moment, revision_of
from journey_site.delivery.told import WITHOUT_SERVER, NoEdition, Told, read_told
from journey_site.handbook import read_handbook
from journey_site.mkdocs_settings import config_of, settings_files
from journey_site.site.language import Language
from journey_site.site.voice import Voice

_FOUND = 1
_MOST = 10
"""How many addresses of other hosts are told."""


@click.command()
@folder_argument
@audience_option
@click.option("--zip", "to_zip", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Pack a site that opens without a server.")
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="The folder to write into; left out, what mkdocs.yml says.")
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="The configuration; left out, the mkdocs.yml of FOLDER.")
@click.option("--strict/--no-strict", default=None, help="Whether warnings end the build; left out, what mkdocs.yml says.")
def build(folder: Path | None, audience: str, to_zip: Path | None, output: Path | None, config: Path | None, strict: bool | None) -> None:
    """Build the site of the handbook in FOLDER: into a folder, or with --zip into one file that opens without a server.

    Without FOLDER it is the one that mkdocs.yml says, else the folder "maps". MkDocs does the work and says what
    it finds. Exit codes: 0 done, 1 the site was not built or may not be handed over, 2 could not run.
    """
    if to_zip and output:
        stop("--output and --zip are two ways to deliver: give one of them")
    if config and folder:
        stop("--config says which handbook it is: leave out FOLDER")
    with TemporaryDirectory(prefix="journey-site-") as name:
        work = Path(name)
        chosen = _config(folder, config, work)
        if to_zip is None:
            sys.exit(_FOUND if build_aloud(chosen, output.resolve() if output else None, audience, click.echo, strict=strict) else 0)
        _deliver(chosen, to_zip, audience, strict, work, _command(folder, config, to_zip))


def _command(folder: Path | None, config: Path | None, to: Path) -> str:
    """The command as it was written, for whoever shall add a word to it."""
    said = [*([folder.as_posix()] if folder else []), *(["--config", config.as_posix()] if config else [])]
    return shlex.join(["journey-site", "build", *said, "--zip", to.as_posix()])


def _config(folder: Path | None, config: Path | None, work: Path) -> Path:
    """The configuration to build with; a handbook that has none is given a plain one in ``work``."""
    if config is not None:
        if not config.is_file():
            stop(f'the configuration "{config}" {"is no file" if config.exists() else "does not exist"}')
        return config.resolve()
    place = handbook_folder(folder)
    found = config_of(place.path)
    if found is not None:
        return found
    try:
        return plain_config(place.path, _title(place), work)
    except NotBuilt as reason:
        stop(str(reason))


def _title(place: Folder) -> str:
    atlas = read_handbook(place.path, shown=place.shown).atlas
    return Voice(atlas, Language(atlas.language)).words(atlas.handbook.name)


def _deliver(config: Path, to: Path, audience: str, strict: bool | None, work: Path, command: str) -> None:
    revision = revision_of(config.parent)
    seconds = moment(revision)
    name_of_work, site, told_in = work.name, work / "site", work / "told.json"
    # The day the site is of is the day of its source, and sets of words are printed in one order.
    also = {WITHOUT_SERVER: str(told_in), "SOURCE_DATE_EPOCH": str(seconds), "PYTHONHASHSEED": "0"}

    def tell(line: str) -> None:
        # Where the site is built is nobody's concern: the folder will be gone.
        if name_of_work not in line:
            click.echo(line, err=True)

    failed = build_aloud(config, site, audience, tell, log=True, strict=strict, also=also)
    told = read_told(told_in)
    if isinstance(told, NoEdition):
        stop(f"nothing was packed, as nobody said for whom: {which_edition(told.audiences, command)}")
    if failed:
        _refuse("the site was not built", to)
    if told is None:
        stop(f'nothing was packed: "{config.name}" does not use the plugin journey-site')
    make_ready(site)
    files = dict(files_of(site))
    _ask_nobody(files, to)
    for own in (MANIFEST, READ_ME):
        if own in files:
            stop(f'nothing was packed: the site has a file "{own}" of its own, and the zip\'s has that name; give yours another')
    day = datetime.fromtimestamp(seconds, UTC).date()
    files[READ_ME] = read_me((Cover(*each) for each in told.covers), told.audience, day)
    changed = revision is not None and differs(config.parent, [*settings_files(config), *map(Path, told.made_of)], to)
    about = _about(told, revision, changed, day)
    content = packed([*files.items(), (MANIFEST, manifest(about, files.items()))], seconds)
    _write(to, content)
    edition = f', the edition "{told.audience}"' if told.audience else ""
    edition += ", which shows everything" if told.hides_nothing else ""
    of = f" ({revision.commit[:7]}{' and what changed since' if changed else ''})" if revision else ""
    click.echo(f"{to.as_posix()}: {len(files) + 1:,} files, {len(content) / 1e6:.1f} MB{edition}, of {about['date']}{of}")


def _about(told: Told, revision: Revision | None, changed: bool, day: date) -> dict[str, object]:
    """What the manifest says of the delivery besides its files."""
    return {
        "title": told.title,
        "audience": told.audience or None,
        "languages": list(told.languages),
        "date": day.isoformat(),
        "revision": {"commit": revision.commit, "changed_since": changed} if revision else None,
        **({"journey_site": __version__} if told.credit else {}),
    }


def _ask_nobody(files: dict[str, bytes], to: Path) -> None:
    """End with exit code 1 when a page would ask another host for something."""
    asked = asked_of_others(files.items())
    if not asked:
        return
    click.echo("These addresses would be asked as soon as somebody opens the page:", err=True)
    for address, name in list(asked.items())[:_MOST]:
        click.echo(f"  {address} (in {name})", err=True)
    if len(asked) > _MOST:
        click.echo(f"  and {len(asked) - _MOST:,} more", err=True)
    click.echo("Put copies of them among your own files, or let Material's plugin privacy do that.", err=True)
    _refuse("the zip would not open without a network", to)


def _refuse(why: str, to: Path) -> None:
    left = f'; "{to.as_posix()}" is still the one from before' if to.exists() else ""
    click.echo(f"journey-site: {why}, so nothing was packed{left}", err=True)
    sys.exit(_FOUND)


def _write(to: Path, content: bytes) -> None:
    """Write the zip whole or not at all."""
    beside = to.with_name(f".{to.name}.{os.getpid()}")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(content)
            beside.replace(to)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as reason:
        stop(f'"{to}" cannot be written: {reason.strerror or reason}')
