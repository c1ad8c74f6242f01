"""What a fenced block asks for, and what is wrong with it: the kinds of things, what each can be shown as, and as which lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from journey_site.atlas.atlas import SCHEME_KINDS
from journey_site.atlas.references import References
from journey_site.documents.journeys import Journey
from journey_site.documents.nearest import nearest
from journey_site.documents.reading import quoted, some
from journey_site.documents.values import Ref
from journey_site.embeds.fences import Fence, Word
from journey_site.problems import Edit, Problem, Span

SHOWS: dict[str, tuple[str, ...]] = {"journey": ("map", "curve", "card", "list")}
"""What a thing can be shown as, by its scheme; the first where nothing is said. All others: a card or a list."""
_OTHERS = ("card", "list")

LISTS: dict[str, tuple[str, ...]] = {
    "journey": ("opportunities", "pains", "touchpoints", "content"),
    "persona": ("journeys", "opportunities", "pains", "touchpoints", "content"),
    "department": ("opportunities", "touchpoints", "content", "pains", "stages", "activities", "metrics", "overdue"),
    "channel": ("touchpoints", "personas"),
    "touchpoint": ("stages",),
    "content": ("stages",),
    "evidence": ("claims",),
    "metric": ("stages",),
    "model": ("journeys",),
}
"""Which lists there are of a thing, by its scheme; the first where nothing is said."""

OPTIONS = ("show", "of", "limit", "department", "actor")
_MOST = 400
"""The longest list that a page of another subject can bear."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a block asks for."""

    scheme: str
    identity: str
    stage: str = ""
    show: str = "card"
    """``map``, ``curve``, ``card`` or ``list``."""
    of: str = ""
    """Of what a list is: ``opportunities``."""
    limit: int | None = None
    department: str = ""
    """With whose eyes a map is looked at; empty: nobody's."""
    actor: str = ""

    @property
    def ref(self) -> Ref:
        """The thing."""
        return Ref(self.identity, SCHEME_KINDS[self.scheme])


def asked_by(fence: Fence) -> Asked | None:
    """What ``fence`` asks for, when nothing is wrong with how it is written; whether the things are there is not looked at."""
    asked, problems = _read(fence, "")
    return asked if not problems else None


def check_fence(fence: Fence, file: str, references: References) -> Iterator[Problem]:
    """What is wrong with ``fence`` in the page that messages call ``file``."""
    asked, problems = _read(fence, file)
    yield from problems
    target = fence.target
    if target is None or any(problem.span == _span(target, fence, file) for problem in problems):
        return
    for problem in references.check_link(fence.scheme, target.text, _span(target, fence, file)):
        edits = tuple(Edit(edit.span, edit.text.partition(":")[2]) for edit in problem.fix)
        yield replace(problem, fix=edits, hint=problem.hint.replace("behind the colon", f"behind {fence.scheme}"))
    for word in fence.words:
        if word.key == "department" and word.text:
            span = _span(word, fence, file)
            for problem in references.check_link("department", word.text, span):
                yield replace(problem, fix=tuple(Edit(edit.span, f"department={edit.text.partition(':')[2]}") for edit in problem.fix))
        elif word.key == "actor" and asked is not None:
            yield from _check_actor(word, asked, fence, file, references)


def _check_actor(word: Word, asked: Asked, fence: Fence, file: str, references: References) -> Iterator[Problem]:
    journey = references.atlas.find(asked.ref)
    if isinstance(journey, Journey) and word.text not in journey.personas and journey.id not in references.atlas.in_doubt:
        hint = references.suggestions.did_you_mean(word.text, journey.personas, f"they are {some(journey.personas)}" if journey.personas else "")
        yield Problem("unknown-actor", f"{quoted(word.text)} is none of the actors of this journey", _span(word, fence, file), hint=hint)


def _read(fence: Fence, file: str) -> tuple[Asked | None, list[Problem]]:
    """What is asked, and what is wrong with how it is written."""
    reading = _Reading(fence, file)
    target = reading.target()
    options = reading.options()
    if target is None:
        return None, reading.problems
    identity, _, stage = target.text.partition("#")
    asked = Asked(fence.scheme, identity, stage if fence.scheme == "journey" else "")
    if stage and fence.scheme != "journey":
        reading.say(target, f"only a journey has stages, and this is {_a(fence.scheme)}", f"leave out #{stage}")
    asked = replace(asked, show=reading.show(asked, options))
    return reading.filled(asked, options), reading.problems


@dataclass
class _Reading:
    """One block while it is read."""

    fence: Fence
    file: str
    problems: list[Problem] = field(default_factory=list)

    def say(self, word: Word | None, message: str, hint: str = "", fix: str | None = None) -> None:
        """One thing that is wrong, at ``word`` or where the block begins."""
        span = self.begins if word is None else _span(word, self.fence, self.file)
        edits = (Edit(span, fix),) if fix is not None else ()
        self.problems.append(Problem("bad-embed", message, span, hint=hint, fix=edits))

    @property
    def begins(self) -> Span:
        """Where the block's first word stands."""
        fence = self.fence
        whole = f"{fence.scheme}:{fence.joined}" if fence.joined else fence.scheme
        return Span(self.file, fence.line, fence.column, fence.line, fence.column + len(whole))

    def target(self) -> Word | None:
        """The id, when there is one."""
        fence, target = self.fence, self.fence.target
        if fence.joined:
            right = f"{fence.scheme} {fence.joined}"
            self.say(None, "an id stands behind a space here, not behind a colon", f"write {right}", right)
            return None
        if target is None:
            self.say(None, f"this block does not say which {fence.scheme}", f"write its id behind the word: {fence.scheme} some-id")
            return None
        scheme, colon, identity = target.text.partition(":")
        if colon and scheme in SCHEME_KINDS:
            self.say(target, f'a block begins with what it shows, so "{scheme}" stands first', f"write {scheme} {identity}")
            return None
        if not fence.closed:
            self.say(None, "this block is not closed", "write a line with nothing but the same fence below it")
        elif not fence.empty:
            self.say(None, "what stands between the fences is not read", f"leave it out; options stand behind the id: {fence.scheme} {target.text} show=card")
        return target

    def options(self) -> dict[str, Word]:
        """The options by their names, each once."""
        found: dict[str, Word] = {}
        for word in self.fence.words:
            if word is self.fence.target:
                continue
            if not word.key:
                self.say(word, f"{quoted(word.text)} is no option", "options are written with an equals sign: show=card")
            elif word.key not in OPTIONS:
                self.say(word, f"there is no option {quoted(word.key)}", _meant(word.key, OPTIONS))
            elif word.key in found:
                self.say(word, f"{quoted(word.key)} stands here twice", "leave one of them")
            else:
                found[word.key] = word
        return found

    def show(self, asked: Asked, options: Mapping[str, Word]) -> str:
        """What the thing is to be shown as."""
        shows = SHOWS.get(asked.scheme, _OTHERS)
        word = options.get("show")
        if word is None:
            return "card" if asked.stage else "list" if "of" in options else shows[0]
        if word.text not in shows:
            self.say(word, f"{_a(asked.scheme)} cannot be shown as {quoted(word.text)}", _meant(word.text, shows))
        elif asked.stage and word.text in ("map", "curve"):
            self.say(word, f"one stage has no {word.text} of its own", f"show=card shows the stage; leave out #{asked.stage} to show the {word.text}")
        return word.text

    def filled(self, asked: Asked, options: Mapping[str, Word]) -> Asked:
        """``asked`` with what the other options say, each where it belongs."""
        belongs = {"of": "list", "limit": "list", "department": "map", "actor": "map"}
        for name, show in belongs.items():
            word = options.get(name)
            if word is not None and asked.show != show and not (name in ("department", "actor") and asked.show == "curve"):
                fits = "show=list" if show == "list" else "show=map or show=curve"
                self.say(word, f"{name} belongs to {fits}", "leave it out" if asked.scheme != "journey" or asked.stage else f"leave it out, or write {fits}")
        lists = LISTS[asked.scheme]
        of, limit = (options.get(name) if asked.show == "list" else None for name in ("of", "limit"))
        if of is not None and of.text not in lists:
            self.say(of, f"there is no list of {quoted(of.text)} for {_a(asked.scheme)}", _meant(of.text, lists))
        if limit is not None and not (limit.text.isascii() and limit.text.isdigit() and 1 <= int(limit.text[:9]) <= _MOST):
            self.say(limit, f"limit says how many are shown, and {quoted(limit.text)} is not a whole number from 1 to {_MOST}")
            limit = None
        return replace(
            asked,
            of=(of.text if of else lists[0]) if asked.show == "list" else "",
            limit=int(limit.text) if limit else None,
            department=options["department"].text if "department" in options else "",
            actor=options["actor"].text if "actor" in options else "",
        )


def _a(scheme: str) -> str:
    """One thing of a kind, in a sentence."""
    return scheme if scheme in ("content", "evidence") else f"a {scheme}"


def _meant(word: str, known: tuple[str, ...]) -> str:
    near = nearest(word, known)
    return f'did you mean "{near}"?' if near else f"there is {some(known)}" if len(known) == 1 else f"there are {some(known)}"


def _span(word: Word, fence: Fence, file: str) -> Span:
    return Span(file, fence.line, word.column, fence.line, word.column + len(word.whole))
