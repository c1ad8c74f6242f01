"""What handbook.yml asks of rules: a level, and for rules of coverage how many journeys must meet them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from journey_site.documents.lists import choice, unknown_field
from journey_site.documents.reading import Reading, quoted, says_nothing, shown
from journey_site.documents.rule_names import COVERAGE, KNOWN, TOLD_ONLY
from journey_site.documents.shapes import takes
from journey_site.documents.values import NOWHERE
from journey_site.problems import Severity, Span
from journey_site.source.yaml import Mapping, Node, Scalar

LEVELS = ("off", "advice", "warning", "error")
OVERRIDES = "overrides"
"""The one key under ``checks`` that is no rule."""
_FIELDS = ("level", "require")
_SHARE = re.compile(r"(\d{1,3}(?:[.,]\d{1,4})?)\s?%")
_COUNT = re.compile(r"\d{1,6}")
_BARE_SHARE = re.compile(r"0?[.,]\d{1,4}|1[.,]0{1,4}")


@dataclass(frozen=True, slots=True)
class Requirement:
    """How many journeys must meet a rule: a share of those of which it can be said, or a count."""

    share: float | None = None
    """From 0 to 1."""
    count: int | None = None
    words: str = ""
    """As it is written: ``80%``, ``6``."""
    origin: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Check:
    """What handbook.yml asks of one rule."""

    level: str | None = None
    """``off``, ``advice``, ``warning`` or ``error``; None: as the rule has it, or error where something is required."""
    require: Requirement | None = None
    origin: Span = field(default=NOWHERE, compare=False, repr=False)


@takes("checks")
def read_checks(node: Node, reading: Reading, name: str) -> dict[str, Check]:
    """A mapping from a rule's name to its level, or to ``{level, require}``; ``overrides`` is read apart."""
    return _read_table(node, reading, name, _read_check, (OVERRIDES,))


def read_levels(node: Node, reading: Reading, name: str) -> dict[str, Check]:
    """A mapping from a rule's name to its level alone, for some of the files."""
    return _read_table(node, reading, name, _read_level, ())


def _read_table(
    node: Node, reading: Reading, name: str, read: Callable[[str, Node, Reading], Check | None], apart: Sequence[str]
) -> dict[str, Check]:
    if says_nothing(node):
        return {}
    if not isinstance(node, Mapping):
        reading.report("mapping-expected", f"{name} should be a mapping from rule to level, not {shown(node)}", node.span)
        return {}
    found: dict[str, Check] = {}
    for key, value in node.entries:
        if key.text.startswith("x-") or key.text in apart or says_nothing(value):
            continue
        if key.text not in KNOWN:
            hint = reading.suggestions.did_you_mean(key.text, KNOWN, "journey-site check --explain rules lists them")
            reading.report("unknown-rule", f"there is no rule {shown(key)}", key.span, hint, severity=Severity.WARNING)
        check = read(key.text, value, reading)
        if check is not None:
            found[key.text] = check
    return found


def _read_check(rule: str, node: Node, reading: Reading) -> Check | None:
    read_level = choice(LEVELS, "level")
    if isinstance(node, Scalar):
        level = read_level(node, reading, rule)
        return _judged(rule, Check(level, None, node.span), reading) if level else None
    if not isinstance(node, Mapping):
        message = f"{rule} should be a level, or {{level, require}}, and is {shown(node)}"
        reading.report("mapping-expected", message, node.span, f"such as {rule}: warning")
        return None
    level, require = None, None
    for key, value in node.entries:
        if key.text == "level" and not says_nothing(value):
            level = read_level(value, reading, "level")
        elif key.text == "require" and not says_nothing(value):
            require = _read_requirement(value, reading)
        elif key.text not in _FIELDS:
            unknown_field(reading, "a check", key, _FIELDS, value, node)
    return _judged(rule, Check(level, require, node.span), reading)


def _read_level(rule: str, node: Node, reading: Reading) -> Check | None:
    if not isinstance(node, Scalar):
        message = f"{rule} should be a level here, and is {shown(node)}"
        hint = "a number of journeys can be required of the whole handbook only"
        reading.report("text-expected", message, node.span, hint)
        return None
    return _read_check(rule, node, reading)


def _read_requirement(node: Node, reading: Reading) -> Requirement | None:
    words = node.text.strip() if isinstance(node, Scalar) else ""
    share = _SHARE.fullmatch(words)
    if share:
        fraction = float(share[1].replace(",", ".")) / 100
        if fraction <= 1:
            return Requirement(fraction, None, words, node.span)
    if _COUNT.fullmatch(words):
        return Requirement(None, int(words), words, node.span)
    hint = "write a share such as 80%, or how many journeys, such as 6"
    if _BARE_SHARE.fullmatch(words):
        hint = f"write {float(words.replace(',', '.')) * 100:g}%"
    reading.report("bad-requirement", f"require should be a share or a number of journeys, not {shown(node)}", node.span, hint)
    return None


def _judged(rule: str, check: Check, reading: Reading) -> Check:
    """``check`` as far as it makes sense for that rule; what does not is reported."""
    if rule in TOLD_ONLY and (check.require or check.level in ("warning", "error")):
        message = f"{quoted(rule)} tells and does not judge, so nothing fails for it"
        reading.report("bad-level", message, check.require.origin if check.require else check.origin, "write off or advice")
        return Check(None, None, check.origin)
    if check.require is None:
        return check
    if rule in KNOWN and rule not in COVERAGE:
        message = f"{quoted(rule)} is about single places, so no number of journeys can be required"
        reading.report("bad-requirement", message, check.require.origin, f"write its level alone, such as {rule}: error")
        return Check(check.level, None, check.origin)
    if check.level == "off":
        message = f"{quoted(rule)} is off, so nothing can be required of it"
        reading.report("bad-requirement", message, check.require.origin, "write warning or error as its level, or leave require out")
        return Check("off", None, check.origin)
    return check
