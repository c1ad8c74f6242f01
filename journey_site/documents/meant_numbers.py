"""The number that somebody meant who wrote it as it is written at home: ``0,5``, ``−1``, ``41 000``."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MINUS = "\u2010-\u2015\u2212\ufe63\uff0d"
"""What looks like a minus and is none to a program: the signs of print, and those that programs make of one."""
_BLANKS = " \u00a0\u2007\u2009\u202f"
_SIGN = re.compile(f"^[{_MINUS}][{_BLANKS}]?(?=[0-9])")
_DIGITS = "[0-9]{1,12}"
_PLAIN = re.compile(rf"[-+]?{_DIGITS}(?:\.{_DIGITS})?")
_IN_THOUSANDS = re.compile(rf"([-+]?[1-9][0-9]{{0,2}}(?:(?P<gap>[{_BLANKS}'’.,])[0-9]{{3}})(?:(?P=gap)[0-9]{{3}})*)(?:(?!(?P=gap))[.,]({_DIGITS}))?")
_WITH_COMMA = re.compile(rf"([-+]?{_DIGITS}),({_DIGITS})")
_WITH_UNIT = re.compile(rf"(?P<number>[-+{_MINUS}]?[0-9][0-9.,{_BLANKS}'’]{{0,20}}?)[{_BLANKS}]?(?:%|[^\W\d_].{{0,20}}|[€$£¥].{{0,5}})")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class MeantNumber:
    """A number as it must be written."""

    written: str
    otherwise: str = ""
    """What it may have been meant to be too: ``1,000`` is a thousand here and one there."""
    alone: bool = True
    """False where something else stands beside it, such as a unit."""

    @property
    def is_certain(self) -> bool:
        """Whether it can be no other number, and nothing is lost by writing it so."""
        return self.alone and not self.otherwise

    @property
    def hint(self) -> str:
        """What to write."""
        if not self.alone:
            return f"write the number alone: {self.written}"
        return f"write {self.written}" + (f" or {self.otherwise}" if self.otherwise else "")


def meant_number(words: str) -> MeantNumber | None:
    """The number that ``words`` were meant to be; None where they are none.

    >>> meant_number("−0,5").written
    '-0.5'
    """
    words = words.strip(_BLANKS)
    if len(words) > _LONGEST:
        return None
    text = _SIGN.sub("-", words)
    if _PLAIN.fullmatch(text):
        return MeantNumber(text)
    if found := _IN_THOUSANDS.fullmatch(text):
        whole = re.sub("[^0-9+-]", "", found[1])
        number = f"{whole}.{found[3]}" if found[3] else whole
        # A single comma or point before three digits divides thousands in one country and a fraction in the next.
        doubtful = found["gap"] in ",." and not found[3] and found[1].count(found["gap"]) == 1
        return MeantNumber(number, found[1].replace(",", ".") if doubtful else "")
    if found := _WITH_COMMA.fullmatch(text):
        return MeantNumber(f"{found[1]}.{found[2]}")
    if found := _WITH_UNIT.fullmatch(text):
        inner = meant_number(found["number"])
        return MeantNumber(inner.written, alone=False) if inner and not inner.otherwise else None
    return None
