"""The page of reviews, and what every page says of its own."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from journey_site.documents.values import Text
from journey_site.site.addresses import Addresses, Link, directory_address
from journey_site.site.navigation import top_level
from journey_site.site.pages import Site
from journey_site.site.render import Renderer
from journey_site.site.views.lists.tables import LONGEST
from journey_site.site.views.overview.care import care_views
from journey_site.site.views.overview.review_queue import OwnerQueueView, ReviewQueueView, review_queue_view
from journey_site.site.views.people.cards import persona_card

SiteOf = Callable[..., Site]
PAGE = "review/index.md"
SMALL = {
    "handbook.yml": """
        title: H
        review_every: 6 months
        departments:
          sales: {name: Sales <b>and</b> advice, contact: "mailto:sales@x.example"}
          care: {name: Care}
    """,
    "personas/anna.yml": "name: Anna <i>Ek</i>\nreviewed: 2026-11-12\nreviewed_by: Bo <u>Alm</u>\nowner: care\n",
    "journeys/a.yml": "title: Late\npersona: anna\nreviewed: 2026-02-27\nreviewed_by: Eva\nowner: {department: sales, name: Eva}\nstages: [one]\n",
    "journeys/b.yml": "title: Later still\npersona: anna\nreviewed: 2025-09-02\nowner: sales\nstages: [one]\n",
    "journeys/c.yml": "title: Never\npersona: anna\nstages: [one]\n",
    "touchpoints.yml": "shop: {name: Shop, reviewed: 2024-01-01, reviewed_by: Åsa}\nfair: Fair\n",
}


def html_of(site: Site, uri: str) -> str:
    renderer = Renderer(site, lambda name: '<svg viewBox="0 0 24 24"><path d="M0 0"/></svg>')
    return renderer.render(site.pages[uri], Addresses(directory_address(uri), directory_address)).html


def owners(view: ReviewQueueView, site: Site) -> dict[str, OwnerQueueView]:
    return {site.voice.words(o.owner.words) if isinstance(o.owner.words, Text) else o.owner.words: o for o in view.owners}


def test_by_owner_with_a_sentence(site_of: SiteOf) -> None:
    site = site_of(SMALL)
    view = review_queue_view(site.voice)
    assert view.verdict == "3 of 5 reviews are overdue, the oldest since July 2024." and view.urgent
    found = owners(view, site)
    assert [(name, o.late, o.rest) for name, o in found.items()] == [
        ("Sales <b>and</b> advice", "2 overdue, the oldest since March", ""),
        ("Care", "", "1 later"),
        ("Nobody in particular", "1 overdue, since July 2024", "1 never reviewed"),
    ]
    sales = found["Sales <b>and</b> advice"]
    assert (sales.contact.words, sales.contact.link) == ("sales@x.example", Link(elsewhere="mailto:sales@x.example"))
    assert [[cell.words if isinstance(cell.words, str) else site.voice.words(cell.words) for cell in row] for row in sales.table.rows] == [
        ["Later still", "Overdue", "Sep 2, 2025", "Mar 3, 2026", "263"],
        ["Late", "Overdue", "Feb 27, 2026", "Aug 28, 2026", "85"],
    ]
    assert [row[0].note for row in sales.table.rows] == ["Journey", "Journey · Eva"]
    assert [row[0].link for row in sales.table.rows] == [Link("journeys/b/index.md"), Link("journeys/a/index.md")]


def test_it_says_what_is_left_out_and_when_the_next_is_due(site_of: SiteOf) -> None:
    view = review_queue_view(site_of(SMALL).voice)
    assert "only what says when it was reviewed" in view.left_out
    calm = review_queue_view(site_of({"content.yml": "a: {title: A, reviewed: 2026-11-20, review_every: 10 days}\n", "handbook.yml": "title: H\n",
                                      "touchpoints.yml": "", "personas/anna.yml": "name: A\nreviewed: 2026-11-01\n",
                                      **{f"journeys/{name}.yml": "title: T\nreviewed: 2026-11-01\nstages: [one]\n" for name in "abc"}}).voice)  # fmt: skip
    assert calm.verdict == "Nothing is overdue. The next review is due Nov 30, 2026." and not calm.urgent
    assert calm.left_out == ""
    assert [(o.late, o.rest) for o in calm.owners] == [("", "1 due this month · 4 later")]


def test_it_does_not_exist_when_nothing_says_anything_of_reviews(site_of: SiteOf) -> None:
    site = site_of({"personas/anna.yml": "name: Anna\n", "journeys/a.yml": "title: A\nstages: [one]\n"})
    assert PAGE not in site.pages
    assert PAGE not in {child.uri for item in top_level(site.voice) for child in item.children}
    assert [(view.kind, view.link.uri) for view in care_views(list(site.atlas.journeys.values()), site.voice) if view.kind == "never"] == [
        ("never", "journeys/index.md")
    ]


def test_where_a_newcomer_finds_it(site_of: SiteOf) -> None:
    site = site_of(SMALL)
    assert PAGE in {child.uri for item in top_level(site.voice) if item.title == "More" for child in item.children}
    assert site.pages[PAGE].description == "What is to be checked again, by whom and by when."
    cares = {view.kind: view for view in care_views(list(site.atlas.journeys.values()), site.voice)}
    assert (cares["overdue"].words, cares["overdue"].link.uri) == ("3 reviews are overdue", PAGE)
    assert cares["never"].link.uri == PAGE


def test_names_stay_words(site_of: SiteOf) -> None:
    html = html_of(site_of(SMALL), PAGE)
    for raw in ("<b>and</b>", "<i>Ek</i>", "<u>Alm</u>"):
        assert raw not in html
    assert "Bo &lt;u&gt;Alm&lt;/u&gt;" in html
    assert html.count('id="journeys-a"') == html.count('id="owner-sales"') == 1
    assert len(re.findall(r'\sid="([^"]+)"', html)) == len(set(re.findall(r'\sid="([^"]+)"', html)))
    assert '../review.json' in html


@pytest.mark.parametrize(
    ("uri", "last"),
    [
        ("journeys/a/index.md", "reviewed Feb 27, 2026 by Eva"),
        ("journeys/a/one.md", "reviewed Feb 27, 2026 by Eva"),
        ("touchpoints/shop.md", "reviewed Jan 1, 2024 by Åsa"),
        ("models/ours.md", "reviewed Feb 1, 2025 by Åsa"),
    ],
)
def test_what_is_overdue_says_so_at_its_head_and_when_it_was_last(uri: str, last: str, site_of: SiteOf) -> None:
    model = "name: Ours\nreviewed: 2025-02-01\nreviewed_by: Åsa\nstages: [one]\n"
    html = html_of(site_of({**SMALL, "models/ours.yml": model}), uri)
    head = html.split("<h1")[0]
    kind, identity = uri.split("/")[:2]
    assert re.search(rf'class="journey-late".*?href="[./]*review/#{kind}-{identity.removesuffix(".md")}">review \d+ days overdue<', head)
    assert last in html


def test_what_is_not_overdue_says_when_and_by_whom(site_of: SiteOf) -> None:
    site = site_of(SMALL)
    anna, never, fair = (html_of(site, uri) for uri in ("personas/anna.md", "journeys/c/one.md", "touchpoints/fair.md"))
    assert "reviewed Nov 12, 2026 by Bo &lt;u&gt;Alm&lt;/u&gt;" in anna
    assert "never reviewed" in never and "never reviewed" in fair
    for html in (anna, never, fair):
        assert "journey-late" not in html


def test_what_is_retired_leads_to_no_line_of_the_queue(site_of: SiteOf) -> None:
    site = site_of({**SMALL, "touchpoints.yml": "shop: {name: Shop, reviewed: 2024-01-01, publish: retired}\n"})
    assert "review/#touchpoints-shop" not in html_of(site, "touchpoints/shop.md")
    assert 'id="touchpoints-shop"' not in html_of(site, PAGE)


def test_a_card_is_not_green_while_a_journey_is_overdue(site_of: SiteOf) -> None:
    site = site_of(SMALL)
    card = persona_card(site.atlas.personas["anna"], site.voice)
    assert card.late == "2 of 3 journeys overdue" and not card.review.overdue_days
    html = html_of(site, "personas/index.md")
    assert '<span class="journey-review journey-review--overdue">2 of 3 journeys overdue</span>' in html
    assert "reviewed Nov 12, 2026" not in html


def test_a_card_says_both_where_both_are_late(site_of: SiteOf) -> None:
    site = site_of({**SMALL, "personas/anna.yml": "name: Anna\nreviewed: 2026-01-01\n", "personas/bo.yml": "name: Bo\nreviewed: 2026-11-01\n"})
    html = html_of(site, "personas/index.md")
    assert "2 of 3 journeys overdue" in html and "review 142 days overdue" in html
    assert persona_card(site.atlas.personas["bo"], site.voice).late == ""
    assert "reviewed Nov 1, 2026" in html


def test_a_long_queue_stays_light(site_of: SiteOf) -> None:
    count = 1_500
    things = "\n".join(f"thing-{at}: {{title: Thing number {at}, reviewed: {'2020-01-01' if at < 50 else '2026-11-01'}}}" for at in range(count))
    site = site_of({"handbook.yml": "title: H\nreview_every: 6 months\n", "content.yml": things})
    view = review_queue_view(site.voice)
    assert count > LONGEST
    assert [(len(o.table.rows), o.later and (len(o.later.rows), o.later.folded)) for o in view.owners] == [(50, (count - 50, True))]
    assert len(html_of(site, PAGE).encode()) < 400_000


def test_in_another_language(site_of: SiteOf) -> None:
    site = site_of({**SMALL, "handbook.yml": "title: H\nlanguage: sv\nreview_every: 6 månader\ndepartments: {sales: Sälj, care: Vård}\n"})
    late = [o.late for o in review_queue_view(site.voice).owners if o.late]
    assert len(late) == 2 and "mars" in late[0]
