"""Problems as JUnit's XML, which every build server shows: a test case for each file, failed where it has problems.

There is no standard; this is what Jenkins, GitLab and Azure agree on: ``testsuite``, ``testcase`` with
``name``, ``classname`` and ``file``, and one ``failure`` with words.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as Xml

from journey_site.problems import Severity
from journey_site.reports.concise import one_line
from journey_site.reports.counts import counted
from journey_site.reports.report import Report, Told
from journey_site.reports.visible import visible, without_mentions


def junit(report: Report, fails: frozenset[Severity] = frozenset({Severity.ERROR})) -> Iterator[str]:
    """A file fails for problems of the severities in ``fails``; the others stand in its output."""
    by_file: dict[str, list[Told]] = {file: [] for file in report.files}
    for told in report.problems:
        by_file.setdefault(told.problem.span.file, []).append(told)
    suite = Xml.Element("testsuite", name="journey-site check")
    failed = 0
    for file, problems in by_file.items():
        path = visible(report.path(file))
        case = Xml.SubElement(suite, "testcase", name=path, classname="journey-site", file=path, time="0")
        wrong = [told for told in problems if told.problem.severity in fails]
        if wrong:
            failed += 1
            failure = Xml.SubElement(case, "failure", message=_counts(wrong), type=wrong[0].problem.severity.word)
            failure.text = _lines(wrong)
        if rest := [told for told in problems if told.problem.severity not in fails]:
            Xml.SubElement(case, "system-out").text = _lines(rest)
    numbers = {"tests": str(len(by_file)), "failures": str(failed), "errors": "0", "skipped": "0", "time": "0"}
    suite.attrib.update(numbers)
    root = Xml.Element("testsuites", {"name": "journey-site check", **numbers})
    root.append(suite)
    Xml.indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield Xml.tostring(root, encoding="unicode")


def _counts(problems: list[Told]) -> str:
    found = [(severity, sum(told.problem.severity is severity for told in problems)) for severity in reversed(Severity)]
    return ", ".join(counted(number, severity.word) for severity, number in found if number)


def _lines(problems: list[Told]) -> str:
    return without_mentions("\n".join(one_line(told) for told in problems))
