"""The line that tells an owner what is wrong: to whom it leads, and that nothing breaks out of its address."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.pages import Site
from journey_site.site.render import Renderer
from journey_site.site.views.tell import TellView, tell_of_stage, tell_of_thing

SiteOf = Callable[..., Site]
HOME = "https://example.com/h/"
DEPARTMENTS = "departments:\n  sales: {name: Sales and advice, contact: 'mailto:sales@x.example'}\n  mute: {name: Mute}\n"


def handbook(report: str = "", more: str = "") -> str:
    return f"title: H\n{DEPARTMENTS}{f'report: {report!r}' if report else ''}\n{more}"


def line(site: Site, uri: str, home: str = HOME, renderer: Renderer | None = None) -> tuple[str, str]:
    """What the line at the foot of a page says, and where it leads; empty when there is none."""
    printed = renderer or Renderer(site, lambda _: "")
    html = printed.render(site.pages[uri], Addresses(directory_address(uri), directory_address, home)).html
    found = re.findall(r'<p class="journey-tell"[^>]*>(.*?)</p>', html, re.DOTALL)
    assert len(found) <= 1
    if not found:
        return "", ""
    link = re.fullmatch(r'(.*) <a href="([^"]*)">(.*)</a>', found[0])
    assert link, found[0]
    return unescape(f"{link[1]} {link[3]}"), unescape(link[2])


def letter(address: str) -> tuple[str, str, str]:
    """To whom a letter goes, its subject and its body, as a mail program reads them."""
    parts = urlsplit(address)
    assert parts.scheme == "mailto" and not parts.fragment
    assert re.fullmatch(r"[!-~]+", address), "nothing but plain letters"
    fields = parse_qs(parts.query.replace("+", "%2B"), strict_parsing=True)
    assert all(len(values) == 1 for values in fields.values())
    return unquote(parts.path), fields["subject"][0], fields["body"][0]


def test_a_letter_names_page_and_item(site_of: SiteOf) -> None:
    site = site_of({
        "handbook.yml": handbook(),
        "journeys/a.yml": "title: Göran byter värme\nowner: sales\nstages: {one: {name: Å & Ö?}}\n",
    })  # fmt: skip
    said, address = line(site, "journeys/a/one.md")
    assert said == "Wrong or out of date? Tell Sales and advice"
    assert "%0D%0A" in address and "\n" not in address and "+" not in address
    assert "G%C3%B6ran" in address and "%26" in address
    assert letter(address) == (
        "sales@x.example",
        "Wrong or out of date: Göran byter värme › Å & Ö?",
        "About: Göran byter värme › Å & Ö?\r\nPage: https://example.com/h/journeys/a/one/\r\n\r\nWhat is wrong or out of date:\r\n\r\n",
    )
    _, unknown = line(site, "journeys/a/one.md", home="")
    assert "\r\nPage: journeys/a/one/\r\n" in letter(unknown)[2]
    assert letter(line(site, "journeys/a/index.md")[1])[1] == "Wrong or out of date: Göran byter värme"


HOSTILE = [
    'A"><script>alert(1)</script>',
    "A&body=gotcha&bcc=evil@x.example",
    "A?subject=x#fragment",
    "A%0D%0ABcc: evil@x.example",
    "A\\r\\nBcc: evil@x.example",
    "{page} {item} {{ 7*7 }} %(item)s %s",
    "Åsa+Bo = 100 % 🚲 \\ue000 \\u202e \\u2028",
    "x' onmouseover='alert(1)",
    "O" * 5_000,
]


@pytest.mark.parametrize("report", ["https://x.example/new?t={item}&b={page}", "mailto:h@x.example?subject={item}"])
def test_no_name_breaks_out_of_the_address(report: str, site_of: SiteOf) -> None:
    names = {f"n{at}": '"' + name.replace('"', '\\"') + '"' for at, name in enumerate(HOSTILE)}
    site = site_of({
        "handbook.yml": handbook(report),
        "touchpoints.yml": "".join(f"{key}: {{name: {name}}}\nown-{key}: {{name: {name}, owner: sales}}\n" for key, name in names.items()),
        **{f"journeys/{key}.yml": f"title: {name}\nstages: {{one: {{name: {name}}}}}\n" for key, name in names.items()},
    })  # fmt: skip
    renderer = Renderer(site, lambda _: "")
    for uri in (uri for key in names for uri in (f"touchpoints/{key}.md", f"touchpoints/own-{key}.md", f"journeys/{key}/one.md")):
        said, address = line(site, uri, renderer=renderer)
        assert said and len(address) < 3_000
        fields = parse_qs(urlsplit(address).query, strict_parsing=True)
        assert re.fullmatch(r"[!-~]+", address) and not urlsplit(address).fragment
        if address.startswith("https:"):
            assert set(fields) == {"t", "b"} and fields["b"] == [HOME + directory_address(uri)]
            continue
        _to, subject, body = letter(address)
        assert set(fields) == {"subject", "body"}
        assert not re.search(r"[\r\n\ue000\u2028\u202e]", subject)
        assert body.count("\r\n") == 5 and body.count(HOME) == 1 and f"Page: {HOME}{directory_address(uri)}\r\n" in body


@pytest.mark.parametrize(
    ("owner", "report", "said", "to"),
    [
        ("{department: sales, name: Eva Ek, contact: 'mailto:eva@x.example'}", "mailto:h@x.example", "Tell Eva Ek", "mailto:eva@x.example"),
        ("{department: sales, name: Eva Ek}", "mailto:h@x.example", "Tell Sales and advice", "mailto:sales@x.example"),
        ("{name: Eva Ek, contact: 'tel:+4612345'}", "", "Tell Eva Ek", "tel:+4612345"),
        ("{contact: 'https://chat.example/sales?x={item}#top'}", "", "Tell the owner", "https://chat.example/sales?x={item}#top"),
        ("mute", "mailto:h@x.example", "Tell us", "mailto:h@x.example"),
        ("", "mailto:h@x.example", "Tell us", "mailto:h@x.example"),
        ("", "https://x.example/wrong", "Tell us", "https://x.example/wrong"),
        ("", "forms/wrong.html", "Tell us", "../../forms/wrong.html"),
        ("mute", "", "", ""),
        ("", "", "", ""),
    ],
)
def test_to_the_owner_else_the_department_else_the_handbook(owner: str, report: str, said: str, to: str, site_of: SiteOf) -> None:
    entry = f"{{name: Shop, owner: {owner}}}" if owner else "Shop"
    found, address = line(site_of({"handbook.yml": handbook(report), "touchpoints.yml": f"shop: {entry}\n"}), "touchpoints/shop.md")
    assert found.removeprefix("Wrong or out of date? ") == said
    assert address.partition("?subject=")[0] == to


def test_a_stage_is_its_own_owners_else_the_journeys(site_of: SiteOf) -> None:
    site = site_of({
        "handbook.yml": handbook(),
        "journeys/a.yml": "title: A\nowner: sales\nstages: {one: {name: One, owner: {name: Bo, contact: 'mailto:bo@x.example'}}, two: {name: Two}}\n",
    })  # fmt: skip
    assert line(site, "journeys/a/one.md")[1].startswith("mailto:bo@x.example?")
    assert line(site, "journeys/a/two.md")[1].startswith("mailto:sales@x.example?")
    assert line(site, "departments/sales.md")[1].startswith("mailto:sales@x.example?"), "a department answers for itself"


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("mailto:a@x.example?cc=b@x.example", "mailto:a@x.example?cc=b@x.example&subject=S&body=B%20p"),
        ("mailto:a@x.example?Subject=Ours", "mailto:a@x.example?Subject=Ours&body=B%20p"),
        ("mailto:a@x.example?subject=%5Bx%5D%20{item}", "mailto:a@x.example?subject=%5Bx%5D%20i%26%C3%A5&body=B%20p"),
        ("MAILTO:a@x.example", "MAILTO:a@x.example?subject=S&body=B%20p"),
        ("mailto:a@x.example&bcc=b@x.example#x", "mailto:a@x.example%26bcc=b@x.example%23x?subject=S&body=B%20p"),
        ("mailto:a@x.example?", "mailto:a@x.example?subject=S&body=B%20p"),
        ("https://x.example/{page}/{item}", "https://x.example/p/i%26%C3%A5"),
    ],
)
def test_what_an_address_says_already_stays(address: str, wanted: str) -> None:
    view = TellView("", "", address, gaps=True, item="i&å", subject="S", body="B \ue000")
    assert view.address_from("p") == wanted


def test_what_is_retired_asks_for_nothing(site_of: SiteOf) -> None:
    site = site_of({
        "handbook.yml": handbook("mailto:h@x.example"),
        "touchpoints.yml": "shop: {name: Shop, publish: retired}\n",
        "journeys/a.yml": "title: A\npublish: retired\nstages: [one]\n",
    })  # fmt: skip
    journey = site.atlas.journeys["a"]
    assert tell_of_thing(site.atlas.touchpoints["shop"], site.voice) is None
    assert tell_of_thing(journey, site.voice) is None and tell_of_stage(journey, journey.stages[0], site.voice) is None
    assert line(site, "journeys/a/one.md") == ("", "")


def test_an_edition_tells_nobody_whom_it_does_not_show(site_of: SiteOf) -> None:
    files = {
        "handbook.yml": "title: H\naudiences: [internal, client]\nreport: mailto:h@x.example\ndepartments: {sales: {name: Sales, contact: 'mailto:s@x.example', audience: internal}}\n",
        "touchpoints.yml": "shop: {name: Shop, owner: sales}\n",
    }
    assert line(site_of(files), "touchpoints/shop.md")[1].startswith("mailto:s@x.example?")
    said, address = line(site_of(files, audience="client"), "touchpoints/shop.md")
    assert said.endswith("Tell us") and address.startswith("mailto:h@x.example?")
