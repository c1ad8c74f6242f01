"""Where the templates, styles and message catalogues are."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def theme_dir() -> Path:
    """The folder with our templates: inside an installed package, or beside it in a checkout.

    Raises:
        RuntimeError: when the package was installed without it.
    """
    here = Path(__file__).resolve().parent
    for candidate in (here / "theme", here.parent / "theme"):
        if (candidate / "journey" / "page.html").is_file():
            return candidate
    raise RuntimeError("journey_site is installed without its theme folder; install mkdocs-journey-site again")
