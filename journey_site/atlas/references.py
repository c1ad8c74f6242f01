"""Whether references lead somewhere: each is looked up once, where it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from journey_site.atlas.atlas import SCHEME_KINDS, Atlas
from journey_site.atlas.stage_names import behind_hash, hint_of_name, stage_called
from journey_site.documents.built_in import built_in_models
from journey_site.documents.journeys import Journey
from journey_site.documents.nearest import Suggestions
from journey_site.documents.reading import quoted, some
from journey_site.documents.things import Thing
from journey_site.documents.values import Ref
from journey_site.problems import Edit, Problem, Span
from journey_site.source.ids import slug
from journey_site.source.written import as_written

_NOUN = {kind: scheme for scheme, kind in SCHEME_KINDS.items()} | {"people": "department or persona"}
_HINT_FOR_NEW = {
    "touchpoints": "one that is used here alone is written {name: …}",
    "content": "one that is used here alone is written {title: …}",
}
_LONG = 1_000
_LONG_NAME = 40


class References:
    """Looks references up in an atlas, and says what is nearest to one that leads nowhere."""

    def __init__(self, atlas: Atlas, suggestions: Suggestions | None = None) -> None:
        self.atlas = atlas
        self.suggestions = suggestions or Suggestions()
        self._titles: dict[str, dict[str, str]] = {}
        self._known: dict[str, list[str]] = {}
        self._stages: dict[str, dict[str, None]] = {}

    def check(self, ref: Ref) -> Iterator[Problem]:
        """What is wrong with a reference to a thing."""
        if self.atlas.find(ref) is None and not self._may_be_there(ref, ref.kind):
            yield self._unknown(ref, ref.kind, ref.origin)

    def check_link(self, scheme: str, target: str, span: Span) -> Iterator[Problem]:
        """What is wrong with a link such as ``journey:anna-ebike#decision`` that stands in a text."""
        identity, _, anchor = target.partition("#")
        kind = SCHEME_KINDS[scheme]
        thing = self.atlas.find(Ref(identity, kind))
        if thing is None:
            if not self._may_be_there(identity, kind):
                problem = self._unknown(identity, kind, span)
                behind = f"#{anchor}" if anchor else ""
                yield replace(problem, fix=tuple(Edit(edit.span, f"{scheme}:{edit.text}{behind}") for edit in problem.fix))
        elif anchor and isinstance(thing, Journey) and identity not in self.atlas.in_doubt:
            stages = self.stages(thing)
            if anchor not in stages:
                meant = stage_called(anchor, thing.stages)
                hint = hint_of_name(anchor, meant) or self.suggestions.did_you_mean(anchor, stages, f"its stages are {some(stages)}")
                message = f"the journey {quoted(identity)} has no stage {quoted(anchor)}"
                fix = (Edit(span, f"{scheme}:{identity}#{meant}"),) if meant else ()
                yield Problem("unknown-stage", message, behind_hash(span, f"{scheme}:{target}", target), hint=hint, fix=fix)

    def stages(self, journey: Journey) -> dict[str, None]:
        """The ids of a journey's stages, in order."""
        if journey.id not in self._stages:
            self._stages[journey.id] = dict.fromkeys(stage.id for stage in journey.stages)
        return self._stages[journey.id]

    def _may_be_there(self, identity: str, kind: str) -> bool:
        """Whether the thing may stand in a file that could not be read: its own problem has been told."""
        kinds = ("departments", "personas") if kind == "people" else (kind,)
        return any(kind in self.atlas.partial or identity in self.atlas.unread.get(kind, ()) for kind in kinds)

    def _unknown(self, identity: str, kind: str, span: Span) -> Problem:
        noun = _NOUN.get(kind, kind)
        known = self._all(kind)
        there = f"there {'is' if len(known) == 1 else 'are'} {some(known)}" if known else "none is written yet"
        if not identity:
            hint = f"write the id of a {noun} behind the colon"
        elif by_title := self._id_of_title(identity, kind):
            hint = f'that is a title; the id is "{by_title}"'
        elif by_beginning := self._id_of_beginning(identity, kind):
            hint = f'did you mean "{by_beginning}"?'
        else:
            otherwise = _HINT_FOR_NEW.get(kind) or there
            if kind == "departments" and _like_a_name(identity):
                otherwise = f"{there}; a person is written {{department: {known[0] if known else '…'}, name: {identity[:_LONG_NAME]}}}"
            hint = self.suggestions.did_you_mean(identity, known, otherwise)
        rule = "unknown-" + ("person" if kind == "people" else noun)
        meant = self._meant(identity, kind)
        fix = (Edit(span, as_written(meant)),) if meant else ()
        note = f"to choose from: {some(known)}" if known and hint != there else ""
        return Problem(rule, f"there is no {noun} {quoted(identity)}", span, hint=hint, note=note, fix=fix)

    def _id_of_beginning(self, words: str, kind: str) -> str | None:
        """The id of the only thing whose name begins with ``words``: somebody's first name."""
        begin = f"{words.casefold()} "
        table = self.atlas.table(kind).values() if kind != "people" else ()
        found = [thing.id for thing in table if any(name.casefold().startswith(begin) for name in thing.name.values.values())]
        return found[0] if len(found) == 1 else None

    def _meant(self, words: str, kind: str) -> str | None:
        """The id that somebody meant who wrote a title, or capitals: only where it can be no other."""
        known = self._all(kind)
        if (lowered := slug(words)) in known:
            return lowered
        kinds = ("departments", "personas") if kind == "people" else (kind,)
        meant = {self._id_of_title(words, each) for each in kinds} - {None}
        named = [each for kind in kinds for each in self.atlas.table(kind).values() if _is_called(each, words)]
        return meant.pop() if len(meant) == len(named) == 1 else None

    def _all(self, kind: str) -> list[str]:
        if kind not in self._known:
            if kind == "people":
                self._known[kind] = [*self._all("departments"), *self._all("personas")]
            else:
                built_in = built_in_models() if kind == "models" else ()
                self._known[kind] = sorted({*self.atlas.table(kind), *self.atlas.unread.get(kind, ()), *built_in})
        return self._known[kind]

    def _id_of_title(self, words: str, kind: str) -> str | None:
        if kind == "people":
            return self._id_of_title(words, "departments") or self._id_of_title(words, "personas")
        if kind not in self._titles:
            titles: dict[str, str] = {}
            for thing in self.atlas.table(kind).values():
                for name in thing.name.values.values():
                    if len(name) < _LONG:
                        titles.setdefault(name.casefold(), thing.id)
            self._titles[kind] = titles
        return self._titles[kind].get(words.casefold()) if len(words) < _LONG else None


def _like_a_name(words: str) -> bool:
    """Whether words are such as a person is called by, first name and surname."""
    first, _, last = words.partition(" ")
    return first[:1].isupper() and last[:1].isupper()


def _is_called(thing: Thing, words: str) -> bool:
    return any(name.casefold() == words.casefold() for name in thing.name.values.values())
