"""Questions on the terminal, and answers that may be an id or a title."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import click

from journey_site.cli.folder import stop
from journey_site.documents.values import Text
from journey_site.edit.meant import NotMeant, meant
from journey_site.source.ids import is_id, slug


def ask(question: str, understood: Callable[[str], str]) -> str:
    """An answer that is understood, asked for until there is one; nothing where somebody only presses Enter."""
    while True:
        said = str(click.prompt(question, default="", show_default=False)).strip()
        try:
            return understood(said) if said else ""
        except NotMeant as reason:
            click.echo(reason)


def ask_for_one(question: str, known: Mapping[str, Text], what: str) -> str:
    """The id of one of ``known``, by its id or title; nothing where somebody only presses Enter."""
    return ask(f"{question} ({', '.join(known)}; Enter for none)", lambda said: meant(said, known, what))


def the_one(words: str, known: Mapping[str, Text], what: str) -> str:
    """The id that an option means; where it means none, the command says so and ends with exit code 2."""
    try:
        return meant(words, known, what)
    except NotMeant as reason:
        stop(str(reason))


def id_for(name: str, wanted: str | None) -> str:
    """The id of something new: the one that is wanted, else one made from the name."""
    identity = wanted or slug(name)
    if not identity:
        stop(f'no id can be made from "{name}": say one with --id')
    if not is_id(identity) or identity == "index":
        stop(f'"{identity}" is no id: ids are lower case letters a-z, digits and dashes')
    return identity
