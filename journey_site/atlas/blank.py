"""Which stages a journey leaves empty: nothing is written about them but their name and place."""

from __future__ import annotations

from collections.abc import Mapping

from journey_site.documents.journeys import Stage

_NAME_AND_PLACE = {"id", "name", "origin", "places", "next", "serves", "audience", "summary"}


def is_blank(stage: Stage) -> bool:
    """Whether nothing is written about the stage but its name and place, or nothing that this edition shows."""
    return all(_says_nothing(getattr(stage, name)) for name in stage.model_fields_set - _NAME_AND_PLACE)


def _says_nothing(value: object) -> bool:
    return value is None or (isinstance(value, tuple | Mapping) and not value)
