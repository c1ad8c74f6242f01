"""Texts from YAML never become markup, script or anything that opens what it should not."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey_site.site.markdown import blocks, inline, plain

ALLOWED = {"em", "strong", "code", "a", "br", "p", "ul", "ol", "li", "blockquote", "pre", "hr"}


def resolve(scheme: str, target: str) -> str | None:
    return f"/{scheme}/{target}" if target != "gone" else None


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("Vad kostar det?", "Vad kostar det?"),
        ("3 < 4 & 5", "3 &lt; 4 &amp; 5"),
        ("*så* **här** `kod`", "<em>så</em> <strong>här</strong> <code>kod</code>"),
        ("<b>fet</b>", "&lt;b&gt;fet&lt;/b&gt;"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("[se](journey:anna#decision)", '<a href="/journey/anna#decision">se</a>'),
        ("[se](touchpoint:gone) mer", "se mer"),
        ("[x](https://example.com/)", '<a href="https://example.com/">x</a>'),
        ("[x](mailto:eva@example.com)", '<a href="mailto:eva@example.com">x</a>'),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("[x](JaVaScRiPt:alert(1))", "[x](JaVaScRiPt:alert(1))"),
        ("[x](data:text/html,hi)", "[x](data:text/html,hi)"),
        ("[x](//evil.example)", "[x](//evil.example)"),
        ("![x](https://evil.example/p.png)", '!<a href="https://evil.example/p.png">x</a>'),
        ("{{ config }} {% raw %}", "{{ config }} {% raw %}"),
    ],
)
def test_short_texts(words: str, html: str) -> None:
    assert str(inline(words, resolve)) == html


def test_long_texts_are_paragraphs_and_lists() -> None:
    assert str(blocks("En mening.", resolve)) == "<p>En mening.</p>"
    assert str(blocks("- ett\n- två", resolve)) == "<ul>\n<li>ett</li>\n<li>två</li>\n</ul>\n"
    assert "<h1" not in blocks("# Rubrik\n\ntext", resolve), "a text may not break the page's outline"


def test_plain_words() -> None:
    assert plain("Se **priset** i [kalkylen](touchpoint:kalkyl), `nu`") == "Se priset i kalkylen, nu"
    assert plain("Första\n\nAndra") == "Första Andra"


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))


@given(st.text(alphabet=st.sampled_from(list("<>[]()!*_`#&;\"'\\ \n-:/aejst{}%")), max_size=60))
def test_no_text_makes_other_than_plain_markup(words: str) -> None:
    for html in (inline(words, resolve), blocks(words, resolve)):
        tags = Tags()
        tags.feed(str(html))
        for tag, attrs in tags.found:
            assert tag in ALLOWED
            for name, value in attrs:
                assert name in ("href", "title", "start", "class")
                if name == "href":
                    assert not re.match(r"\s*(?!https?:|mailto:|tel:)[a-z]+:", value or "", re.IGNORECASE)
