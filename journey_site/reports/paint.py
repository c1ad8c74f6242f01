"""Colours on a terminal; none anywhere else."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.problems import Severity

_RESET = "\x1b[0m"
_BOLD, _FAINT, _RED, _GREEN, _YELLOW, _BLUE = "1", "2", "31", "32", "33", "34"
_OF_SEVERITY = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW, Severity.ADVICE: _BLUE}


@dataclass(frozen=True, slots=True)
class Paint:
    """Puts colours around words, where they are wanted. Nothing is told by colour alone."""

    wanted: bool = False

    def bold(self, words: str) -> str:
        """What the eye should find first."""
        return self._in(words, _BOLD)

    def faint(self, words: str) -> str:
        """What stands around it."""
        return self._in(words, _FAINT)

    def good(self, words: str) -> str:
        """What is as it should be, or became so."""
        return self._in(words, _GREEN)

    def grave(self, words: str, severity: Severity, *, bold: bool = True) -> str:
        """Words in the colour of a severity."""
        colour = _OF_SEVERITY[severity]
        return self._in(words, f"{_BOLD};{colour}" if bold else colour)

    def _in(self, words: str, codes: str) -> str:
        return f"\x1b[{codes}m{words}{_RESET}" if self.wanted and words else words
