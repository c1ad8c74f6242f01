"""Sentences that are yet to be told: the same finding in English on the command line, in the page's language on a page.

A sentence keeps its English message, which is its key in the catalogues, apart from what goes into its
gaps. Whoever tells it puts names, numbers and times into words. Imports nothing of ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def N_(message: str) -> str:
    """Mark ``message`` for the catalogues; it is translated where it is shown."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:
    """Mark a message with its two forms, for one and for any other number, for the catalogues."""
    return one, many


@dataclass(frozen=True, slots=True)
class Sentence:
    """A message with gaps such as ``%(stages)s``, and what goes into them.

    A value is a text of the handbook, a thing or stage of it (told by name, as a link where there are links), a
    length of time, a whole number, a value on the emotion scale (`Felt`), another sentence, plain words, or a
    tuple of these, told as a list.
    """

    message: str
    values: Mapping[str, object] = field(default_factory=dict)
    several: str = ""
    """The form for other numbers than one; empty where no number decides."""
    number: int = 1
    """What decides between the forms; it fills the gap ``%(num)s``."""


@dataclass(frozen=True, slots=True)
class Felt:
    """A value on the handbook's emotion scale, told with its sign."""

    value: float


def counted(forms: tuple[str, str], number: int, **values: object) -> Sentence:
    """A sentence in the form that fits ``number``.

    >>> counted(NN_("%(num)s stage is empty", "%(num)s stages are empty"), 2).number
    2
    """
    one, many = forms
    return Sentence(one, values, many, number)
