"""What a site has beside its pages: the whole handbook as JSON, and each list for spreadsheets, as paths with their bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, partial

from journey_site.documents.values import Ref
from journey_site.exchange.handbook_json import handbook_json
from journey_site.exchange.handbook_schema import schema_json
from journey_site.exchange.review_json import review_json
from journey_site.exchange.tables_csv import table_csv
from journey_site.exchange.tables_xlsx import table_xlsx
from journey_site.site.addresses import (
    HANDBOOK_JSON,
    HANDBOOK_SCHEMA,
    REVIEW_JSON,
    Link,
    stage_uri,
    table_uri,
)
from journey_site.site.pages import Site
from journey_site.site.sheets import Sheet, handed_kinds, sheet_of
from journey_site.site.views.overview.review_queue import has_reviews

Pieces = Callable[[], Iterable[bytes]]
"""Makes a file's bytes, piece by piece, when it is written and not before."""


def data_files(site: Site, address_of: Callable[[str], str], home: str = "") -> dict[str, Pieces]:
    """The data of ``site`` by its path within it.

    ``address_of`` gives a page's address relative to the site's root, and ``home`` is that root's own
    address where it is known. Both may be asked for when a file is written.
    """
    voice = site.voice

    def leads_to(link: Link) -> str:
        anchor = f"#{link.anchor}" if link.anchor else ""
        return link.elsewhere or home + address_of(link.uri) + anchor

    def page_of(kind: str, identity: str, stage: str) -> str:
        link = Link(stage_uri(identity, stage)) if stage else voice.link(Ref(identity, kind))
        return address_of(link.uri) + (f"#{link.anchor}" if link.anchor else "") if link.uri in site.pages else ""

    @lru_cache(maxsize=1)  # a list is written twice, one file after the other
    def sheet(kind: str) -> Sheet:
        return sheet_of(kind, voice, leads_to)

    def as_csv(kind: str) -> Iterable[bytes]:
        table = sheet(kind)
        return table_csv(table.heads, table.rows, decimal_comma=voice.language.decimal_comma)

    def as_xlsx(kind: str) -> Iterable[bytes]:
        table = sheet(kind)
        rtl, last = voice.language.direction == "rtl", len(table.heads) - 1
        yield table_xlsx(table.title, table.heads, table.rows, site.atlas.today, opened=last, rtl=rtl)

    files: dict[str, Pieces] = {
        HANDBOOK_JSON: lambda: handbook_json(site.atlas, page_of, site=home, schema=HANDBOOK_SCHEMA),
        HANDBOOK_SCHEMA: lambda: [schema_json()],
    }
    if has_reviews(voice):
        files[REVIEW_JSON] = lambda: review_json(site.atlas, page_of, site=home)
    for kind in handed_kinds(voice):
        files[table_uri(kind, "csv")] = partial(as_csv, kind)
        files[table_uri(kind, "xlsx")] = partial(as_xlsx, kind)
    return files
