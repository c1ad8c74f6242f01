"""Words from a handbook within Markdown: shown as they are, and read as nothing else.

Not only markup is meant. What hosts of code make of plain words counts as well: mentions that call people,
numbers that link to other work, addresses, emoji by name, formulas.
"""

from __future__ import annotations

import re

from journey_site.account.characters import seen

_APART = "&#8203;"
"""A space without width, which keeps two letters from being read as one thing."""
_ALWAYS = frozenset("\\`*_[]|~#")
"""What may be markup anywhere in a line; the other signs are so at its beginning only, where no words stand."""
_BEGINS = re.compile(r"\s*(?:[-+=]|\d+[.)]|$)")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"}
_JOINED = re.compile(
    r"""(?P<mention>@)
      | (?P<number>[#!%&~$](?=[\w"]))            # other work, by its number or name: #12, !7, %v2, ~label
      | (?P<short>\bGH-(?=\d))
      | (?P<scheme>:(?=//))                      # addresses that become links by themselves
      | (?P<www>\bwww(?=\.))
      | (?P<emoji>:(?=[\w+-]+:))""",
    re.VERBOSE | re.IGNORECASE,
)


def words_only(words: str) -> str:
    """``words`` so that Markdown shows exactly them, in the middle of a line.

    >>> words_only("*Call* @anna <b>")
    '\\\\*Call\\\\* @&#8203;anna &lt;b&gt;'
    """
    words = seen(words)
    found: list[str] = []
    end = 0
    for match in _JOINED.finditer(words):
        found += [_escaped(words[end : match.end()]), _APART]
        end = match.end()
    return "".join(found) + _escaped(words[end:])


def first_words(words: str) -> str:
    """The same at the beginning of a line, where a number or a dash would begin a list."""
    return (_APART if _BEGINS.match(words) else "") + words_only(words)


def _escaped(words: str) -> str:
    return "".join(_ENTITIES.get(letter) or (f"\\{letter}" if letter in _ALWAYS else letter) for letter in words)


def code(words: str) -> str:
    """``words`` as code, whatever ticks stand in them."""
    # In code no sign can be escaped, and a build looks for its own comment by one of these.
    words = seen(words).replace("<!--", "<!\u200b--")
    longest = max((len(ticks) for ticks in re.findall("`+", words)), default=0)
    fence = "`" * (longest + 1)
    space = " " if longest or words != words.strip() else ""
    return f"{fence}{space}{words}{space}{fence}" if words else ""
