"""What a text holds without anybody seeing it: invisible characters, letters gone wrong, secrets.

Each is looked for in the file as it is saved, comments too, because that is what goes into reviews and copies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from journey_site.problems import Problem, Severity

if TYPE_CHECKING:
    from journey_site.source.text import SourceText

_MOST = 20
"""Of each sort in one file: nobody reads more."""

_INVISIBLE = re.compile(
    "[\u115f\u1160\u180e\u2060-\u2064\u3164\ufeff\uffa0\ufff9-\ufffb]"
    "|(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b"
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0001-\U000e007f]"
)
"""Characters without a width. Joiners, soft hyphens and marks of direction are left alone, because languages need
them; so are spaces without a width between Thai, Lao, Burmese and Khmer words, and the tags that make flags."""

_OVERRIDE = re.compile("[\u202a\u202b\u202d\u202e]")
_ISOLATE = re.compile("[\u2066-\u2068](?![^\n]*\u2069)")
"""One that is not closed in its line, so that it turns what follows."""

_BROKEN = re.compile("\ufffd|[ÃÂ][\u0080-\u00bf]|â€[™œžœ\u009d“”¢¦]|Ã[…„–¥¤¶¸¦†˜]")
"""What UTF-8 looks like when a program took it for an older encoding: Ã¥ for å, â€™ for an apostrophe."""

_SECRET_NAMES = "access_?token|api_?key|auth_?token|client_?secret|password|passwd|pwd|private_?token|secret|sig|x-amz-signature|x-goog-signature"
_SECRET = re.compile(
    rf"https?://[^\s/?#@:\"']{{1,100}}:(?P<password>[^\s/?#@\"']{{1,200}})@|[?&](?P<name>{_SECRET_NAMES})=(?P<value>[^\s&#\"'…<>{{]{{6,}})", re.IGNORECASE
)


def unseen(source: SourceText) -> Iterator[Problem]:
    """Everything of the kind in one file."""
    text = source.text
    if not text.isascii():
        for found in islice(_INVISIBLE.finditer(text), _MOST):
            message = f"an invisible character (U+{ord(found[0]):04X}) stands here"
            yield problem("invisible-character", source, found, message, "delete it and write the place again")
        for found in islice((*_OVERRIDE.finditer(text), *_ISOLATE.finditer(text)), _MOST):
            message = f"a mark (U+{ord(found[0]):04X}) turns the direction of what follows, so it is read otherwise than it is written"
            yield problem("bidirectional-override", source, found, message, "delete it; text from right to left needs none")
        for found in islice(_BROKEN.finditer(text), _MOST):
            message = f'"{found[0]}" looks like a letter that was saved in another encoding'
            yield problem("broken-letters", source, found, message, "write the letter again")
    if "://" in text:
        yield from islice(_secrets(source), _MOST)


def _secrets(source: SourceText) -> Iterator[Problem]:
    for found in _SECRET.finditer(source.text):
        # The message is seen by more people than the file: it never says the secret itself.
        if found["password"]:
            message = "this address holds a password, and everybody who sees the site can read it"
        else:
            message = f'this address holds "{found["name"]}", which opens what it leads to for everybody who sees the site'
        yield problem("secret-in-address", source, found, message, "write the address without it, and have the secret changed")


def without_secrets(line: str) -> str:
    """``line`` as it may be shown to whoever sees a log: each letter of a secret in an address is a dot."""
    if "://" not in line:
        return line
    return _SECRET.sub(_dotted, line)


def _dotted(found: re.Match[str]) -> str:
    which = "password" if found["password"] else "value"
    start, end = found.start(which) - found.start(), found.end(which) - found.start()
    return found[0][:start] + "•" * (end - start) + found[0][end:]


def problem(rule: str, source: SourceText, found: re.Match[str], message: str, hint: str) -> Problem:
    """A warning at what a pattern found."""
    line, column = source.place(found.start())
    return Problem(rule, message, source.span(line, column, len(found[0])), Severity.WARNING, hint)
