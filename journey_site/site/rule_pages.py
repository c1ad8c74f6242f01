"""The guide's pages about rules: one for each, and the list of all by subject."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from journey_site.documents.rule_names import LEFT_OUT, TOLD_ONLY
from journey_site.problems import Severity
from journey_site.rules.explained import Explanation, every_explanation

_INDEX = """\
---
title: Every rule
description: What is looked for in a handbook, how grave it is, and what to do about it.
---

# Every rule

Each message carries the name of its rule. Here are all {number}; the name leads to a page with the reason, a bad example and a good one. In a terminal, `journey-site check --explain dead-end` tells the same.

- An **error** cannot be shown rightly, and ends every build.
- A **warning** is probably wrong, and ends a strict build.
- **Advice** is worth knowing. It is never counted and fails nothing; a build says in one line how much there is, and `journey-site check` tells it all.

In handbook.yml, `checks` makes more or less of any rule that is no error: see [Levels](../checks.md#require-an-answer). In a draft, what is found by looking at the whole handbook is advice at most.

This page is written from the code.
"""


def rule_pages() -> dict[str, Callable[[], str]]:
    """How each page about rules is made, by its name in the guide."""
    pages: dict[str, Callable[[], str]] = {"rules/index": _index}
    return pages | {f"rules/{name}": partial(rule_page, told) for name, told in every_explanation().items()}


def rule_page(told: Explanation) -> str:
    """The page about one rule. The search leaves it out: the list of all has its name and its sentence."""
    parts = [
        f"---\ntitle: {told.name}\ndescription: {_quoted(told.title)}\nsearch: {{exclude: true}}\nhide: [toc]\n---",
        f"# `{told.name}`",
        told.title,
        f"**Why.** {told.why}",
        *([told.text] if told.text else []),
        *_example("Bad", told.bad),
        *_example("Good", told.good),
        "## Level",
        f"{_level(told)} [Every rule](index.md) lists it under *{told.subject}*.",
    ]
    return "\n\n".join(parts) + "\n"


def _level(told: Explanation) -> str:
    """How grave it is, and what an editor can make of that."""
    word = "Advice" if told.severity is Severity.ADVICE else f"{'An' if told.severity is Severity.ERROR else 'A'} {told.severity.word}"
    silenced = f"at the end of a line, `# journey: ignore[{told.name}]` lets that place stand"
    if told.severity is Severity.ERROR:
        return f"{word}. {silenced[:1].upper()}{silenced[1:]}." if told.name in LEFT_OUT else f"{word}."
    if told.name in TOLD_ONLY:
        return f'{word}. In handbook.yml, `checks: {{{told.name}: "off"}}` leaves it out.'
    return f"{word}. In handbook.yml, `checks: {{{told.name}: error}}` makes it an error; {silenced}."


def _example(heading: str, yaml: str) -> list[str]:
    return [f"## {heading}", f"```yaml\n{yaml}```"] if yaml else []


def _index() -> str:
    every = every_explanation()
    parts = [_INDEX.format(number=len(every)).rstrip()]
    by_subject: dict[str, list[Explanation]] = {}
    for told in every.values():
        by_subject.setdefault(told.subject, []).append(told)
    for subject, rules in by_subject.items():
        rows = [f"| [`{told.name}`]({told.name}.md) | {told.severity.word} | {_cell(told.title)} |" for told in rules]
        parts += [f"## {subject}", "\n".join(["| Rule | Level | What it says |", "| --- | --- | --- |", *rows])]
    return "\n\n".join(parts) + "\n"


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def _quoted(words: str) -> str:
    """A sentence as YAML, in which it may hold a colon or a quote."""
    return "'" + words.replace("`", "").replace("'", "''") + "'"
