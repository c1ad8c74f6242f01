"""Fenced blocks in hand-written pages, and maps for frames, in real builds: whatever Markdown extensions a site has."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from textwrap import dedent

import pytest
from projects import SMALL, Build

Small = Callable[..., Build]

PAGE = dedent("""\
    # Our meeting

    Before it.
    ```journey anna-ebike
    ```
    After it.

    ## What Anna says

    - First this

        ```journey anna-ebike#awareness show=card
        ```

    - Then that

    > ```persona anna
    > ```

    !!! note "A box"

        ```persona anna show=list limit=1
        ```

    === "A tab"

        ```touchpoint shop
        ```

    ````markdown
    ```journey bo-repair
    ```
    ````

    Like this:

        ```journey bo-repair
        ```
    """)
EXTENSIONS = {
    "none": "[]",
    "fenced_code": "[fenced_code, admonition]",
    "superfences": "[admonition, attr_list, md_in_html, pymdownx.superfences, pymdownx.tabbed: {alternate_style: true}]",
}


def config(extensions: str = "[]", plugin: str = "journey-site") -> str:
    return f"{dedent(SMALL['mkdocs.yml'])}site_url: https://example.com/handbook/\nmarkdown_extensions: {extensions}\n".replace("journey-site]", f"{plugin}]")


@pytest.mark.parametrize("name", EXTENSIONS)
def test_blocks_are_shown_whatever_extensions_there_are(small: Small, name: str) -> None:
    built = small({"maps/meeting.md": PAGE, "mkdocs.yml": config(EXTENSIONS[name])}, "--strict")
    assert built.code == 0, built.said
    page = built.page("meeting/index.html")
    boxes = ["list"] if name != "none" else []  # MkDocs itself knows of no boxes, and of no tabs: there they are code
    tabs = ["thing"] if name == "superfences" else []
    assert re.findall(r"journey-embed--(\w+)", page) == ["map", "stage", "persona", *boxes, *tabs]
    assert "journey-embed:" not in page
    assert "<p><div" not in page
    if name == "superfences":
        box = page[page.index('class="admonition note"') :]
        assert box.index("journey-embed--list") < box.index("tabbed-set") < box.index("journey-embed--thing")
    assert page.index("First this") < page.index("journey-embed--stage") < page.index("Then that")
    assert re.search(r"<blockquote>\s*<div class=\"journey journey-embed journey-embed--persona", page)
    # What shows how to write a block shows it still.
    words = re.sub(r"<[^>]+>", "", page[page.index("<article") :])
    assert words.count("```journey bo-repair") == 2
    assert words.count("```persona anna show=list limit=1") == 1 - len(boxes)
    assert words.count("```touchpoint shop") == 1 - len(tabs)
    assert re.findall(r"<h([1-6])[^>]*journey-embed__title", page) == ["2", "3", *(["3"] if tabs else [])]
    ids = re.findall(r'\sid="((?:icon-|journey-)[^"]+)"', page)
    assert len(ids) == len(set(ids))
    docs = json.loads(built.page("search/search_index.json"))["docs"]
    told = " ".join(doc["text"] for doc in docs if doc["location"].startswith("meeting/"))
    assert "Before it." in told
    assert "Queues again" not in told


def test_the_start_page_may_show_things_too(small: Small) -> None:
    built = small({"maps/index.md": "# Welcome\n\n```persona anna\n```\n\n<!-- journeys -->\n\n```journey bo-repair show=card\n```\n"}, "--strict")
    assert built.code == 0, built.said
    page = built.page("index.html")
    assert page.index("journey-embed--persona") < page.index("journey-start") < page.index("journey-embed--journey")
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids)), [one for one in ids if ids.count(one) > 1]


def test_a_wrong_block_ends_the_build_with_its_place(small: Small) -> None:
    built = small({"maps/meeting.md": "# Our meeting\n\n```journey anna-ebik show=card\n```\n\n~~~persona anna show=crd\n~~~\n"})
    assert built.code == 1
    assert 'maps/meeting.md:3:12: there is no journey "anna-ebik" (did you mean "anna-ebike"?)' in built.said
    assert 'maps/meeting.md:6:17: a persona cannot be shown as "crd" (did you mean "card"?)' in built.said
    assert "Traceback" not in built.said


def test_an_edition_shows_nothing_of_what_it_leaves_out(small: Small) -> None:
    files = {
        "maps/handbook.yml": "title: A small handbook\naudiences: [internal, client]\n",
        "maps/personas/carl.yml": "name: Carl the secret\naudience: internal\n",
        "maps/meeting.md": "# Our meeting\n\n```persona carl\n```\n\nThe end.\n",
    }
    built = small({**files, "mkdocs.yml": config(plugin="{journey-site: {audience: client}}")})
    assert built.code == 0, built.said
    page = built.page("meeting/index.html")
    assert "carl" not in page.lower()
    assert "journey-embed" not in page[page.index("<article") : page.index("</article")]
    built = small({**files, "mkdocs.yml": config(plugin="{journey-site: {audience: internal}}")})
    assert "Carl the secret" in built.page("meeting/index.html")


def test_a_map_alone_has_a_page_without_chrome(small: Small) -> None:
    built = small({"mkdocs.yml": config()}, "--strict")
    assert built.code == 0, built.said
    page = built.page("embed/journeys/anna-ebike/index.html")
    for chrome in ("md-header", "md-footer", "md-sidebar", "md-tabs", "md-search", "bundle."):
        assert chrome not in page, chrome
    assert '<meta name="robots" content="noindex">' in page
    assert '<link rel="canonical" href="https://example.com/handbook/journeys/anna-ebike/">' in page
    assert '<html lang="en"' in page
    assert "assets/journey/journey.css" in page
    assert page.count("<h1") == 1
    assert "Queues again this morning" in page
    assert "/embed/" not in built.page("sitemap.xml")
    assert "/journeys/anna-ebike/" in built.page("sitemap.xml")
    assert "embed/journeys" not in built.page("search/search_index.json")
    assert "https://example.com/handbook/embed/journeys/anna-ebike/" in built.page("journeys/anna-ebike/index.html")
    assert 'href="../anna-ebike/"' in built.page("embed/journeys/anna-bike/index.html"), "an old id leads on, in a frame too"


def test_a_map_alone_with_addresses_as_files(small: Small) -> None:
    built = small({"mkdocs.yml": dedent(SMALL["mkdocs.yml"]) + "use_directory_urls: false\n", "maps/meeting.md": PAGE}, "--strict")
    assert built.code == 0, built.said
    page = built.page("embed/journeys/anna-ebike.html")
    assert '<link rel="canonical" href="../../journeys/anna-ebike/index.html">' in page
    assert 'href="../../journeys/anna-ebike/index.html"' in page
    assert '&lt;iframe src=&#34;embed/journeys/anna-ebike.html&#34;' in built.page("journeys/anna-ebike/index.html")
    assert 'href="journeys/anna-ebike/awareness.html"' in built.page("meeting.html")
