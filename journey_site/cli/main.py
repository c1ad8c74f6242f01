"""``journey-site``: the commands, gathered."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from journey_site import __version__

COMMANDS = ("init", "new", "check", "fmt", "rename", "diff", "review", "translations", "editions", "schema", "build", "pdf", "pptx")
"""In the order of ``--help``; each is the function of its name in the module of its name."""


class _Commands(click.Group):
    """The commands, each imported when it is asked for: none waits for what only another needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"journey_site.cli.{cmd_name}"), cmd_name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="journey-site")
def commands() -> None:
    """Customer journeys written in YAML, as a browsable handbook."""


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
