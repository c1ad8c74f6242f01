"""Any value of a handbook in a few plain words of English, as an account of changes names it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from journey_site.documents.actors import Actor, SubJourney
from journey_site.documents.declared import Declared
from journey_site.documents.durations import Duration
from journey_site.documents.items import ContentUse, Item, MetricUse, TouchpointUse
from journey_site.documents.values import Emotion, Image, Owner, Ref, Scale, Text
from journey_site.documents.walk import parts
from journey_site.documents.ways import Way
from journey_site.site import vocabulary
from journey_site.site.voice import Voice

FIELDS = {
    "name": "Name", "summary": "In short", "role": "Role", "age": "Age", "location": "Place", "segment": "Segment",
    "quote": "Quote", "goals": "Goals", "needs": "Needs", "frustrations": "Frustrations", "jobs": "Jobs to be done",
    "traits": "Traits", "channels": "Channels", "scenario": "Scenario", "expectations": "Expects", "trigger": "Begins when",
    "outcome": "Ends well when", "stages": "Stages", "steps": "Steps", "next": "Goes on to", "waiting": "Waiting",
    "journey": "Opens from here", "was": "Old ids", "serves": "What the stage is for", "any_order": "In any order with",
    "after": "Only after", "parallel": "At the same time as", "n": "How many took part", "by_actor": "Emotion",
    "low": "Lower end", "high": "Upper end", "review_every": "To be checked every", "reviewed": "Checked on",
    "reviewed_by": "Checked by", "url": "Address", "publish": "State", "order": "Place in lists", "extra": "Keys of your own",
    "sender": "From", "receiver": "To", "solves": "Solves", "confidence": "How sure", "evidence": "Evidence", "to": "Leads to",
    "exit": "Leaves", "share": "Share", "why": "Why", "lanes": "Rows of the map", "report": "Where mistakes are told",
    "helps": "Helps to", "better": "Better is", "credit": "Credit", "alt": "In words", "file": "File",
    "extends": "A variant of", "remove": "Stages left out", "replaces": "Takes the place of", "compare_with": "Compared with",
    "model": "Stage model", "paths": "Ways through", "optional": "Can be skipped", "repeatable": "Can happen again", "actors": "Who takes part",
    "audience": "Who may see it", "audiences": "Who may see what", "default_audience": "Who may see the rest", "actor": "Whose it is",
    "uses": "Shares things with", "checks": "Checks", "overrides": "Checks folder by folder", "brand": "Logo and colours",
    "image": "Picture", "veto": "Can say no", "baseline": "Where it began", "series": "Over time", "fits": "Fits", "divider": "Heading",
    "icon": "Sign", "type": "Kind", "source": "Source",
}  # fmt: skip
"""What a field is called, where it is not simply its own name."""
KINDS = {kind: label.lower() for kind, label in vocabulary.ONE_OF.items()} | {
    "stages": "stage", "handbook": "handbook", "evidence": "evidence", "content": "content", "models": "stage model",
    "metrics": "metric", "channels": "channel",
}  # fmt: skip
"""What one thing of each kind is called."""
NOTHING = "nothing"
_IDENTITY = frozenset({"id", "text", "name", "touchpoint", "content", "metric", "journey", "persona", "to", "exit"})


WORDS: dict[str, Mapping[str, str]] = {
    "status": vocabulary.CONTENT_STATUSES | vocabulary.OPPORTUNITY_STATUSES,
    "confidence": {value: words for value, (words, _) in vocabulary.CONFIDENCES.items()},
    "type": {value: words for value, (words, _) in vocabulary.CONTENT_TYPES.items()},
    "state": vocabulary.STATES, "helps": vocabulary.PHASES, "serves": vocabulary.PHASES, "role": vocabulary.ROLES,
    "kind": vocabulary.EVIDENCE_KINDS, "better": {"higher": "more", "lower": "less"},
    "publish": {"live": "in the lists", "retired": "retired", "draft": "draft"},
}  # fmt: skip
"""The format's own words as readers see them, by the field in which they stand."""


def field_label(field: str, voice: Voice) -> str:
    """What a field is called on the pages; a lane of the handbook's own as it is called there."""
    atlas = voice.atlas
    if field.startswith("own."):
        lane = field.removeprefix("own.")
        journeys = (each for journey in atlas.journeys.values() for each in journey.lanes or ())
        for each in (*(atlas.handbook.lanes or ()), *journeys):
            if each.id == lane and each.label:
                return voice.words(each.label)
        return lane
    if field in vocabulary.LANES and field not in FIELDS:
        return vocabulary.LANES[field][0]
    return FIELDS.get(field) or field.replace("_", " ").capitalize()


def called(entry: object, voice: Voice) -> str:
    """What an entry of a list is known by: its words, its name, or that of what it refers to."""
    match entry:
        case Ref():
            thing = voice.atlas.find(entry) if entry.kind not in ("stages", "pains", "items") else None
            return voice.words(thing.name) if thing else str(entry)
        case str():
            return entry
        case Text():
            return voice.words(entry)
        case Item():
            return f"“{voice.words(entry.text)}”" if entry.text else NOTHING
        case TouchpointUse():
            return voice.words(entry.name) or called(entry.touchpoint, voice)
        case ContentUse():
            return voice.words(entry.name) or called(entry.content, voice)
        case MetricUse():
            return voice.words(entry.name) or called(entry.metric, voice)
        case Actor():
            return called(entry.persona, voice)
        case SubJourney():
            return called(entry.journey, voice)
        case Way():
            return called(entry.to, voice) if entry.to else f"out: {voice.words(entry.exit)}" if entry.exit else "out"
        case Declared():
            name = getattr(entry, "name", None) or getattr(entry, "label", None)
            return voice.words(name) or str(getattr(entry, "id", "") or NOTHING) if name else str(getattr(entry, "id", None) or NOTHING)
    return in_short(entry, voice)


def details(entry: object, voice: Voice) -> tuple[str, ...]:
    """What an entry says beside what it is known by: ``severity 2``, ``owner Sales``."""
    if not isinstance(entry, Declared):
        return ()
    found: list[str] = []
    texts: list[str] = []
    for name, value in parts(entry):
        if name in _IDENTITY or name in ("was", "extra", "added") or value in (None, (), {}, False):
            continue
        if name == "own" and isinstance(value, Mapping):
            texts += [f"{field_label(f'own.{lane}', voice)}: {in_short(said, voice)}" for lane, said in value.items()]
            continue
        label = field_label(name, voice)
        label = label[:1].lower() + label[1:]
        if isinstance(value, Text):
            texts.append(f"{label}: “{voice.words(value)}”")
        else:
            found.append(label if value is True else f"{label} {of_field(name, value, voice)}")
    return (*found, *texts)


def of_field(name: str, value: object, voice: Voice) -> str:
    """The value of a field in a few words, as readers of its page see it."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number_in(name, value, voice)
    if isinstance(value, str) and not isinstance(value, Ref) and name in WORDS:
        return WORDS[name].get(value, value)
    return in_short(value, voice)


def number_in(field: str, value: float | None, voice: Voice) -> str:
    """A number as its field writes it: with a sign on the emotion scale, shares in percent."""
    if value is None:
        return "unknown"
    if field in ("emotion", "experience", "low", "high", "by_actor"):
        return voice.language.signed(value)
    return voice.language.percent(value) if field == "share" else voice.language.number(value)


def in_short(value: object, voice: Voice) -> str:
    """Any value in a few words; what stands in several languages in one of them."""
    match value:
        case None | () | "":
            return NOTHING
        case Text() | Ref():
            return called(value, voice)
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return voice.language.number(value)
        case Duration():
            return voice.duration(value)
        case Emotion():
            return _emotion(value, voice)
        case Owner():
            named = called(value.department, voice) if value.department else ""
            return ", ".join(filter(None, (named, value.name, value.contact))) or NOTHING
        case Image():
            return ", ".join(filter(None, (value.file, voice.words(value.alt), value.credit)))
        case Scale():
            return f"from {voice.language.signed(value.low)} to {voice.language.signed(value.high)}"
        case date():
            return value.isoformat()
        case tuple():
            return ", ".join(in_short(each, voice) for each in value)
        case Mapping():
            return ", ".join(f"{called(key, voice)}: {in_short(each, voice)}" for key, each in value.items()) or NOTHING
        case Declared():
            more = details(value, voice)
            return called(value, voice) + (f" ({', '.join(more)})" if more else "")
    return str(value)


def _emotion(felt: Emotion, voice: Voice) -> str:
    said = [voice.language.signed(felt.value)] if felt.value is not None else []
    if felt.low is not None and felt.high is not None:
        said.append(f"from {voice.language.signed(felt.low)} to {voice.language.signed(felt.high)}")
    said += [f"{called(Ref(who, 'personas'), voice)} {voice.language.signed(value)}" for who, value in felt.by_actor.items()]
    said += [voice.words(felt.note)] if felt.note else []
    return ", ".join(said) or "unknown"
