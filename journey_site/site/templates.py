"""Jinja as our pages need it: everything that is printed is escaped, and all of it is quick.

A page prints some thousand values and calls some thousand macros, so what Jinja does around each of them
takes longer than what it is done for. Each shortcut here gives what Jinja's own way gives.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping, Sequence
from operator import call
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from journey_site.site.html import as_html
from journey_site.site.kept_templates import kept_templates


def environment(folders: Sequence[Path]) -> Environment:
    """What reads and prints the templates in ``folders``, the first before the others."""
    env = _QuickEnvironment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        auto_reload=False,
        bytecode_cache=kept_templates([Path(__file__)]),
    )
    env.policies["ext.i18n.trimmed"] = True
    return env


def _printed(value: Any) -> str:
    """What a template prints of ``value``; most of it is HTML already, which ``escape`` would copy."""
    return value if type(value) is Markup else escape(value)


class _QuickMacro(Macro):
    """A macro called with its parameters in order, as nearly all are, begins at once."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        spare = self._argument_count - len(args)
        if kwargs or spare < 0 or self.caller or self.catch_kwargs or self.catch_varargs or not self._default_autoescape:
            return super().__call__(*args, **kwargs)
        return as_html(self._func(*args, *(missing,) * spare))


class _QuickGenerator(CodeGenerator):
    """Writes calls and attributes as Python has them, where Jinja goes by way of its context and environment."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """A call; nothing but a global function that asks for it is passed the context."""
        named = self.environment.globals.get(node.node.name) if isinstance(node.node, nodes.Name) else None
        if hasattr(named, "jinja_pass_arg"):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """An attribute; where there is none of that name, Jinja's own search goes on from there."""
        self.write("(found if (found := getattr(owner := ")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r}, missing)) is not missing else environment.getattr(owner, {node.attr!r}))")


class _QuickTemplate(Template):
    """Prints and makes macros in our ways."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__.update(call=call, escape=_printed, Macro=_QuickMacro)
        return template


class _QuickEnvironment(Environment):
    """Gives each template its globals as a plain mapping: Jinja's chain of them is walked at every include and import."""

    code_generator_class = _QuickGenerator
    template_class = _QuickTemplate

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """All that every template knows; nothing is added once templates are loaded."""
        return {**self.globals, **(d or {})}
