"""A page of the built site made ready to be printed: numbered, with links that still lead somewhere.

The page's own print styles do all the rest. What is added here cannot stand in them: paper that is printed by
hand has the browser's own page numbers, and links that a reader of the site may follow.
"""

from __future__ import annotations

from pathlib import Path

_NUMBERS = """
@page { @bottom-center { content: counter(page) " / " counter(pages); font: 6.5pt/1 sans-serif; color: #555; } }
@media print { .md-typeset .journey-map .journey-head__words > a::after { content: " /" attr(data-journey-href); } }
"""
"""Paper shows where a stage's page is to be found, as it was written before the link was made whole."""

_LINKS = """
addEventListener("load", () => {
  const home = document.querySelector('link[rel="canonical"]');
  for (const link of document.querySelectorAll("a[href]")) {
    const to = link.getAttribute("href");
    link.dataset.journeyHref = to;
    if (link.protocol !== "file:" || to.startsWith("#")) continue;
    if (home) link.href = new URL(to, home.href);
    else link.removeAttribute("href");
  }
  for (const part of document.querySelectorAll(".journey-brief__title")) {
    part.setAttribute("role", "heading");
    part.setAttribute("aria-level", "2");
  }
  const shown = document.querySelector(".journey-address");
  if (home && shown) shown.textContent = home.href.replace(/^https?:\\/\\//, "");
});
"""
"""Links to other pages lead to the published site, and nowhere where there is none: the folder they were printed
from is gone by then. The parts of a brief are headings, which become bookmarks."""


def ready_page(page: Path) -> Path:
    """Write ``page`` once more beside itself, ready to be printed, and return where."""
    text = page.read_text(encoding="utf-8")
    before, end, after = text.rpartition("</body>")
    added = f"<style>{_NUMBERS}</style><script>{_LINKS}</script>"
    ready = page.with_name(f"{page.stem}.paper.html")
    ready.write_text(f"{before}{added}{end}{after}" if end else text + added, encoding="utf-8")
    return ready
