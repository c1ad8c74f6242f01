"""Which fenced blocks of a Markdown text ask for something of the handbook, and what is left in their place."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_site.embeds.asked import Asked, asked_by
from journey_site.embeds.fences import fences_in, with_fences_replaced

OURS = {
    "```journey anna\n```": (1, 4, "journey", "anna"),
    "Words.\n\n~~~~ persona anna show=card\n\n~~~~\n": (3, 6, "persona", "anna"),
    "- a list\n\n    ```channel web\n    ```": (3, 8, "channel", "web"),
    "1. a list\n    - in a list\n\n        ```channel web\n        ```": (4, 12, "channel", "web"),
    '!!! note "A box"\n\n    More.\n\n    ```journey anna#buy\n    ```': (5, 8, "journey", "anna#buy"),
    '=== "A tab"\n    ```journey anna\n    ```': (2, 8, "journey", "anna"),
    "> ```journey anna\n> ```": (1, 6, "journey", "anna"),
    "---\ntitle: A page\n---\n\n```journey anna\n```": (5, 4, "journey", "anna"),
    "\ufeff```journey anna\r\n```\r\n": (1, 4, "journey", "anna"),
    "Say `<!--` aloud.\n\n```journey anna\n```": (3, 4, "journey", "anna"),
    "<!-- gone -->\n\n```journey anna\n```": (3, 4, "journey", "anna"),
    "````\n```persona bo\n```\n````\n\n```journey anna\n```": (6, 4, "journey", "anna"),
}
CODE = (
    "````markdown\n```journey anna\n```\n````",
    "~~~\n```journey anna\n```\n~~~",
    "Like this:\n\n    ```journey anna\n    ```",
    "<!--\n```journey anna\n```\n-->",
    "---\nexample: |\n  ```journey anna\n  ```\n---\n",
    "```python\njourney = 1\n```",
    "```journeys anna\n```",
    "```model\nclass Model: ...\n```",
    '```content title="x.txt"\nwords\n```',
    "```mermaid\njourney\n  title A day\n```",
    "`journey anna`",
    "``` {.journey #anna}\n```",
    "```\njourney anna\n```",
)


@pytest.mark.parametrize("text", OURS, ids=range(len(OURS)))
def test_a_block_of_ours_is_found_wherever_it_stands(text: str) -> None:
    line, column, scheme, target = OURS[text]
    (fence,) = fences_in(text)
    assert (fence.line, fence.column, fence.scheme) == (line, column, scheme)
    assert fence.target is not None
    assert fence.target.text == target
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    assert lines[line - 1][fence.target.column - 1 :].startswith(target)


@pytest.mark.parametrize("text", CODE, ids=range(len(CODE)))
def test_code_is_left_alone(text: str) -> None:
    assert fences_in(text) == []
    if not text.startswith("---"):  # what reads Markdown never sees front matter
        assert with_fences_replaced(text.split("\n"), lambda _: "HERE") == text.split("\n")


def test_what_is_put_in_its_place_stands_as_deep() -> None:
    text = dedent("""\
        - a list
            ```journey anna
            ```
        > said
        > ```persona bo show=card
        > ```
        """)
    put = with_fences_replaced(text.split("\n"), lambda fence: fence.scheme.upper())
    assert put == ["- a list", "", "    JOURNEY", "", "> said", ">", "> PERSONA", ">", ""]


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("journey anna", Asked("journey", "anna", show="map")),
        ("journey anna#buy", Asked("journey", "anna", "buy", show="card")),
        ("journey anna show=curve department=sales", Asked("journey", "anna", show="curve", department="sales")),
        ("journey anna actor='bo'", Asked("journey", "anna", show="map", actor="bo")),
        ('persona anna show="card"', Asked("persona", "anna")),
        ("persona anna show=list", Asked("persona", "anna", show="list", of="journeys")),
        ("department sales of=pains limit=3", Asked("department", "sales", show="list", of="pains", limit=3)),
        ("journey anna#buy show=list of=touchpoints", Asked("journey", "anna", "buy", show="list", of="touchpoints")),
        ("metric nps", Asked("metric", "nps")),
    ],
)
def test_what_a_block_asks_for(written: str, asked: Asked) -> None:
    (fence,) = fences_in(f"```{written}\n```")
    assert asked_by(fence) == asked


@pytest.mark.parametrize("wrong", ["journey", "persona anna#x", "journey anna show=lits", "journey anna limit=3", "persona anna\nwords", "channel web x"])
def test_of_a_wrong_block_nothing_is_shown(wrong: str) -> None:
    assert [asked_by(fence) for fence in fences_in(f"```{wrong}\n```")] == [None]


@given(st.lists(st.sampled_from(["```", "````", "~~~", "journey a", "show=", "=", " ", "\n", "    ", "> ", "- ", "<!--", "-->", "`", '"', "#", ":", "---\n", "é"])).map("".join))
def test_no_text_makes_it_stumble_and_what_is_no_block_stays(text: str) -> None:
    found = fences_in(text)
    for fence in found:
        asked_by(fence)
    put = with_fences_replaced(text.split("\n"), lambda _: "")
    assert [line for line in put if line.strip(" \t>")] == [line for line in text.split("\n") if line.strip(" \t>") and line in put]
    if not found:
        assert put == text.split("\n") or text.startswith("---")


def test_thousands_of_fences_that_nobody_closes_are_quickly_read() -> None:
    text = "".join(f"{'`' * (3 + at % 40)}journey a{at}\n\n" for at in range(4000))
    assert len(fences_in(text)) == 4000
