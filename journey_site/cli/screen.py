"""What a command prints on: how wide it is, and whether it shows colours."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from typing import TextIO

import click

from journey_site.reports.paint import Paint
from journey_site.reports.text import WIDTH

_NARROWEST, _WIDEST = 60, 140


def paint_for(stream: TextIO) -> Paint:
    """Colours on a terminal; ``NO_COLOR`` switches them off and ``FORCE_COLOR`` on, wherever it is printed to.

    Sources: https://no-color.org and https://force-color.org; where both are set, there are none.
    """
    if os.environ.get("NO_COLOR"):
        return Paint(False)
    if os.environ.get("FORCE_COLOR"):
        return Paint(True)
    return Paint(stream.isatty() and os.environ.get("TERM") != "dumb")


def columns_of(stream: TextIO) -> int:
    """How many columns a line may take; a log has no width of its own."""
    if not stream.isatty():
        return WIDTH
    return min(_WIDEST, max(_NARROWEST, shutil.get_terminal_size((WIDTH, 0)).columns))


def put(lines: Iterable[str], stream: TextIO) -> None:
    """Print lines as they are, with their colours where there are any."""
    click.echo("\n".join(lines), file=stream, color=paint_for(stream).wanted)
