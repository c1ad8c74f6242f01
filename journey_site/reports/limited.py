"""Of many annotations those that a build server shows, and how many it would hide."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.problems import Severity
from journey_site.reports.counts import counted
from journey_site.reports.report import Report, Told

PER_KIND = 10
"""GitHub shows ten errors, ten warnings and ten notices of a step (its documentation of workflow commands; the
rest is dropped without a word). Azure's agent keeps as many errors and warnings of a task (``_maxIssueCount``)."""


@dataclass(frozen=True, slots=True)
class Limited:
    """The problems of one severity as far as they are shown."""

    severity: Severity
    shown: tuple[Told, ...]
    hidden: str
    """What to say of those that are not; empty when all are shown."""


def limited(report: Report, severities: tuple[Severity, ...]) -> list[Limited]:
    """The first problems of each severity; where there are too many, the last place says how many more there are."""
    found = []
    for severity in severities:
        all_ = tuple(told for told in report.problems if told.problem.severity is severity)
        if len(all_) <= PER_KIND:
            found.append(Limited(severity, all_, ""))
            continue
        shown = all_[: PER_KIND - 1]
        more = len(all_) - len(shown)
        noun = counted(more, "more piece") + " of advice" if severity is Severity.ADVICE else counted(more, f"more {severity.word}")
        words = f"{noun} of journey-site {'is' if more == 1 else 'are'} not shown here; the log of this step has all {len(all_):,}"
        found.append(Limited(severity, shown, words))
    return found
