"""A table as a workbook: numbers are numbers, days are days, words are never formulas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from io import BytesIO

from xlsxwriter import Workbook

from journey_site.exchange.cells import Value, like_formula

_MOST_ROWS = 1_048_576
"""Excel's own limit; what a cell may hold (32,767 letters) the library sees to."""
_MOST_LINKS = 65_000
"""Excel's limit for a sheet is 65,530; addresses below stay words."""
_NO_NAME = re.compile(r"[\[\]:*?/\\]|^'|'$")
_NARROWEST, _WIDEST = 9, 60
"""In letters; what is longer runs over several lines."""
_MEASURED = 200
"""So many rows say how wide a column should be."""


def table_xlsx(
    title: str, heads: Sequence[str], rows: Iterable[Sequence[Value]], day: date, *, opened: int | None = None, rtl: bool = False
) -> bytes:
    """A workbook with one sheet called ``title``, said to be made on ``day`` so that two builds give the same bytes.

    ``opened`` is the column whose web addresses open at a click; ``rtl`` lays the sheet out from right to left.
    """
    buffer = BytesIO()
    book = Workbook(
        buffer,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "nan_inf_to_errors": True},
    )
    book.set_properties({"title": title, "created": datetime.combine(day, time())})
    bold = book.add_format({"bold": True, "valign": "top", "bottom": 1})
    plain = book.add_format({"valign": "top", "text_wrap": True})
    quoted = book.add_format({"valign": "top", "text_wrap": True, "quote_prefix": True})
    number = book.add_format({"valign": "top"})
    days = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"})
    sheet = book.add_worksheet(_NO_NAME.sub(" ", title)[:31].strip() or None)
    if rtl:
        sheet.right_to_left()
    widths = [len(head) + 3 for head in heads]
    count = 0
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, bold)
    for at, row in enumerate(rows, start=1):
        if at >= _MOST_ROWS:
            break
        count = at
        for column, value in enumerate(row):
            if value is None or value == "":
                continue
            if column == opened and at < _MOST_LINKS and isinstance(value, str) and value.startswith(("https://", "http://")):
                sheet.write_url(at, column, value)
            elif isinstance(value, str):
                sheet.write_string(at, column, value, quoted if like_formula(value) else plain)
                if at <= _MEASURED and len(value) > widths[column]:
                    widths[column] = len(value)
            elif isinstance(value, date):
                sheet.write_datetime(at, column, datetime.combine(value, time()), days)
                widths[column] = max(widths[column], 12)
            else:
                sheet.write_number(at, column, value, number)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(_WIDEST, max(_NARROWEST, width + 1)))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(1, count), max(0, len(heads) - 1))
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    book.close()
    return buffer.getvalue()
