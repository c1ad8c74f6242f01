"""Text from a handbook on one line, with what cannot be seen written out."""

from __future__ import annotations

from journey_site.reports.visible import harmless, visible

_BREAKS = str.maketrans(dict.fromkeys("\n\r\t\v\f\x85\u2028\u2029", " "))


def seen(words: str) -> str:
    """``words`` on one line, with control and direction characters by their numbers, and no order for a build server.

    >>> seen("a\\u202eb")
    'a<U+202E>b'
    """
    return visible(words.translate(_BREAKS))


def line(words: str) -> str:
    """A whole line of output that no build server takes for an order, whatever stands in it."""
    return harmless(words)
