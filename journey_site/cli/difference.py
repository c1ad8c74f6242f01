"""Shows what a command would change, as version control shows it: lines with minus and plus."""

from __future__ import annotations

from difflib import unified_diff

import click

from journey_site.edit.changes import Change, Changes
from journey_site.reports.visible import visible

_COLOURS = {"-": "red", "+": "green", "@": "cyan"}
_NO_END = "\\ No newline at end of file"


def show_difference(changes: Changes) -> None:
    """Print every change; control characters in the files are made visible."""
    for change in changes.texts:
        for line in _lines(change):
            click.echo(click.style(line, fg=_COLOURS.get(line[:1]), bold=line[:3] in ("---", "+++")))
    for move in changes.moves:
        click.echo(click.style(f"rename from {visible(move.file)}", bold=True))
        click.echo(click.style(f"rename to {visible(move.to_file)}", bold=True))


def _lines(change: Change) -> list[str]:
    before, after = _split(change.before.text), _split(change.after)
    found: list[str] = []
    for line in unified_diff(before, after, change.file, change.file, lineterm=""):
        words = line.removesuffix("\n")
        ends = words.endswith("\r")
        found.append(words[:1] + visible(words[1:].removesuffix("\r")) + ("<CR>" if ends and _ends_differ(change) else ""))
        if words is line and line[:1] in "+- " and line[:3] not in ("---", "+++"):
            found.append(_NO_END)
    return found


def _split(text: str) -> list[str]:
    return text.splitlines(keepends=True) if "\r" not in text.replace("\r\n", "") else text.split("\n")


def _ends_differ(change: Change) -> bool:
    """Whether some lines of a file end as on Windows and others do not, so that it must be seen which."""
    return any(0 < text.count("\r\n") < text.count("\n") for text in (change.before.text, change.after))
