"""``--audience`` and the environment variable of the same meaning: which edition a command is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click
from click.core import ParameterSource

from journey_site.editions import AUDIENCE_VARIABLE
from journey_site.reports.visible import visible

Command = Callable[..., Any]


def for_audience(said: str) -> Callable[[Command], Command]:
    """The option, with ``said`` as its help; left out, what the variable names."""
    return click.option("--audience", default="", envvar=AUDIENCE_VARIABLE, metavar="NAME", help=said, callback=_tell)


def _tell(context: click.Context, option: click.Parameter, name: str) -> str:
    """Say so where nobody named it on the line: what a variable leaves out is easily missed."""
    if name and context.get_parameter_source(option.name or "") is ParameterSource.ENVIRONMENT:
        click.echo(f'{AUDIENCE_VARIABLE} is set: this is about the edition for "{visible(name)}".', err=True)
    return name
