"""What each rule means: why it matters, a bad and a good example, from the rule's own words.

Nothing here is needed to read a handbook or to make a site, so it is imported only where somebody asks.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache

from journey_site.rules.checks import BY_SUBJECT
from journey_site.rules.explained.blocks import BLOCKS
from journey_site.rules.explained.catalogues import CATALOGUES
from journey_site.rules.explained.docstring import Explanation, explained
from journey_site.rules.explained.files import FILES
from journey_site.rules.explained.ids import IDS
from journey_site.rules.explained.journeys import JOURNEYS
from journey_site.rules.explained.links import LINKS
from journey_site.rules.explained.names import NAMES
from journey_site.rules.explained.references import REFERENCES
from journey_site.rules.explained.references_within import REFERENCES_WITHIN
from journey_site.rules.explained.scales import SCALES
from journey_site.rules.explained.values import VALUES
from journey_site.rules.explained.yaml_layout import YAML_LAYOUT
from journey_site.rules.explained.yaml_texts import YAML_TEXTS
from journey_site.rules.questions import QUESTIONS

__all__ = ["Explanation", "every_explanation", "explanation"]

COVERAGE_SUBJECT = "Do we meet them?"

READING = {
    "Writing YAML": (*YAML_TEXTS, *YAML_LAYOUT),
    "Files": FILES,
    "Names and references": (*NAMES, *IDS, *REFERENCES, *REFERENCES_WITHIN),
    "Values": (*VALUES, *SCALES),
    "Journeys and pages": (*JOURNEYS, *BLOCKS),
    "Links to other sites": LINKS,
    "Words of the interface": CATALOGUES,
}
"""Rules of reading and linking, under the heading by which the guide lists them."""


def explanation(name: str) -> Explanation | None:
    """What the rule called ``name`` means; None where there is no such rule."""
    return every_explanation().get(name)


@cache
def every_explanation() -> dict[str, Explanation]:
    """Every rule's explanation by its name, subject by subject."""
    return {each.name: each for each in _every()}


def _every() -> Iterator[Explanation]:
    for rule in QUESTIONS:
        yield explained(rule.name, rule.severity, _docstring_beside(rule.check), COVERAGE_SUBJECT)
    for subject, checks in BY_SUBJECT.items():
        for check in checks:
            yield explained(check.name, check.severity, _docstring_beside(check.look), subject)
    for subject, rules in READING.items():
        for told in rules:
            yield explained(told.name, told.severity, told.docstring, subject)


def _docstring_beside(check: object) -> str:
    """The docstring of the module that a rule's check stands in."""
    return sys.modules[check.__module__].__doc__ or ""
