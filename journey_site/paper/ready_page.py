"""A page of the built site made ready to be printed: numbered, with links that still lead somewhere.

The page's own print styles do all the rest. What is added here cannot stand in them: paper that is printed by
hand has the browser's own page numbers, and links that a reader of the site may follow.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from journey_site.paper.sheets import PAPERS, USUAL, scale_of, whole_on

_FOOT = """
@page { %(edges)s }
@media print {
  .md-typeset .journey-map .journey-head__words > a::after { content: " /" attr(data-journey-href); }
  .md-typeset .journey-map .journey-head__words > a:not([href])::after { content: none; }
}
"""
"""Paper shows where a stage's page is to be found, as it was written before the link was made whole."""
_EDGE = "@%(place)s { content: %(words)s; font: %(size).1fpt/1.2 sans-serif; color: #555; }"
_PLACES = ("bottom-left", "bottom-center", "bottom-right")
_OWN_FONT = """
addEventListener("load", () => {
  const family = getComputedStyle(document.body).fontFamily;
  const edges = document.createElement("style");
  edges.textContent = `@page { ${%(places)s.map((place) => `@${place} { font-family: ${family}; }`).join(" ")} }`;
  document.body.append(edges);
});
"""
"""What stands at the foot of a sheet inherits nothing from the page."""
_PLAIN = re.compile(r"[A-Za-z0-9]")

_ON_LARGER_PAPER = """
addEventListener("load", () => {
  const map = document.querySelector("[data-journey-map]");
  const said = %(said)s;
  if (!map) return;
  const usual = parseFloat(map.style.getPropertyValue("--journey-fit")) || 1;
  map.style.setProperty("--journey-fit", said.whole || usual * said.scale);
  if (!said.whole) return;
  map.classList.replace("journey-map--several", "journey-map--apart");
  for (const name of ["journey-divider--sheet", "journey-box--sheets"])
    for (const part of map.querySelectorAll("." + name)) part.classList.remove(name);
  map.querySelector(".journey-sheets")?.remove();
});
"""
"""On paper that holds all of a map, nothing of it is cut; on other it is as large as the paper allows."""

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
  for (const shown of document.querySelectorAll(".journey-address__here, .journey-address__there")) {
    if (home && shown.matches(".journey-address__there")) continue;
    if (home) shown.textContent = home.href.replace(/^https?:\\/\\//, "");
    else {
      const [before, after] = [shown.previousSibling, shown.nextSibling];
      if (before?.nodeType === Node.TEXT_NODE) before.textContent = before.textContent.replace(/\\s*·\\s*$/, "");
      if (after?.nodeType === Node.TEXT_NODE) after.textContent = after.textContent.replace(/^\\s*·\\s*/, "");
      shown.remove();
    }
  }
});
"""
"""Links to other pages lead to the published site, and nowhere where there is none: the folder they were printed
from is gone by then. The parts of a brief are headings, which become bookmarks."""

_HEADS = """
for (const use of document.querySelectorAll(".journey-map thead svg > use")) {
  const drawn = document.querySelector(use.getAttribute("href") || use.getAttribute("xlink:href"));
  if (!drawn) continue;
  use.parentNode.setAttribute("viewBox", drawn.getAttribute("viewBox") || "0 0 24 24");
  use.replaceWith(...drawn.cloneNode(true).childNodes);
}
"""
"""In heads that each sheet repeats, Chromium draws what is drawn elsewhere and only used there as large as on a screen."""


def ready_page(page: Path, title: str = "", edition: str = "", paper: str = USUAL) -> Path:
    """Write ``page`` once more beside itself, ready to be printed, and return where.

    Each sheet says at its foot the ``title``, its number and the ``edition``. ``paper`` is what a poster is printed
    on; what is not a poster has its own size.
    """
    text = page.read_text(encoding="utf-8")
    before, end, after = text.rpartition("</body>")
    poster = "data-journey-map" in text
    styles = _FOOT % {"edges": _edges(title, edition, scale_of(paper) if poster else 1)}
    script = _LINKS + _HEADS
    if poster and paper != USUAL:
        width, height = PAPERS[paper]
        margin = 9 * scale_of(paper)
        styles += f"@page journey-map {{ size: {width}mm {height}mm; margin: {margin:.1f}mm; }}"
        script += _ON_LARGER_PAPER % {"said": json.dumps({"scale": scale_of(paper), "whole": whole_on(text, paper)})}
    script += _OWN_FONT % {"places": json.dumps([*_PLACES])}
    added = f"<style>{styles}</style><script>{script}</script>"
    ready = page.with_name(f"{page.stem}.paper.html")
    ready.write_text(f"{before}{added}{end}{after}" if end else text + added, encoding="utf-8")
    return ready


def _edges(title: str, edition: str, scale: float) -> str:
    """What stands at the foot of each sheet: in CSS, in which nothing that is said can mean anything else."""
    said = zip(_PLACES, (_in_style(title), 'counter(page) " / " counter(pages)', _in_style(edition)), strict=True)
    return " ".join(_EDGE % {"place": place, "words": words, "size": 7.5 * scale} for place, words in said if words)


def _in_style(words: str) -> str:
    """Words as a text in CSS; nothing where there are none."""
    written = "".join(letter if _PLAIN.match(letter) else rf"\{ord(letter):x} " for letter in words)
    return f'"{written}"' if words else ""
