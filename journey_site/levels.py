"""What handbook.yml makes of rules: problems at the levels it sets, and coverage as problems where it asks for that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from journey_site.atlas.atlas import Atlas
from journey_site.documents.checks import Check, Requirement
from journey_site.documents.reading import quoted
from journey_site.documents.rule_names import COVERAGE
from journey_site.problems import Problem, Related, Severity
from journey_site.rules.coverage import Coverage, Score
from journey_site.rules.finding import Finding, Rule, Verdict
from journey_site.site.language import Language
from journey_site.site.views.told import in_words
from journey_site.site.voice import Voice
from journey_site.source.ignores import Ignore

_SEVERITIES = {"advice": Severity.ADVICE, "warning": Severity.WARNING, "error": Severity.ERROR}
_NAMED = 4
_RELATED = 20
_NOTHING_ASKED = Check()
_LONGEST = 240


def at_levels(problems: Iterable[Problem], atlas: Atlas) -> list[Problem]:
    """The problems at the levels that handbook.yml sets; what cannot be shown rightly stays an error."""
    kept: list[Problem] = []
    for problem in problems:
        level = _level(problem.rule, problem.span.file, atlas)
        if level is None or problem.severity is Severity.ERROR:
            kept.append(problem)
        elif level != "off":
            kept.append(replace(problem, severity=_SEVERITIES[level]))
    return kept


def unused_overrides(atlas: Atlas, files: Iterable[str]) -> Iterator[Problem]:
    """Overrides in handbook.yml for files that there are not; ``files`` are named as in messages."""
    paths = [atlas.path_of(file) for file in files] if atlas.handbook.overrides else []
    for override in atlas.handbook.overrides:
        for words in override.unmatched(paths):
            message = f"no file of the handbook is called {quoted(words)}"
            hint = "paths start in the handbook's folder, such as journeys/drafts/**"
            yield Problem("unused-override", message, override.origin, Severity.WARNING, hint)


def _level(rule: str, file: str, atlas: Atlas) -> str | None:
    """What handbook.yml says of a rule for one file: the last override that is for it, else the whole handbook's level."""
    handbook = atlas.handbook
    if handbook.overrides:
        path = atlas.path_of(file)
        for override in reversed(handbook.overrides):
            said = override.checks.get(rule)
            if said is not None and said.level is not None and override.is_for(path):
                return said.level
    said = handbook.checks.get(rule)
    return None if said is None else said.level


def coverage_problems(coverage: Coverage, atlas: Atlas) -> Iterator[Problem]:
    """What of the coverage is a problem: what handbook.yml raises to a warning or an error, or requires.

    Where a share or count is required, too few journeys are one problem of the whole handbook, and each
    finding stays advice. Advice is no problem: it is told on the pages and by the command line.
    """
    voice = english(atlas)
    for rule in coverage.rules:
        asked = atlas.handbook.checks.get(rule.name, _NOTHING_ASKED)
        findings = coverage.of_rule.get(rule.name, ())
        if asked.require is not None:
            severity = _SEVERITIES.get(asked.level or "error", Severity.ERROR)
            if not _is_met(asked.require, coverage.score(rule.name)):
                yield _too_few(rule, asked.require, severity, findings, coverage.score(rule.name), voice)
            continue
        for finding in findings:
            level = _level(rule.name, finding.place.file, atlas)
            severity = _SEVERITIES.get(level or "", rule.severity)
            if finding.verdict is Verdict.WANTING and severity is not Severity.ADVICE and level != "off":
                yield _as_problem(finding, severity, voice)


def is_asked_of_coverage(atlas: Atlas, ignores: Iterable[Ignore]) -> bool:
    """Whether the problems may depend on the coverage, because handbook.yml or a comment names one of its rules."""
    handbook = atlas.handbook
    named = {*handbook.checks, *(rule for override in handbook.overrides for rule in override.checks)}
    return not named.union(ignore.rule for ignore in ignores).isdisjoint(COVERAGE)


def english(atlas: Atlas) -> Voice:
    """How messages speak: in English, with names and words as the handbook's own readers know them."""
    return Voice(atlas, Language("en"), quotes=atlas.language)


def _is_met(require: Requirement, score: Score) -> bool:
    if require.count is not None:
        return score.met >= require.count
    # Rounding must not make 4 of 5 less than 80%.
    return score.met + 1e-9 >= (require.share or 0.0) * score.of


def _as_problem(finding: Finding, severity: Severity, voice: Voice) -> Problem:
    hint = in_words(finding.todo, voice) if finding.todo else ""
    return Problem(finding.rule, _short(_small(in_words(finding.found, voice))), finding.place, severity, _small(hint))


def _too_few(
    rule: Rule, require: Requirement, severity: Severity, findings: tuple[Finding, ...], score: Score, voice: Voice
) -> Problem:
    wanting = [finding for finding in findings if finding.verdict is Verdict.WANTING]
    ids = [finding.journey.id for finding in wanting]
    named = ", ".join(ids[:_NAMED]) + (f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else "")
    have = f"{score.met} of {score.of} {'journey meets' if score.met == 1 else 'journeys meet'}"
    message = f"{have} {quoted(rule.name)}, and {require.words} {'is' if require.words == '1' else 'are'} required"
    message += f"; not yet: {named}" if named else ""
    if require.count is not None and require.count > score.of:
        hint = f"it can be said of {score.of} only; a share is written with its sign, such as 80%"
    else:
        hint = "journey-site check says for each journey what to do"
    related = tuple(
        Related(finding.place, _small(in_words(finding.found, voice))) for finding in wanting[:_RELATED]
    )
    return Problem(rule.name, _short(message), require.origin, severity, hint, related)


def _small(words: str) -> str:
    """A sentence as it stands behind a place, where messages begin with a small letter."""
    return words[:1].lower() + words[1:]


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rsplit(" ", 1)[0] + " …"
