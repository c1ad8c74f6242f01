"""The same PDF for the same source: the browser writes the time and its own counting into each."""

from __future__ import annotations

import re
from datetime import date

_DATE = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}[+-]\d\d'\d\d'\)")
_NODE = re.compile(rb"\(node(\d{8})\)")
_PAGE = re.compile(rb"/Type\s*/Page\b")


def same_bytes(pdf: bytes, day: date) -> bytes:
    """``pdf`` said to be made on ``day``, with the names of its structure counted from 1.

    Neither changes a length, so that every offset in the file holds. The names keep their order, in which they are
    looked up.
    """
    numbers = sorted({int(found) for found in _NODE.findall(pdf)})
    counted = {number: place for place, number in enumerate(numbers, 1)}
    dated = _DATE.sub(lambda found: found[1] + day.strftime("%Y%m%d").encode() + b"000000+00'00')", pdf)
    return _NODE.sub(lambda found: b"(node%08d)" % counted[int(found[1])], dated)


def page_count(pdf: bytes) -> int:
    """How many pages a PDF of the browser's has."""
    return len(_PAGE.findall(pdf))
