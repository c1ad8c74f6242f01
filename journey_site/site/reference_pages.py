"""The pages of the guide that are written from the declarations.

    python -m journey_site.site.reference_pages format-reference > maps/guide/format-reference.md
"""

from __future__ import annotations

import sys

from journey_site.documents.reference import reference_markdown as fields
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


PAGES = {"format-reference": format_reference, "theming-reference": view_models}
"""How each page is made, by its name in the guide."""

if __name__ == "__main__":
    sys.stdout.write(PAGES[sys.argv[1]]())
