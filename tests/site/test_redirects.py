"""Addresses that were: whatever names its old id under ``was`` is found there, however often it was renamed."""

from __future__ import annotations

from collections.abc import Callable

from journey_site.site.pages import Site

FILES = {
    "personas/anna.yml": "name: Anna\nwas: [ann]\n",
    "touchpoints.yml": "shop: {name: Shop, was: [store, outlet]}\n",
    "channels.yml": "web: {name: Web, was: [net]}\n",
    "departments.yml": "sales: {name: Sales, was: [selling]}\n",
    "content.yml": "guide: {title: Guide, was: [help]}\n",
    "evidence.yml": "talks: {name: Talks, was: [chats]}\n",
    "models/ours.yml": "name: Ours\nwas: [mine]\nstages: {need: {name: Need}, buy: {name: Buy}}\n",
    "journeys/ebike.yml": "title: E\npersona: anna\nwas: [bike]\nstages:\n  search: {name: S, was: [look, browse]}\n  buy: {name: B}\n",
    "journeys/one.yml": "title: One\nmodel: ours\nstages: {need: {emotion: 1}, buy: {emotion: 1}}\n",
    "journeys/two.yml": "title: Two\nmodel: ours\nstages: {need: {emotion: 1}, buy: {emotion: 1}}\n",
}


def test_every_earlier_address_leads_to_where_it_is(site_of: Callable[..., Site]) -> None:
    site = site_of(FILES)
    led = {redirect.uri: redirect.to for redirect in site.redirects}
    assert led == {
        "personas/ann.md": "personas/anna.md",
        "print/ann.md": "print/anna.md",
        "touchpoints/store.md": "touchpoints/shop.md",
        "touchpoints/outlet.md": "touchpoints/shop.md",
        "channels/net.md": "channels/web.md",
        "departments/selling.md": "departments/sales.md",
        "content/help.md": "content/guide.md",
        "evidence/chats.md": "evidence/talks.md",
        "models/mine.md": "models/ours.md",
        "compare/stages/mine/need.md": "compare/stages/ours/need.md",
        "compare/stages/mine/buy.md": "compare/stages/ours/buy.md",
        "embed/journeys/bike.md": "embed/journeys/ebike.md",
        "journeys/bike/index.md": "journeys/ebike/index.md",
        "journeys/bike/search.md": "journeys/ebike/search.md",
        "journeys/bike/look.md": "journeys/ebike/search.md",
        "journeys/bike/browse.md": "journeys/ebike/search.md",
        "journeys/bike/buy.md": "journeys/ebike/buy.md",
        "journeys/ebike/look.md": "journeys/ebike/search.md",
        "journeys/ebike/browse.md": "journeys/ebike/search.md",
    }


def test_a_redirect_leads_to_a_page_that_is_there(site_of: Callable[..., Site]) -> None:
    site = site_of({**FILES, "personas/bo.yml": "name: Bo\nwas: [bosse]\n"})
    assert "print/bo.md" not in site.pages  # he has no journey, and so nothing to print
    assert all(redirect.to in site.pages and redirect.uri not in site.pages for redirect in site.redirects)


def test_what_a_variant_takes_over_led_elsewhere_there_too(site_of: Callable[..., Site]) -> None:
    variant = "title: V\nextends: ebike\nstages:\n  buy: {was: [pay], name: Buys}\n  own: {name: Own, was: [mine]}\n"
    base = FILES["journeys/ebike.yml"].replace("name: B", "name: B, was: [purchase]")
    site = site_of({**FILES, "journeys/ebike.yml": base, "journeys/variant.yml": variant})
    led = {redirect.uri: redirect.to for redirect in site.redirects if redirect.uri.startswith("journeys/variant/")}
    assert led == {
        "journeys/variant/look.md": "journeys/variant/search.md",
        "journeys/variant/browse.md": "journeys/variant/search.md",
        "journeys/variant/pay.md": "journeys/variant/buy.md",
        "journeys/variant/purchase.md": "journeys/variant/buy.md",
        "journeys/variant/mine.md": "journeys/variant/own.md",
    }


def test_a_page_of_its_own_wins_over_what_is_taken_over(site_of: Callable[..., Site]) -> None:
    site = site_of({**FILES, "journeys/variant.yml": "title: V\nextends: ebike\nstages: {look: {name: Looks}}\n"})
    assert "journeys/variant/look.md" in site.pages
    assert "journeys/variant/look.md" not in {redirect.uri for redirect in site.redirects}
