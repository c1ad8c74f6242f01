"""What every reader of a document needs to know, and the place where it reports what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from journey_site.documents.values import Scale
from journey_site.problems import Problem, Related, Severity, Span
from journey_site.source.yaml import Mapping as MappingNode
from journey_site.source.yaml import Node, Scalar, Sequence

if TYPE_CHECKING:
    from journey_site.documents.lanes import Lane


@dataclass
class Reading:
    """One run over a handbook's files: its languages, scale, audiences and lanes, and the problems found."""

    language: str = "en"
    """The language of plain strings."""
    languages: frozenset[str] = frozenset({"en"})
    """Every language that a text may be written in."""
    scale: Scale = Scale()
    audiences: tuple[str, ...] = ()
    own_lanes: Mapping[str, Lane] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def report(
        self,
        rule: str,
        message: str,
        span: Span,
        hint: str = "",
        *,
        severity: Severity = Severity.ERROR,
        related: tuple[Related, ...] = (),
    ) -> None:
        """Note a problem; reading goes on."""
        self.problems.append(Problem(rule, message, span, severity, hint, related))


Reader = Callable[[Node, Reading, str], Any]
"""Reads a node into a value; reports what is wrong and then returns None or what could be saved."""


class Reads:
    """Marks a field of a document with the way its value is read from a node.

    ``label`` says in the reference what may stand there; pydantic calls ``read`` for nodes and
    leaves ready-made values (from Python) as they are.
    """

    def __init__(self, label: str, read: Reader) -> None:
        self.label = label
        self.read = read

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic call the reader with the field's name and the run's context."""
        read = self.read

        def convert(value: Any, info: ValidationInfo) -> Any:
            if isinstance(value, Scalar | Sequence | MappingNode):
                return read(value, info.context or Reading(), info.field_name or "value")
            return value

        return core_schema.with_info_plain_validator_function(convert)


def shown(node: Node) -> str:
    """A node in a few words for a message: the text itself where there is one."""
    if isinstance(node, Scalar):
        words = node.text if len(node.text) <= 60 else node.text[:57] + "…"
        return f'"{words}"' if words else "nothing"
    if isinstance(node, Sequence):
        return "a list"
    return "a mapping"
