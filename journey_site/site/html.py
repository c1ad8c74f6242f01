"""HTML that we made ourselves, told from words that are yet to be escaped."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from markupsafe import Markup

as_html: Callable[[str], Markup] = partial(str.__new__, Markup)
"""``Markup`` of HTML in a plain text, without the question whether it is something else; asked some thousand times a page."""
