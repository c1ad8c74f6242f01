"""Customer journeys written in YAML, as a browsable handbook: what other programs may use of it.

``read_handbook`` reads a folder and gives back an ``Outcome``: the handbook, and every ``Problem`` in it
as a value. ``plan`` says which pages the handbook's site has.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from journey_site.atlas.atlas import Atlas
from journey_site.editions import UnknownAudience, edition
from journey_site.handbook import Outcome, read_handbook
from journey_site.problems import Problem, Related, Severity, Span
from journey_site.site.pages import Site, plan

try:
    __version__ = version("mkdocs-journey-site")
except PackageNotFoundError:  # read from a checkout that is not installed
    __version__ = "0"

__all__ = [
    "Atlas",
    "Outcome",
    "Problem",
    "Related",
    "Severity",
    "Site",
    "Span",
    "UnknownAudience",
    "__version__",
    "edition",
    "plan",
    "read_handbook",
]
