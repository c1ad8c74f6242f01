"""What in a file is not in the usual layout, in a few words: for whoever is told that it would be written anew."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from journey_site.edit.changes import Change

_LAYOUT = re.compile(r"[\s{}\[\],-]+")
"""What a list or a mapping is written with: brackets and commas on one line, dashes and breaks on several."""
_ID = re.compile(r"[\s{[,-]*id:")
_Step = tuple[str, int, int, int, int]
"""What becomes of some lines: the word of ``SequenceMatcher``, from and to in the text before, from and to after."""


def layout_slip(change: Change) -> str:
    """How many lines would be another, and the first of them with what is not usual there: ``2 lines, first line 3 (indent)``."""
    before, after = _lines(change.before.text), _lines(change.after)
    # As --diff matches them, so that both name the same lines.
    steps = [step for step in SequenceMatcher(None, before, after).get_opcodes() if step[0] != "equal"]
    # A line that moves is taken away at one place and put in at another: it counts once.
    count = max(sum(end - old for _, old, end, _, _ in steps), sum(end - new for _, _, _, new, end in steps))
    _, old, _, _, _ = steps[0]
    where = f"line {max(1, min(old + 1, len(before)))}"
    return f"{where if count == 1 else f'{count:,} lines, first {where}'} ({_reason(steps, before, after)})"


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _reason(steps: Sequence[_Step], before: Sequence[str], after: Sequence[str]) -> str:
    """What is not usual where the first lines change."""
    _, old, old_end, new, new_end = steps[0]
    was, becomes = list(before[old:old_end]), list(after[new:new_end])
    if any(map(_ID.match, becomes)) and not any(map(_ID.match, was)):
        return "an id is written out"
    if len(was) == len(becomes):
        for cut, reason in ((_ending, "line end"), (str.rstrip, "spaces at the end"), (str.strip, "indent")):
            if [cut(line) for line in was] == [cut(line) for line in becomes]:
                return reason
    if _words(was) == _words(becomes):
        return "empty lines"
    gone, come = _moving(steps, before, after)
    if (was and _words(was) <= come) or (not was and _words(becomes) <= gone):
        return "order of fields"
    if _without_spaces(was) == _without_spaces(becomes):
        return "spaces"
    if _LAYOUT.sub("", "".join(was)) == _LAYOUT.sub("", "".join(becomes)):
        return "a line for each entry"
    return "layout"


def _ending(line: str) -> str:
    return line.rstrip("\r\n")


def _words(lines: Sequence[str]) -> Counter[str]:
    """The lines that say something, without the spaces they begin and end with."""
    return Counter(line.strip() for line in lines if line.strip())


def _without_spaces(lines: Sequence[str]) -> str:
    return "".join("".join(lines).split())


def _moving(steps: Sequence[_Step], before: Sequence[str], after: Sequence[str]) -> tuple[Counter[str], Counter[str]]:
    """What is taken away somewhere in the file, and what is put in."""
    gone, come = Counter[str](), Counter[str]()
    for _, old, old_end, new, new_end in steps:
        gone += _words(before[old:old_end])
        come += _words(after[new:new_end])
    return gone, come
