"""``journey-site``: the commands, gathered."""

from __future__ import annotations

import os
import sys

import click

from journey_site import __version__
from journey_site.cli.check import check
from journey_site.cli.review import review


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="journey-site")
def commands() -> None:
    """Customer journeys written in YAML, as a browsable handbook."""


commands.add_command(check)
commands.add_command(review)


def main() -> None:
    """Run the command line. A terminal without UTF-8, or a reader that has gone away, is no error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    try:
        commands(standalone_mode=True)
    except BrokenPipeError:
        # What is left in the buffer would raise once more when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
