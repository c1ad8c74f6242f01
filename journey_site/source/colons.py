"""Fields whose colon is missing: ``name Anna``, ``goals`` above a list, ``name = Anna``.

YAML takes such a line for a text, and complains of something else. Told in the editor's own words, as it should stand.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from journey_site.source.scene import in_quotes, named, shorten

_FIRST = re.compile(
    r"""(?P<word>"[\w-]+"|'[\w-]+'|[^\W\d][\w+-]*)
        (?P<sign>[ ]?(?:=>?|->|→|[;；：﹕∶꞉])|[,.](?=\s)|[ ][-–—](?=\s))?
        (?P<rest>.*)""",
    re.VERBOSE,
)
_SIGNS_FOR_COLONS = frozenset("=>;；：﹕∶꞉→")


@dataclass(frozen=True, slots=True)
class WithoutColon:
    """A line that begins with the name of a field and has no colon after it."""

    field: str
    """As it must be written."""
    rest: str
    width: int
    """How many letters the name and what stands for the colon take."""
    instead: str
    """What stands where the colon belongs; empty where nothing does."""

    @property
    def message(self) -> str:
        """What is wrong, in a sentence."""
        if self.instead:
            return f'a colon belongs after "{self.field}", not {named(self.instead)}'
        return f'a colon is missing after "{self.field}"'

    @property
    def hint(self) -> str:
        """The line as it was meant, or how to write it."""
        if ": " in self.rest and self.rest[0] not in "\"'[{|>":
            return in_quotes(self.rest, f"{self.field}: ")
        whole = f"{self.field}: {self.rest}" if self.rest else f"{self.field}:"
        return f"write {named(shorten(whole))}"

    @property
    def is_plain_sign(self) -> bool:
        """Whether a sign stands there that can mean nothing but a colon."""
        return bool(self.instead) and self.instead[-1] in _SIGNS_FOR_COLONS


def without_colon(text: str, fields: Collection[str]) -> WithoutColon | None:
    """What a line was meant to be whose first word is one of ``fields``; nothing for any other."""
    found = _FIRST.match(text)
    if found is None or not fields:
        return None
    word = found["word"].strip("\"'")
    field = word if word in fields else word.casefold()
    rest, sign = found["rest"], (found["sign"] or "").strip()
    if field not in fields or (rest and not sign and not rest[0].isspace()) or (sign and not rest.strip()):
        return None
    return WithoutColon(field, rest.strip(), found.end("word") + len(found["sign"] or ""), sign)
