"""Views that several pages show are made once: a stage stands on its own page, on the map and in the booklet."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

Given = ParamSpec("Given")
View = TypeVar("View")
KEPT = 64
"""How many views of a kind are kept; pages that show the same are printed one after another."""


def recalled(make: Callable[Given, View]) -> Callable[Given, View]:
    """``make``, which recalls what it made lately of the very same things. A view is never changed, so it may be shared."""
    made: OrderedDict[tuple[int, ...], tuple[Any, View]] = OrderedDict()

    @wraps(make)
    def recall(*given: Given.args, **named: Given.kwargs) -> View:
        if named:
            return make(*given, **named)
        key = tuple(map(id, given))
        if key in made:
            return made[key][1]
        view = make(*given, **named)
        made[key] = (given, view)  # what was given is kept too, so that its identity is nobody else's
        if len(made) > KEPT:
            made.popitem(last=False)
        return view

    return recall
