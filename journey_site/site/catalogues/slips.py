"""What is wrong in a catalogue of somebody's own, so that its words are not used: told with line and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journey_site.documents.nearest import Suggestions
from journey_site.documents.reading import quoted
from journey_site.problems import Severity
from journey_site.site.catalogues.plurals import Plurals, as_written, is_whole, plurals_of
from journey_site.source.po import Key, PoEntry, PoFile, PoText

_NAMED = re.compile(r"%\((\w+)\)[sd]")
_STRAY = re.compile(r"%%|%\(\w+\)[sd]|%(?:\(\w*\)?)?")
_COUNT = "num"
"""The number that decides between forms: the form for one thing may say it in letters."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Something wrong at a place in a catalogue."""

    rule: str
    message: str
    place: PoText | None = None
    """Left out, it is about the file."""
    hint: str = ""
    entry: int | None = None
    """Which of the file's entries is not used for it, counted from 0."""
    severity: Severity = Severity.WARNING
    line: int = 1
    """Where it stands when it is at no text."""


def slips_in(file: PoFile, code: str, messages: Mapping[Key, PoEntry], ours: Mapping[Key, PoEntry], plurals: Plurals) -> Iterator[Slip]:
    """Everything that is wrong in ``file``, in which the interface's ``messages`` are put into the language ``code``.

    ``ours`` are our own words in that language, which somebody may have taken for the messages; ``plurals`` is how it counts.
    """
    for slip in file.slips:
        yield Slip("po-syntax", slip.message, PoText("", slip.line, slip.column, slip.width), slip.hint)
    yield from _of_head(file, code)
    known = _Known(messages, ours)
    yield from _of_contexts([entry for entry in file.entries if entry.context])
    first: dict[Key, int] = {}
    for at, entry in enumerate(file.entries):
        if entry.context:
            continue
        if any(entry.words) and not entry.fuzzy:
            yield from _of_entry(entry, at, known, code, plurals)
        before = first.setdefault(entry.key, entry.source.line)
        if before != entry.source.line:
            message = f"{quoted(entry.source.words)} stands in line {before}, too, and that one is used"
            yield Slip("po-syntax", message, entry.source, "keep one of them", at)
    unfinished = [entry for entry in file.entries if entry.fuzzy and any(entry.words)]
    if unfinished:
        message = f"{_count(len(unfinished), 'translation is', 'translations are')} marked as needing work, and not used"
        yield Slip("unfinished-message", message, unfinished[0].source, 'take "fuzzy" out of the line above when it is right', severity=Severity.ADVICE)


class _Known:
    """The interface's messages, and the one that somebody meant."""

    def __init__(self, messages: Mapping[Key, PoEntry], ours: Mapping[Key, PoEntry]) -> None:
        self.by_words = {key[1]: entry for key, entry in messages.items() if not key[0]}
        self.counted = {entry.many.words: entry for entry in self.by_words.values() if entry.many}
        self._from_ours = {words: key[1] for key, entry in reversed([*ours.items()]) for words in entry.words}
        self._suggestions = Suggestions()

    def find(self, words: str) -> tuple[str, ...] | None:
        """The forms of the message that is called so in English: one, or one and many; None where there is none."""
        entry = self.by_words.get(words)
        if entry is None:
            return (words,) if words in self.counted else None
        return (words, entry.many.words) if entry.many else (words,)

    def meant(self, words: str) -> str:
        """A hint that names the message which somebody meant."""
        english = self._from_ours.get(words)
        if english:
            return f"a msgid is the English text: did you mean {quoted(english)}?"
        near = self._suggestions.nearest(words, (*self.by_words, *self.counted))
        return f"did you mean {quoted(near)}?" if near else "journey-site translations words tells all there are"


def _of_contexts(foreign: Sequence[PoEntry]) -> Iterator[Slip]:
    """Entries that cannot be words of the interface, told once: the whole file may be of another sort."""
    if foreign:
        message = f"{_count(len(foreign), 'entry has', 'entries have')} a context (msgctxt), which no word of the interface has"
        hint = "leave that line out; a file with the handbook's own texts is for journey-site translations import"
        yield Slip("unknown-message", message, foreign[0].context, hint)


def _of_entry(entry: PoEntry, at: int, known: _Known, code: str, plurals: Plurals) -> Iterator[Slip]:
    """What is wrong with one translation; the first thing is enough."""
    forms = known.find(entry.source.words)
    if forms is None:
        # A template of somebody's own may say it, so it is there for that.
        yield Slip("unknown-message", f"no text of the interface is called {quoted(entry.source.words)}", entry.source, known.meant(entry.source.words))
        forms = (entry.source.words, entry.many.words) if entry.many else (entry.source.words,)
        if slip := _of_forms(entry, at, code, plurals) or _of_placeholders(entry, at, forms):
            yield slip
    elif entry.many and len(forms) == 1:
        message = f"{quoted(entry.source.words)} has no second form for a number"
        yield Slip("plural-forms", message, entry.many, "leave msgid_plural out, and write msgstr without a number", at)
    elif entry.many and entry.many.words != forms[1]:
        message = f"the second form of {quoted(entry.source.words)} is not called {quoted(entry.many.words)}"
        yield Slip("unknown-message", message, entry.many, f"write {quoted(forms[1])}", at)
    else:
        slip = _of_forms(entry, at, code, plurals) or _of_placeholders(entry, at, forms if entry.many else forms[:1])
        if slip:
            yield slip


def _of_forms(entry: PoEntry, at: int, code: str, plurals: Plurals) -> Slip | None:
    """Whether there are as many forms as the language has."""
    place = next(iter(entry.forms.values()))
    if entry.many is None:
        if -1 in entry.forms:
            return None
        return Slip("plural-forms", f"{quoted(entry.source.words)} has one form here", place, "write msgstr without a number", at)
    number = plurals[0]
    there = {form for form, text in entry.forms.items() if text.words}
    if there == set(range(number)):
        return None
    wanted = " and ".join(filter(None, (", ".join(f"msgstr[{form}]" for form in range(number - 1)), f"msgstr[{number - 1}]")))
    forms = _count(number, "form", "forms")
    return Slip("plural-forms", f"numbers have {forms} in {code}, and not {sorted_forms(there)}", place, f"write {wanted}", at)


def sorted_forms(there: set[int]) -> str:
    """The forms that a translation has, as they are written."""
    return ", ".join("msgstr" if form < 0 else f"msgstr[{form}]" for form in sorted(there))


def _of_placeholders(entry: PoEntry, at: int, forms: tuple[str, ...]) -> Slip | None:
    """Whether each form can be filled in with what the message is, and says all of it."""
    names = {name for form in forms for name in _NAMED.findall(form)}
    # What is a number there may be written as any text is; the other way round it could not be.
    allowed = {found[0] for form in forms for found in _NAMED.finditer(form)} | {f"%({name})s" for name in names}
    every = [set(_NAMED.findall(form)) for form in forms]
    last = max(entry.forms)
    for number, text in sorted(entry.forms.items()):
        there = set(_NAMED.findall(text.words))
        wanted = every[-1] if number == last else set.intersection(*every) - {_COUNT}
        if unknown := [found[0] for found in _NAMED.finditer(text.words) if found[0] not in allowed]:
            known = " and ".join(f"%({name})s" for name in sorted(names))
            hint = f"what is put in here is {known}" if known else "nothing is put in here"
            return Slip("lost-placeholder", f"{unknown[0]} is not known here", text, hint, at)
        if lost := sorted(wanted - there):
            return Slip("lost-placeholder", f"%({lost[0]})s is missing, so what is put in there would be lost", text, f"write %({lost[0]})s where it belongs", at)
        if any("%" in form for form in forms) and (stray := _stray(text.words)):
            return Slip("lost-placeholder", f"{quoted(stray)} cannot be filled in", text, "write %(name)s with its s, and %% for the sign itself", at)
    return None


def _stray(words: str) -> str:
    """A sign of percent that is neither doubled nor begins a placeholder, with what follows; empty where there is none."""
    for found in _STRAY.finditer(words):
        if found[0] != "%%" and not _NAMED.fullmatch(found[0]):
            return words[found.start() : found.start() + 12].split("\n")[0]
    return ""


def _of_head(file: PoFile, code: str) -> Iterator[Slip]:
    """Whether the head says rightly how the language counts, where it says so."""
    said = file.head.get("Plural-Forms")
    if said is not None and (file.plurals is None or not is_whole(file.plurals)):
        hint = f"write Plural-Forms: {as_written(plurals_of(code))}"
        yield Slip("plural-forms", f"nobody can count by {quoted(said)}", hint=hint, line=file.head_lines["Plural-Forms"])


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
