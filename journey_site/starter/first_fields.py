"""The few fields of each kind that matter first, as comments that say what they are for and what may be written.

First is what readers miss at once: whose it is, what it rests on, how it feels, when it was last checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from journey_site.documents.items import CONFIDENCES, CONTENT_STATUSES, PURPOSES
from journey_site.documents.models import ORDERS
from journey_site.starter.field_words import FIELD_WORDS

_MOST_NAMED = 6
"""Of more ids than these, the first are named."""


@dataclass(frozen=True, slots=True)
class Here:
    """What a handbook holds already, as far as what is new in it may refer to it."""

    language: str = "en"
    """One of `FIELD_WORDS`."""
    low: float = -2.0
    high: float = 2.0
    """The ends of the emotion scale."""
    ids: Mapping[str, Iterable[str]] = field(default_factory=dict)
    """The ids of each kind."""
    audiences: tuple[str, ...] = ()
    day: str = "2026-01-31"
    """Today, to show how a date is written."""


@dataclass(frozen=True, slots=True)
class First:
    """A field that matters first."""

    name: str
    of: str = ""
    """The kind whose ids may be written."""
    words: tuple[str, ...] = ()
    """The words that may be written; those with a meaning in `FIELD_WORDS` are told with it."""
    many: bool = False
    """Whether it is a list."""


CONTENT_TYPES = (
    "article", "guide", "video", "comparison", "checklist", "case", "review", "faq", "offer", "newsletter", "tip", "social", "event", "tool",
    "template",
)  # fmt: skip
EVIDENCE_KINDS = ("interview", "survey", "observation", "analytics", "test", "ticket", "workshop", "desk", "diary")

_OWNER = First("owner", of="departments")
_EVIDENCE = First("evidence", of="evidence", many=True)
_CONFIDENCE = First("confidence", words=CONFIDENCES)
_CARE = (_OWNER, First("reviewed"), First("audience"))

FIRST_FIELDS: dict[str, tuple[First, ...]] = {
    "personas": (
        First("role"), First("quote"), First("goals", many=True), First("frustrations", many=True), _OWNER, First("reviewed"), _EVIDENCE,
        First("audience"),
    ),
    "journeys": (
        First("persona", of="personas"), First("remove", of="stages", many=True), First("scenario"), _OWNER, First("reviewed"), _EVIDENCE,
        _CONFIDENCE, First("audience"),
    ),
    "stages": (
        First("emotion"), First("our_goal"), First("thoughts", many=True), First("touchpoints", of="touchpoints", many=True),
        First("pains", many=True), _OWNER, _EVIDENCE, _CONFIDENCE, First("audience"),
    ),
    "touchpoints": (First("channel", of="channels"), *_CARE, First("url"), First("metrics", of="metrics", many=True)),
    "content": (
        First("type", words=CONTENT_TYPES), First("url"), First("status", words=CONTENT_STATUSES), First("helps", words=PURPOSES), *_CARE,
    ),
    "channels": (First("summary"), _OWNER),
    "departments": (First("summary"), First("contact")),
    "evidence": (First("kind", words=EVIDENCE_KINDS), First("date"), First("n"), First("url"), _OWNER),
    "metrics": (
        First("unit"), First("value"), First("target"), First("better", words=("higher", "lower")), First("period"), First("source"), _OWNER,
    ),
    "models": (First("order", words=ORDERS), First("summary"), First("fits"), First("source"), _OWNER),
    "model stages": (First("asks"), First("thoughts", many=True), First("serves", words=PURPOSES)),
}  # fmt: skip
"""By kind, in the order in which they are written; besides the kinds, a journey's stages and a model's."""


def comments(kind: str, here: Here, left_out: Iterable[str] = (), *, bare: bool = False, only: tuple[str, ...] = ()) -> list[str]:
    """Each first field of ``kind`` that is not among ``left_out``, as a line that begins with ``#``.

    ``bare`` leaves out what it is for, where that stands a few lines above; ``only`` these, where it says any.
    """
    known = {*left_out, *(() if here.audiences else ("audience",))}
    fields = [each for each in FIRST_FIELDS[kind] if each.name not in known and (not only or each.name in only)]
    heads = [f"# {each.name}:{' []' if each.many else ''}" for each in fields]
    if bare:
        return heads
    widest = max(map(len, heads), default=0)
    return [f"{head:<{widest}}  # {_said(each, here)}" for head, each in zip(heads, fields, strict=True)]


def how(here: Here) -> tuple[str, str]:
    """The lines above the first fields."""
    words = FIELD_WORDS[here.language]
    return f"# {words['how']}", f"# {words['lists']}"


def more(kind: str, here: Here) -> str:
    """The line that says where all other fields are told; ``kind`` as the command line calls it."""
    return f"# {FIELD_WORDS[here.language]['more'] % {'kind': kind}}"


def _said(first: First, here: Here) -> str:
    words = FIELD_WORDS[here.language]
    about = words[first.name] % {"day": here.day, "month": here.day[:7]}
    allowed = _allowed(first, here, words)
    return f"{about}: {allowed}" if allowed else about


def _allowed(first: First, here: Here, words: Mapping[str, str]) -> str:
    if first.name == "emotion":
        return f"{here.low:g} {words['to']} {here.high:g}"
    if first.name == "audience":
        return ", ".join(here.audiences)
    if first.words:
        return ", ".join(f"{each} ({words[each]})" if each in words and first.words != CONTENT_TYPES else each for each in first.words)
    ids = [*here.ids.get(first.of, ())] if first.of else []
    return ", ".join(ids[:_MOST_NAMED]) + (" …" if len(ids) > _MOST_NAMED else "")
