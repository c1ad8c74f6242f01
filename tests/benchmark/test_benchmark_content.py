"""The benchmark's handbook is one that journey-site reads without a word, and its Markdown says the same."""

from __future__ import annotations

from pathlib import Path

from content import content_of
from corpus import without_advice
from handbook import write_handbook
from stock import Converter, write_stock

from journey_site.handbook import read_handbook
from journey_site.site.addresses import Addresses, directory_address
from journey_site.site.render import Renderer

PAGE = """<html><body><h1>not the article's</h1><article class="md"><svg><a href="x">gone</a></svg>
<h1>A *map*</h1><p><strong>Worst:</strong> <a href="../b/#pains">b_c</a> &lt;now&gt;</p>
<h2 id="x">Says<a class="headerlink" href="#x">#</a></h2>
<ul><li>one</li><li>two<ol><li># three</li></ol></li></ul>
<dl><div><dt>Owner</dt><dd><a href="./">Sales</a></dd></div></dl>
<table><caption class="journey-hidden">Lanes</caption><tr><th>Lane</th><th>1 | 2</th></tr>
<tr><td>Thinks</td><td><ul><li>p</li><li>q</li></ul></td></tr></table>
<blockquote><p>said</p></blockquote><div hidden>control</div>
<a href="https://example.org/">out</a></article></body></html>"""
FRAME = 20_000
"""What the theme's frame and a list's icons add to its body."""
MARKDOWN = r"""# A \*map\*

**Worst:** [b\_c](../b.md#pains) &lt;now>

## Says

- one
- two
    1. \# three

- **Owner**: [Sales](index.md)

Lanes

| Lane | 1 \| 2 |
| --- | --- |
| Thinks | p<br>q |

> said

[out](https://example.org/)
"""


def test_the_generated_handbook_is_free_of_problems(tmp_path: Path) -> None:
    content = content_of(30)
    write_handbook(tmp_path, content)
    outcome = read_handbook(tmp_path / "maps")
    assert [str(problem) for problem in without_advice(outcome.problems)] == []
    assert 25 <= len(outcome.site().pages) <= 60


def test_a_built_page_becomes_markdown() -> None:
    pages = {"a": "a/index.md", "b": "b.md", "a/b": "a/b.md"}
    assert Converter("a", pages).markdown(PAGE) == MARKDOWN


def test_each_built_page_becomes_one_source_with_the_same_address(tmp_path: Path) -> None:
    for address in ("", "a", "a/b"):
        page = tmp_path / "site" / address / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text('<article><h1>T</h1><a href="/nowhere/">no page</a></article>', encoding="utf-8")
    (tmp_path / "site" / "404.html").write_text("<article>lost</article>", encoding="utf-8")
    write_stock(tmp_path / "stock", tmp_path / "site", "navigation.prune")
    docs = tmp_path / "stock" / "docs"
    written = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    assert written == {"index.md", "a/index.md", "a/b.md"}
    assert (docs / "a" / "b.md").read_text(encoding="utf-8") == "# T\n\nno page\n"


def test_no_list_weighs_more_than_half_a_megabyte_in_a_large_handbook(tmp_path: Path) -> None:
    write_handbook(tmp_path, content_of(2200))
    site = read_handbook(tmp_path / "maps").site()
    renderer = Renderer(site, lambda name: "<svg></svg>")
    weights = {
        page.uri: FRAME + len(renderer.render(page, Addresses(directory_address(page.uri), directory_address)).html.encode())
        for page in site.pages.values()
        if page.thing is None or page.kind in ("departments", "channels")
    }
    assert len(weights) > 20
    assert {uri: weight for uri, weight in weights.items() if weight > 500_000} == {}
