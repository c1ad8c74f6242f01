"""From documents to the atlas: journeys written out, every reference checked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from journey_site.atlas.atlas import Atlas
from journey_site.atlas.circles import journey_circles
from journey_site.atlas.expand import Expansion
from journey_site.atlas.mentions import MentionChecks
from journey_site.atlas.order import in_order
from journey_site.atlas.references import References
from journey_site.atlas.shares_and_old_ids import check_old_ids, check_shares
from journey_site.atlas.written_out import WrittenOut
from journey_site.documents.built_in import built_in_model, unused_models
from journey_site.documents.documents import KINDS, Documents
from journey_site.documents.handbook import Handbook
from journey_site.documents.journeys import Journey
from journey_site.documents.models import Model
from journey_site.documents.nearest import Suggestions
from journey_site.documents.things import Thing
from journey_site.problems import Problem


def today() -> date:
    """The day the handbook is built on: SOURCE_DATE_EPOCH where it is set, so that builds repeat."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()
    except (ValueError, OverflowError, OSError):  # no number, or a day beyond every calendar
        return date.today()


def link(documents: Documents, before: WrittenOut | None = None) -> tuple[Atlas, list[Problem]]:
    """The atlas of ``documents``, drafts and all, with every problem that only shows when all files are read.

    ``before`` is what an earlier run made: a journey of which nothing changed is then the very same object.
    """
    suggestions = Suggestions()
    written: Mapping[str, Journey] = documents.tables["journeys"]  # type: ignore[assignment]
    models = _models(documents.tables["models"], written.values())  # type: ignore[arg-type]
    expansion = Expansion(documents.handbook, written, models, suggestions, before=before or WrittenOut())
    # What refers to a stage that was refused is not wrong.
    expansion.in_doubt.update(identity for identity, said in documents.mentions["journeys"].items() if said.parts_lost)
    expansion.run()
    atlas = _atlas(documents, {**documents.tables, "journeys": expansion.journeys, "models": models}, expansion.in_doubt)
    references = References(atlas, suggestions)
    problems = [*expansion.problems, *MentionChecks(documents, references).run(), *check_old_ids(atlas)]
    problems += journey_circles(expansion.journeys)
    for journey in written.values():
        problems += check_shares(journey)
    return atlas, problems


def _models(own: Mapping[str, Model], journeys: Iterable[Journey]) -> dict[str, Model]:
    """The handbook's models and the built-in ones that its journeys are on; an own one wins."""
    models = dict(own)
    for journey in journeys:
        if journey.model and journey.model not in models:
            found = built_in_model(journey.model)
            if found is not None:
                models[found.id] = found
    return models


def _atlas(documents: Documents, tables: Mapping[str, Mapping[str, Thing]], in_doubt: set[str]) -> Atlas:
    ordered = {kind: _in_order(tables[kind], documents.handbook) for kind in KINDS}
    return Atlas(
        documents.handbook,
        today(),
        documents.shown,
        **ordered,  # type: ignore[arg-type]
        unread=documents.unread,
        partial=documents.partial,
        in_doubt=in_doubt,
        other_models=_in_order(unused_models(ordered["models"]), documents.handbook),  # type: ignore[arg-type]
    )


def _in_order(table: Mapping[str, Thing], handbook: Handbook) -> dict[str, Thing]:
    """As readers of the first language look them up."""
    return {thing.id: thing for thing in in_order(table.values(), handbook.site_languages[0])}
