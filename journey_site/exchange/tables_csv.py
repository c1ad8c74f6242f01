"""A table as CSV, so that a double click opens it rightly in the spreadsheet programs of its language.

Where the language writes decimals with a comma, spreadsheets part fields at semicolons and would take
``1.5`` for the first of May; so such a file has semicolons and decimal commas. A byte order mark says that
it is UTF-8. Programs are better served by the JSON file.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import StringIO

from journey_site.exchange.cells import Value, harmless

_AT_ONCE = 500
_MARK = "\ufeff"


def table_csv(heads: Sequence[str], rows: Iterable[Sequence[Value]], *, decimal_comma: bool = False) -> Iterator[bytes]:
    """The table in UTF-8, some rows at a time; ``decimal_comma`` writes it as languages with ``1,5`` expect it."""
    page = StringIO(newline="")
    page.write(_MARK)
    writer = csv.writer(page, delimiter=";" if decimal_comma else ",", lineterminator="\r\n")
    writer.writerow([harmless(head) for head in heads])
    for at, row in enumerate(rows, start=1):
        writer.writerow([_field(value, decimal_comma) for value in row])
        if at % _AT_ONCE == 0:
            yield page.getvalue().encode("utf-8", "replace")
            page.seek(0)
            page.truncate()
    yield page.getvalue().encode("utf-8", "replace")


def _field(value: Value, decimal_comma: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, date):
        return value.isoformat()
    number = f"{value:d}" if isinstance(value, int) else f"{value:.15g}"
    return number.replace(".", ",") if decimal_comma else number
