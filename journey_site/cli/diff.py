"""``journey-site diff``: what changed between two versions of the handbook, and which links it breaks."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import click

from journey_site.account.account import Account
from journey_site.account.gather import account_of
from journey_site.account.in_json import in_json
from journey_site.account.in_markdown import in_markdown
from journey_site.account.in_text import in_text
from journey_site.cli.audience import for_audience
from journey_site.cli.folder import handbook_folder, stop
from journey_site.cli.screen import columns_of, paint_for
from journey_site.reports.visible import visible
from journey_site.revisions import NotThere, is_revision
from journey_site.two_versions import Readers, read_versions

_ADDRESS = re.compile(r"https?://[^\s<>\"'`@]+")


def _site(_context: click.Context, _option: click.Parameter, address: str) -> str:
    """The address of a site, with a slash at its end."""
    if address and not _ADDRESS.fullmatch(address):
        raise click.BadParameter(f'"{address}" should be the address of a site, such as https://preview.example.com/pr-12/')
    return address if not address or address.endswith("/") else f"{address}/"


@click.command()
@click.argument("base")
@click.argument("head", default="")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "json", "html"]), default="text", show_default=True,
    help="For a terminal, a comment on a pull request, a program, or as one page.",
)  # fmt: skip
@click.option(
    "--fail-on", "fails", type=click.Choice(["breaks-links"]), help="End with exit code 1 when an address that worked leads nowhere.",
)  # fmt: skip
@click.option("--preview-url", "preview", default="", callback=_site, metavar="ADDRESS", help="A site built from HEAD, to link to.")
@for_audience("Only what this edition tells, of both versions.")
@click.option("--language", default="", metavar="CODE", help="The language of the handbook's own words; left out, its first.")
@click.option("--drafts", is_flag=True, help="Tell of drafts, too, as if they were published.")
def diff(
    base: str, head: str, folder: Path | None, form: str, fails: str | None, preview: str, audience: str, language: str, drafts: bool,
) -> None:  # fmt: skip
    """Tell what changed in the handbook in FOLDER from BASE to HEAD: what breaks links, and what readers will see.

    BASE and HEAD are revisions as git knows them: main, v2, HEAD~3, a commit. Without HEAD it is the files as
    they are now. BASE... with three dots compares with where this branch set out from BASE. Nothing is checked
    out and nothing is fetched. Without FOLDER it is the one that mkdocs.yml says, else "maps"; it may be named
    without HEAD, too. Exit codes: 0 fine, 1 links break and --fail-on was asked for, 2 could not run.
    """
    head, folder = _told_apart(head, folder)
    place = handbook_folder(folder)
    found = read_versions(place.path, place.shown, base, head, Readers(audience, drafts))
    if isinstance(found, NotThere):
        stop(_refusal(found, base))
    known = found[1].everything.handbook.site_languages
    if language and language not in known:
        stop(f'this handbook is not written in "{visible(language)}": its languages are {", ".join(known)}')
    account = account_of(*found, preview=preview, audience=audience, language=language)
    paint = paint_for(sys.stdout)
    click.echo(_told(account, form, paint.wanted), nl=False, color=paint.wanted)
    sys.exit(1 if fails and account.breaks_links else 0)


def _told(account: Account, form: str, colour: bool) -> str:
    match form:
        case "markdown":
            return in_markdown(account)
        case "json":
            return in_json(account)
        case "html":
            from journey_site.account.in_html import in_html  # nobody else waits for its templates

            return in_html(account)
    return in_text(account, colour=colour, columns=columns_of(sys.stdout) if sys.stdout.isatty() else 0)


def _told_apart(head: str, folder: Path | None) -> tuple[str, Path | None]:
    """HEAD and FOLDER, where only one word stands behind BASE: a folder, unless it is a revision."""
    if not head or folder is not None or not Path(head).is_dir():
        return head, folder
    if head.startswith((".", "/")) or head.endswith(("/", os.sep)) or not is_revision(Path(head), head):
        return "", Path(head)
    stop(f'"{head}" is both a revision and a folder: write ./{head} for the folder, or refs/heads/{head} for the branch')


def _refusal(found: NotThere, base: str) -> str:
    """Why it cannot be, and what to type so that it can."""
    fetched = next((command.rpartition(":refs/remotes/")[2] for command in found.commands if ":refs/remotes/" in command), "")
    lines = [found.why]
    if found.instead:
        lines.append(f"  did you mean: {found.instead}")
    if found.commands:
        lines += [f"  {'or ' if found.instead else ''}get it with:", *(f"      {command}" for command in found.commands)]
    if fetched not in ("", base):
        lines.append(f"  {'and ' if found.instead else ''}then compare with: {fetched}")
    return "\n".join(lines)
