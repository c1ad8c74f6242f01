"""A new stage in a journey: where it goes, and what to do where the stage is a model's already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journey_site.atlas.atlas import Atlas
from journey_site.atlas.link import link
from journey_site.cli.folder import Folder, stop
from journey_site.cli.questions import ask, id_for, the_one
from journey_site.cli.ways_past import ways_past
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.load import load_documents
from journey_site.documents.models import Model
from journey_site.edit.changes import file_text
from journey_site.edit.meant import candidates, meant, titles
from journey_site.edit.stage_place import NewStage, NoPlace, stages_written, with_stages
from journey_site.problems import Severity
from journey_site.source.text import SourceText
from journey_site.starter.first_fields import Here
from journey_site.starter.new_thing import new_stage


@dataclass(frozen=True, slots=True)
class Put:
    """A stage that was written."""

    line: str
    """Where it went, and what it may want besides."""
    named: bool
    """Whether its name was written, too: one of the model's has its name from there."""


def put_stage(
    place: Folder,
    atlas: Atlas,
    name: str,
    wanted_id: str | None,
    said: Mapping[str, str],
    here: Here,
    journey: str,
    after: str,
    before: str,
    *,
    asks: bool,
) -> Put:
    """Write a new stage into a journey.

    ``after`` and ``before`` name another stage by its id or title; without them the last stage is meant.
    """
    known = titles(atlas.journeys.values())
    if not journey and asks and known:
        journey = ask(f"Journey ({', '.join(known)})", lambda answer: meant(answer, known, "journey"))
    if not journey:
        stop("say which journey it goes into, with --journey")
    whole = atlas.journeys[the_one(journey, known, "journey")]
    written = _Written(place, atlas, whole)
    models_own = _stage_of_the_model(name, wanted_id, written.model)
    if models_own:
        if after or before:
            stop(f'"{models_own}" is a stage of the model "{written.model_id}", which says where it comes: leave out --after and --before')
        return Put(written.fill(models_own, new_stage("", said, here)), named=False)
    identity = id_for(name, wanted_id)
    there = whole.stage(identity)
    if there is not None:
        stop(_is_there(there, whole, written))
    if after and before:
        stop("say either --after or --before")
    stages = titles(whole.stages)
    if not after and not before and asks and len(stages) > 1:
        after = ask(f"After which stage ({', '.join(stages)}; Enter for the last)", lambda answer: meant(answer, stages, "stage"))
    if after or before:
        target = the_one(after or before, stages, f'stage of "{whole.id}"')
        after, before = (target, "") if after else ("", target)
    return Put(written.put(NewStage(identity, new_stage(name, said, here)), after, before), named=True)


def _stage_of_the_model(name: str, wanted_id: str | None, model: Model | None) -> str:
    """The id of the model's stage that a name means, if it means one."""
    if model is None:
        return ""
    if wanted_id:
        return wanted_id if model.stage(wanted_id) else ""
    found = candidates(name, titles(model.stages))
    return found[0] if len(found) == 1 else ""


def _is_there(stage: Stage, journey: Journey, written: _Written) -> str:
    if stage.id not in written.ids and journey.extends:
        return (
            f'the journey "{journey.id}" has the stage "{stage.id}" from "{journey.extends}", which it extends: write {stage.id}: under its '
            f"stages:, and below it only what is different here; remove: [{stage.id}] leaves it out"
        )
    return f'the journey "{journey.id}" has a stage "{stage.id}" already, in {stage.origin}; say another id with --id'


class _Written:
    """A journey's file, into which a stage is to be put."""

    def __init__(self, place: Folder, atlas: Atlas, journey: Journey) -> None:
        self.place, self.journey = place, journey
        self.path = place.path / atlas.path_of(journey.file)
        text = file_text(self.path, journey.file)
        if text is None or self.path.stem != journey.id:
            stop(f"{journey.file} holds more than this journey: write the stage by hand")
        self.text = text
        self.source = SourceText(journey.file, text.text)
        self.ids = stages_written(self.source)
        self.model: Model | None = atlas.find(journey.model)
        self.model_id = self.model.id if self.model else ""
        self.order = [stage.id for stage in journey.stages]

    def fill(self, identity: str, lines: tuple[str, ...]) -> str:
        """Write a stage of the model, which stands in the journey already without a word; nothing else moves."""
        whose = f'"{identity}" is a stage of the model "{self.model_id}"'
        if identity in self.ids:
            where = self.journey.stage(identity)
            stop(
                f"{whose}, and stands in {where.origin if where else self.journey.file}: fill it in there; "
                f"where it does not belong, delete its lines and write remove: [{identity}] above stages:"
            )
        if identity not in self.order:
            stop(f"{whose}, and remove: in {self.journey.file} leaves it out: take it out of there to have it again")
        behind = self.order[self.order.index(identity) + 1 :]
        for before in (*[each for each in behind if each in self.ids][:1], ""):
            text = self._with([NewStage(identity, lines)], "", before)
            if self._order_of(text) == self.order:
                self._save(text)
                return (
                    f"{self.path.as_posix()}: {whose}, which gives it its name and its place. It is written there for you to fill in; "
                    f"where it does not belong, remove: [{identity}] above stages: leaves it out."
                )
        stop(f"{whose}: write {identity}: under stages: in {self.journey.file}, and below it what you know")

    def put(self, new: NewStage, after: str, before: str) -> str:
        """Write a stage of the journey's own where it is wanted."""
        if before:
            at = self.order.index(before)
            after = self.order[at - 1] if at else ""
        elif not after and self.order:
            after = self.order[-1]
        at = self.order.index(after) + 1 if after else 0
        wanted = [*self.order[:at], new.id, *self.order[at:]]
        for text in self._ways(new, after, wanted):
            journey = self._with_text(text)
            if journey and [stage.id for stage in journey.stages] == wanted:
                self._save(text)
                return self._told(new.id, wanted, journey)
        stop(f"{self.journey.file}: the stage cannot be put there with certainty: write it by hand")

    def _ways(self, new: NewStage, after: str, wanted: list[str]) -> list[str]:
        """The texts that may have the stages in the order that is wanted: stages of the model are written out where they must be."""
        follows = wanted[wanted.index(new.id) + 1 :][:1]
        if after in self.ids:
            return [self._with([new], after, "")]
        if after:
            return [self._with([NewStage(after), new], "", "")]
        if follows and follows[0] in self.ids:
            return [self._with([new], "", follows[0])]
        first = [new, *map(NewStage, follows)]
        return [self._with(first, "", self.ids[0] if self.ids else "")]

    def _with(self, stages: list[NewStage], behind: str, before: str) -> str:
        try:
            return with_stages(self.source, stages, behind=behind, before=before)
        except NoPlace as reason:
            stop(f"{self.journey.file}: {reason}")

    def _order_of(self, text: str) -> list[str]:
        """The ids of the journey's stages, as they would be; none where something would be wrong then."""
        journey = self._with_text(text)
        return [stage.id for stage in journey.stages] if journey else []

    def _with_text(self, text: str) -> Journey | None:
        """The journey as it would be; nothing where something would be wrong then."""
        documents = load_documents(self.place.path, self.place.shown, {self.path: text})
        atlas, problems = link(documents)
        file = self.journey.file
        if any(each.severity is Severity.ERROR and each.span.file == file for each in (*documents.problems, *problems)):
            return None
        return atlas.journeys[self.journey.id]

    def _save(self, text: str) -> None:
        try:
            self.path.write_bytes(self.text.encoded(text))
        except OSError as error:
            stop(f"{self.path} cannot be written: {error.strerror}")

    def _told(self, identity: str, order: list[str], journey: Journey) -> str:
        at = order.index(identity)
        neighbours = [f'after "{order[at - 1]}"'] if at else []
        neighbours += [f'before "{order[at + 1]}"'] if at + 1 < len(order) else []
        line = f"{self.path.as_posix()}: written as stage {at + 1} of {len(order)}, {' and '.join(neighbours)}. Open it and fill in what you know."
        for said in ways_past(journey, identity):
            line += f"\n  {said}"
        if self.model and self.model.order == "network":
            line += "\n  In this model no stage leads on by itself: write next: in the new one, and name it in those that lead to it."
        if self.model_id:
            first = self.model.stages[-1].id if self.model else ""
            line += f'\n  It is this journey\'s own. The others are the model\'s ("{self.model_id}"); remove: [{first}] above stages: would leave one out.'
        return line
