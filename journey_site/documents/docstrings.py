"""What the docstrings under a class's fields say, with each module's source read once.

Pydantic finds them too, but reads the whole module again for each class in it, which took half of the time
that a build or a command needs to start.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Mapping
from functools import cache
from itertools import pairwise


def field_docstrings(kind: type) -> Mapping[str, str]:
    """The docstring under each field that is declared in ``kind`` itself; nothing where the source is not at hand."""
    return _docstrings(kind.__module__).get(kind.__qualname__, {})


@cache
def _docstrings(module: str) -> Mapping[str, Mapping[str, str]]:
    """The docstrings of fields in the classes of ``module``, by class and field."""
    found: dict[str, dict[str, str]] = {}
    try:
        source = inspect.getsource(sys.modules[module])
    except (OSError, KeyError, TypeError):
        return found
    for kind in ast.parse(source).body:
        if isinstance(kind, ast.ClassDef):
            said = found.setdefault(kind.name, {})
            for pair in pairwise(kind.body):
                match pair:
                    case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                        said[name] = inspect.cleandoc(words)
    return found
