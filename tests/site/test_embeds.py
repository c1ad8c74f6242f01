"""What stands in place of a fenced block, and the map alone in a frame."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from html import unescape

import pytest

from journey_site.embeds.asked import LISTS, SHOWS, asked_by
from journey_site.embeds.fences import fences_in
from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.elsewhere import leading_out, symbols_once, with_eyes
from journey_site.site.pages import Site, SitePage
from journey_site.site.render import Renderer
from journey_site.site.views.embeds.embed import embed_view

Make = Callable[..., Site]

FILES = {
    "handbook.yml": """
        title: H
        audiences: [internal, client]
        channels: {web: {name: Web}}
        departments: {sales: {name: Sales & co, colour: '#123456'}, service: Service, board: {name: The board, audience: internal}}
        touchpoints: {line: {name: The line, owner: service, channel: web}}
        metrics: {wait: {name: Days of waiting, value: 9, target: 2, better: lower, owner: sales}}
    """,
    "personas.yml": "p0: {name: Anna Ek, quote: I wait}\np1: {name: Bo Ek}\nsecret: {name: Nobody yet, audience: internal}\n",
    "content.yml": "guide: {title: A guide, owner: sales}\n",
    "evidence.yml": "calls: {title: Calls}\n",
    "models/own.yml": "title: Own\nstages: {need: {name: Need}, use: {name: Use}}\n",
    "journeys/j.yml": """
        title: J <b> "
        actors: [p0, p1]
        model: own
        owner: sales
        stages:
          need:
            emotion: -1
            goal: To be warm
            thoughts: [{text: Brr, evidence: calls}, {text: Mine, actor: p0}, Third]
            touchpoints: [{touchpoint: line, experience: -1.5, channel: web}]
            content: [guide]
            pains: [{text: Small, severity: 1}, {text: Nobody rings, severity: 5, id: silence}]
            opportunities: [{text: Ring, impact: 5, effort: 1, owner: sales, solves: silence}, {text: Write, impact: 2, effort: 2, owner: service}]
            metrics: [wait]
          use: {owner: service, emotion: 1, steps: [{name: Begin}, {name: Go on}]}
    """,
    "journeys/alone.yml": "title: Alone\npersona: p0\nstages: [one, two]\n",
}

_RENDERERS: dict[int, Renderer] = {}


def shown(site: Site, written: str, level: int = 3) -> str:
    """The HTML that a block leaves in a page; empty: nothing."""
    (fence,) = fences_in(f"```{written}\n```")
    asked = asked_by(fence)
    assert asked is not None, written
    view = embed_view(asked, level, site.voice)
    if view is None:
        return ""
    page = SitePage("guide/page.md", "embed", "", lambda: view)
    if id(site) not in _RENDERERS:  # templates are read once for a site
        _RENDERERS.clear()
        _RENDERERS[id(site)] = Renderer(site, lambda name: '<svg viewBox="0 0 1 1"></svg>')
    return _RENDERERS[id(site)].render(page, Addresses("guide/page/", directory_address)).html


def item(html: str, words: str) -> str:
    """The tag of the entry of a list that begins with these words."""
    before = html[: html.index(f">{words}<") if f">{words}<" in html else html.index(words)]
    return before[before.rindex("<li") :]


def test_everything_that_may_be_asked_for_can_be_shown(site_of: Make) -> None:
    site = site_of(FILES)
    things = {
        "journey": "j", "persona": "p0", "department": "sales", "channel": "web", "touchpoint": "line", "content": "guide",
        "evidence": "calls", "metric": "wait", "model": "own",
    }  # fmt: skip
    assert things.keys() == LISTS.keys()
    for scheme, identity in things.items():
        for show in SHOWS.get(scheme, ("card", "list")):
            html = shown(site, f"{scheme} {identity} show={show}")
            assert html.count("data-search-exclude") >= 1
            assert 'lang="en" dir="ltr"' in html
            if show != "list":
                assert "<h3" in html
        for of in LISTS[scheme]:
            assert 'class="journey journey-embed journey-embed--list"' in shown(site, f"{scheme} {identity} show=list of={of}")


ALL = ("journey j", "journey j show=curve", "journey j show=card", "journey j#need", "persona p0", "department sales", "model own", "metric wait",
       "persona p0 show=list", "journey j show=list of=pains", "department sales show=list", "evidence calls show=list")  # fmt: skip


def test_parts_of_one_page_have_no_id_in_common(site_of: Make) -> None:
    site = site_of(FILES)
    html = symbols_once("".join(shown(site, written) * 2 for written in ALL))
    ids = Counter(re.findall(r'\sid="([^"]+)"', html))
    assert [identity for identity, count in ids.items() if count > 1] == []
    assert set(ids) == {identity for identity in ids if identity.startswith("icon-")} | {"journey-mood"}
    used = set(re.findall(r'xlink:href="#([^"]+)"', html))
    assert used <= set(ids)
    assert not re.search(r'href="#(?!icon-)', html), "no link leads to a place that is not there"


@pytest.mark.parametrize(("level", "tag"), [(1, "h2"), (2, "h2"), (4, "h4"), (7, "h6")])
def test_headings_fit_in_below_the_pages_own(site_of: Make, level: int, tag: str) -> None:
    site = site_of(FILES)
    for written in ("journey j", "journey j#need", "persona p0", "journey alone show=card", "department sales"):
        assert set(re.findall(r"<(h\d)\b", shown(site, written, level))) == {tag}


def test_nothing_from_yaml_becomes_markup(site_of: Make) -> None:
    site = site_of(FILES)
    for written in ALL:
        html = shown(site, written)
        assert "J <b>" not in html
        assert "Sales & co" not in html


def test_a_map_has_every_lane_and_a_curve_its_line_alone(site_of: Make) -> None:
    site = site_of(FILES)
    whole, curve = shown(site, "journey j"), shown(site, "journey j show=curve")
    assert "journey-lane--pains" in whole
    assert "Nobody rings" in whole
    assert re.findall(r'class="journey-lane journey-lane--(\w+)', curve) == ["emotion"]
    assert 'href="../../journeys/j/need/"' in curve
    # Nobody has said how the other one feels: then the map says so.
    assert "journey-embed--map" in shown(site, "journey alone show=curve")


def test_a_stage_card_says_the_worst_and_the_best(site_of: Make) -> None:
    html = shown(site_of(FILES), "journey j#need show=card")
    assert html.index("Nobody rings") < html.index("Small")
    assert "Ring" in html
    assert "Write" not in html
    assert "Third" not in html
    assert "To be warm" in html
    assert 'href="../../journeys/j/need/"' in html


def test_with_the_eyes_of_a_department(site_of: Make) -> None:
    site = site_of(FILES)
    html = shown(site, "journey j department=sales")
    assert "is-theirs" in item(html, "Ring")
    assert "is-aside" in item(html, "Write")
    assert 'href="../../journeys/j/?department=sales"' in html
    assert "--journey-chosen: #123456" in html
    assert re.search(r"things? for Sales &amp; co", html)
    assert "is-theirs" not in shown(site, "journey j")
    assert "is-aside" in shown(site, "journey j actor=p1")


def test_eyes_mark_what_is_marked_and_nothing_else() -> None:
    html = '<li data-departments="a b" class="x">1</li><li data-departments="">2</li><g data-actors="p"/><i class="data-departments">3</i>'
    assert with_eyes(html, {"departments": "a"}) == (
        '<li data-departments="a b" class="x is-theirs">1</li><li data-departments="" class="is-aside">2</li>'
        '<g data-actors="p"/><i class="data-departments">3</i>'
    )
    both = with_eyes('<td data-actors="p" data-departments="b">', {"departments": "a", "actors": "p"})
    assert both == '<td data-actors="p" data-departments="b" class="is-aside">'
    assert with_eyes("x & y", {}) == "x & y"


def test_a_list_is_as_long_as_asked_and_leads_to_the_rest(site_of: Make) -> None:
    site = site_of(FILES)
    html = shown(site, "journey j show=list of=pains limit=1")
    assert html.count("<tr>") == 2
    assert "Nobody rings" in html
    assert re.search(r'<a href="../../journeys/j/">and 1 more</a>', html)
    more = shown(site, "department sales show=list of=stages limit=1")
    assert re.search(r'<a href="../../departments/sales/#stages">and 1 more</a>', more) or "more" not in more
    assert "nothing yet" in shown(site, "department service show=list of=content")
    assert "Alone" in shown(site, "persona p0 show=list")
    assert "Alone" not in shown(site, "persona p1 show=list")


def test_of_what_an_edition_leaves_out_nothing_is_shown(site_of: Make) -> None:
    site = site_of(FILES, audience="client")
    assert shown(site, "persona secret") == ""
    assert shown(site, "department board show=list") == ""
    assert "board" not in shown(site, "journey j department=board")
    assert shown(site_of(FILES, audience="internal"), "persona secret")


def test_a_map_alone_leads_out_of_its_frame(site_of: Make) -> None:
    site = site_of(FILES)
    page = site.pages["embed/journeys/j.md"]
    assert (page.part_of, page.searched, page.origin) == ("journeys/j/index.md", False, None)
    renderer = Renderer(site, lambda name: "")
    html = renderer.render(page, Addresses("embed/journeys/j/", directory_address)).html
    links = re.findall(r"<a\b[^>]*>", html)
    assert len(links) > 5
    for link in links:
        assert ('target="_top"' in link) != ('href="#' in link), link
    assert re.search(r'<a target="_top" class="journey-tool" href="../../../journeys/j/">[^<]*Open in the handbook</a>', html)
    assert html.count("<h1>") == 1
    assert 'id="need"' not in html
    assert 'id="stage-need"' in html


def test_links_that_have_a_target_keep_it() -> None:
    assert leading_out('<a href="x" target="_blank">1</a><a href="#y">2</a><abbr>3</abbr><a class="z" xlink:href="u">4</a>') == (
        '<a href="x" target="_blank">1</a><a href="#y">2</a><abbr>3</abbr><a target="_top" class="z" xlink:href="u">4</a>'
    )


@pytest.mark.parametrize("home", ["", "https://example.com/handbook/"])
def test_the_map_says_how_to_frame_it(site_of: Make, home: str) -> None:
    site = site_of(FILES)
    page = site.pages["journeys/j/index.md"]
    html = Renderer(site, lambda name: "").render(page, Addresses("journeys/j/", directory_address, home)).html
    code = re.search(r'<textarea id="embed-code"[^>]*>([^<]*)</textarea>', html)
    assert code is not None
    assert unescape(code[1]).startswith(f'<iframe src="{home}embed/journeys/j/" title="J &lt;b&gt; &#34;" loading="lazy"')
    assert 'href="../../embed/journeys/j/"' in html


def test_a_frame_elsewhere_survives_a_new_id(site_of: Make) -> None:
    files = FILES | {"journeys/j.yml": FILES["journeys/j.yml"].replace("title: J", "was: [k]\n        replaces: [gone]\n        title: J")}
    files["journeys/gone.yml"] = "title: Gone\npublish: retired\nstages: [x]\n"
    redirects = {redirect.uri: redirect.to for redirect in site_of(files).redirects}
    assert redirects["embed/journeys/k.md"] == "embed/journeys/j.md"
