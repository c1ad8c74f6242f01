"""The pages of the guide that are written from the declarations, and from what rules say of themselves.

    python -m journey_site.site.reference_pages format-reference      prints one page
    python -m journey_site.site.reference_pages --into maps/guide     writes them all
"""

from __future__ import annotations

import sys
from pathlib import Path

from journey_site.documents.reference import reference_markdown as fields
from journey_site.site.rule_pages import rule_pages
from journey_site.site.template_reference import reference_markdown as view_models

_FORMAT = """\
---
title: Every field
description: All that may be written in a handbook, kind by kind.
---

# Every field

All that may be written, kind by kind. Nearly everything may be left out; what must be there says so. [Writing a handbook](format.md) tells the same with examples.

This page is written from the code.

"""


def format_reference() -> str:
    """Every field of the format."""
    return _FORMAT + fields().rstrip("\n") + "\n"


PAGES = {"format-reference": format_reference, "theming-reference": view_models, **rule_pages()}
"""How each page is made, by its name in the guide."""


def write_pages(guide: Path) -> None:
    """Write every page into the guide's folder, and take away those of rules that there are no more."""
    for name, make in PAGES.items():
        path = guide / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(make(), encoding="utf-8", newline="\n")
    for path in (guide / "rules").glob("*.md"):
        if f"rules/{path.stem}" not in PAGES:
            path.unlink()


if __name__ == "__main__":
    if sys.argv[1] == "--into":
        write_pages(Path(sys.argv[2]))
    else:
        sys.stdout.write(PAGES[sys.argv[1]]())
