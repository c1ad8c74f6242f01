"""Who is asked to look at a change (CODEOWNERS), kept true when files of the handbook get another name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

PLACES = ("CODEOWNERS", ".github/CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS", ".bitbucket/CODEOWNERS")
"""Where hosts look for it, within the repository.

Sources: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners,
https://docs.gitlab.com/user/project/codeowners/, https://support.atlassian.com/bitbucket-cloud/docs/set-up-and-use-code-owners/
"""

_RULE = re.compile(r"(?P<before>[ \t]*(?:#[ \t]*)?!?)(?P<path>(?:\\.|[^\s#\\])(?:\\.|[^\s\\])*)")
"""The path that a line begins with; a line that waits behind a # is meant to be used one day."""


def with_moved(text: str, moves: Mapping[str, str], others: Iterable[str] = ()) -> str:
    """The text of a CODEOWNERS file in which the lines about moved files name their new paths.

    ``moves`` leads from path to path and ``others`` are further files, all within the repository. Patterns with
    wildcards stay: they are about more than one file.
    """
    lines = text.splitlines(keepends=True)
    names = [path.rpartition("/")[2] for path in (*moves, *others)]
    return "".join(_moved(line, moves, names) for line in lines)


def _moved(line: str, moves: Mapping[str, str], names: list[str]) -> str:
    rule = _RULE.match(line)
    if rule is None:
        return line
    written = rule["path"]
    plain = re.sub(r"\\(.)", r"\1", written)
    for path, to in moves.items():
        new = _new_pattern(plain, path, to, names)
        if new:
            return line[: rule.start("path")] + re.sub(r"([\s#\\])", r"\\\1", new) + line[rule.end("path") :]
    return line


def _new_pattern(pattern: str, path: str, to: str, names: list[str]) -> str:
    """A pattern that means ``path`` and nothing else, as it is written of ``to``; empty for any other."""
    anywhere, bare = pattern.startswith("**/"), pattern.removeprefix("**/").removeprefix("/")
    head = pattern[: len(pattern) - len(bare)]
    if bare == path:
        return head + to
    name, new_name = path.rpartition("/")[2], to.rpartition("/")[2]
    if "/" not in pattern and pattern == name:
        return new_name if names.count(name) == 1 else ""
    if anywhere and path.endswith(f"/{bare}") and ("/" in bare or names.count(name) == 1):
        return head + bare[: len(bare) - len(name)] + new_name
    return ""
