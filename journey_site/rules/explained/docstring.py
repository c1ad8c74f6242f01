"""What a rule's docstring says, taken apart: the same words serve the command line and the guide.

Its first line is the rule in one sentence. Then follow what it looks at, a paragraph that begins with
``Why:``, and examples under ``Good::`` and ``Bad::``. An example is a journey; a line ``# file: touchpoints.yml``
begins another file. In a bad one, ``# here`` ends the line at which the rule points.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import dedent

from journey_site.problems import Severity

_EXAMPLE = re.compile(r"^(Good|Bad|Worth a look)::\n\n((?:    .*(?:\n|\Z)|\n)+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a rule means, for whoever meets it in a message."""

    name: str
    severity: Severity
    """How grave it is where handbook.yml says nothing."""
    title: str
    """The rule in one sentence."""
    why: str
    """Why it matters."""
    bad: str
    """YAML at which the rule points."""
    good: str
    """YAML that it leaves alone."""
    text: str
    """What it looks at and what to do, as paragraphs of Markdown; may be empty."""
    subject: str = ""
    """The heading under which the guide lists it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A rule of reading or linking: its problem is made where it is found, and it is explained here."""

    name: str
    severity: Severity
    docstring: str


def explained(name: str, severity: Severity, docstring: str, subject: str) -> Explanation:
    """The explanation that ``docstring`` gives."""
    words = dedent(docstring).strip()
    examples = {heading: dedent(block).strip("\n") + "\n" for heading, block in _EXAMPLE.findall(words)}
    paragraphs = [part.strip() for part in _EXAMPLE.sub("", words).split("\n\n") if part.strip()]
    why = next((part for part in paragraphs if part.startswith("Why: ")), "")
    title, *rest = (part for part in paragraphs if part != why)
    bad = examples.get("Bad") or examples.get("Worth a look", "")
    text = "\n\n".join(map(_one_line, rest))
    return Explanation(
        name, severity, _one_line(title), _begun(why.removeprefix("Why: ")), bad, examples.get("Good", ""), text, subject
    )


def _begun(why: str) -> str:
    """A reason as a sentence of its own."""
    return why[:1].upper() + _one_line(why[1:])


def _one_line(paragraph: str) -> str:
    """A paragraph as Markdown: lists keep their lines, and code has one backtick on each side."""
    lines = paragraph.split("\n")
    joined = "\n".join(lines) if lines[0].startswith(("- ", "| ")) else " ".join(lines)
    return joined.replace("``", "`")
