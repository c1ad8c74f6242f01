"""The rules of coverage: what each says of handbooks that meet it and of some that do not, in exact words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent

import pytest
from corpus import read_corpus, write_corpus

from journey_site.documents.rule_names import CHECKS, COVERAGE, PROBLEMS, TOLD_ONLY
from journey_site.handbook import Outcome, read_handbook
from journey_site.levels import english
from journey_site.rules.finding import Verdict
from journey_site.rules.questions import QUESTIONS
from journey_site.site.views.told import in_words

HERE = Path(__file__).parent
CODE = HERE.parent.parent / "journey_site" / "rules" / "questions"
Handbook = Callable[..., Outcome]


def module_of(rule: str) -> Path:
    return CODE / f"{rule.replace('-', '_')}.py"


@pytest.mark.parametrize("path", [path for name in COVERAGE for path in sorted(HERE.glob(f"{name}/*.yml"))], ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_corpus(path: Path, tmp_path: Path) -> None:
    """As ``tests/problems``, with the rule made a warning so that what it finds has a place and words."""
    rule = path.parent.name
    corpus = read_corpus(path.read_text(encoding="utf-8"))
    level = "advice" if rule in TOLD_ONLY else "warning"
    corpus.files["handbook.yml"] = f"title: T\nchecks: {{{rule}: {level}}}\n"
    write_corpus(corpus, tmp_path)
    apart = ("id-from-name", *CHECKS)
    problems = [problem for problem in read_handbook(tmp_path).problems if problem.rule not in apart]
    assert [f"{problem.span} {problem.rule}" for problem in problems] == [
        f"{each.file}:{each.line}:{each.column} {each.rule}" for each in corpus.expected
    ]
    for problem, expected in zip(problems, corpus.expected, strict=True):
        assert expected.words in f"{problem.message} ({problem.hint})"
        assert len(problem.message) < 250
    assert bool(problems) == (path.stem == "bad")


def test_every_rule_stands_in_its_module_and_is_tested() -> None:
    assert tuple(rule.name for rule in QUESTIONS) == COVERAGE
    assert {path.stem for path in CODE.glob("*.py")} - {"__init__", "stages"} == {
        module_of(name).stem for name in COVERAGE
    }
    for name in COVERAGE:
        other = "told" if name in TOLD_ONLY else "bad"
        assert {path.stem for path in (HERE / name).glob("*.yml")} == {"good", other}


def test_questions_are_answered_by_yes() -> None:
    for rule in QUESTIONS:
        assert re.match(r"(Is|Do|Does) .*\?$", rule.question)
        assert rule.why.endswith(".")
        assert not rule.short.endswith((".", "?"))


def examples() -> Iterator[tuple[str, str, str]]:
    """The examples in the docstrings, each with its rule and its heading."""
    for name in COVERAGE:
        text = module_of(name).read_text(encoding="utf-8").split('"""')[1]
        for heading, block in re.findall(r"^(Good|Bad|Worth a look)::\n\n((?:    .*\n|\n)+)", text, re.MULTILINE):
            yield name, heading, dedent(block)


@pytest.mark.parametrize(("rule", "heading", "journey"), [*examples()], ids=lambda value: value[:40].split("\n")[0])
def test_docstrings_tell_the_truth(rule: str, heading: str, journey: str, handbook: Handbook) -> None:
    outcome = handbook({"journeys/a.yml": journey, "touchpoints.yml": "shop: {name: The shop}\n"})
    assert not [problem for problem in outcome.problems if problem.severity > 1]
    verdicts = {"Good": Verdict.MET, "Bad": Verdict.WANTING, "Worth a look": Verdict.TOLD}
    (finding,) = outcome.coverage.of_rule[rule]
    assert finding.verdict is verdicts[heading]


def test_every_docstring_says_why_and_shows_both() -> None:
    found = [(name, heading) for name, heading, _ in examples()]
    for name in COVERAGE:
        assert (name, "Good") in found
        assert (name, "Worth a look" if name in TOLD_ONLY else "Bad") in found
        assert "\nWhy: " in module_of(name).read_text(encoding="utf-8")


def said(outcome: Outcome, rule: str, journey: str = "a") -> tuple[str, str]:
    """What a rule says of a journey, in English."""
    (finding,) = [each for each in outcome.coverage.of_journey[journey] if each.rule == rule]
    return finding.verdict.value, in_words(finding.found, english(outcome.atlas))


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        ("duration: 2 days, waiting: 1 day", "We are there in Use (2 days, 1 day of it waiting)"),
        ("waiting: 3 weeks", "We are there in Use (3 weeks of waiting)"),
        ("duration: ongoing", "We are there in Use (ongoing)"),
        ("summary: x", "We are there in Use (how soon is not stated)"),
    ],
)
def test_how_soon_we_follow_up(stage: str, words: str, handbook: Handbook) -> None:
    journey = f"title: A\nstages:\n  use: {{serves: use, activities: [We call], {stage}}}\n"
    assert said(handbook({"journeys/a.yml": journey}), "follow-up-after-purchase") == ("met", words)


def test_the_first_follow_up_and_the_later_ones(handbook: Handbook) -> None:
    journey = """
        title: A
        stages:
          quiet: {serves: use}
          call: {serves: use, duration: 1 day, activities: [We call]}
          tip: {serves: recommend, activities: [We ask for a tip]}
        """
    assert said(handbook({"journeys/a.yml": journey}), "follow-up-after-purchase") == (
        "met",
        "We are there first in Call (1 day), then in Tip",
    )


@pytest.mark.parametrize(
    ("stages", "rule", "words"),
    [
        ("[{id: a, name: A, serves: buy}]", "follow-up-after-purchase", "This journey ends with the purchase"),
        ("[{id: a, name: A, serves: choose}]", "follow-up-after-purchase", "No stage of this journey comes after a purchase"),
        ("[{id: a, name: A, serves: buy}]", "easy-to-recommend", "This journey ends before anybody could recommend us"),
        ("[{id: a, name: A, serves: buy}]", "content-to-choose", "No stage of this journey is about choosing"),
        ("[{id: a, name: A}]", "content-to-choose", "No stage says what it serves"),
        ("[{id: a, name: A}]", "easy-to-recommend", "No stage says what it serves"),
        ("[{id: a, name: A}]", "follow-up-after-purchase", "No stage says what it serves"),
        ("[{id: a, name: A}]", "every-touchpoint-measured", "No touchpoint is named"),
        ("[{id: a, name: A}]", "worst-experience-has-opportunity", "Nobody has stated how it feels"),
        ("[{id: a, name: A}]", "touchpoints-rated-alike", "No touchpoint is rated in more than one stage"),
    ],
)
def test_what_cannot_be_said_is_told_kindly(stages: str, rule: str, words: str, handbook: Handbook) -> None:
    outcome = handbook({"journeys/a.yml": f"title: A\nstages: {stages}\n"})
    assert said(outcome, rule) == ("unsaid", words)


def test_a_touchpoint_that_is_felt_differently(handbook: Handbook) -> None:
    def use(value: float) -> str:
        return f"{{touchpoint: invoice, experience: {value}}}"

    journey = f"""
        title: A
        stages:
          trigger: {{touchpoints: [{use(-1.5)}]}}
          compare: {{touchpoints: [{{touchpoint: shop, experience: 1}}]}}
          purchase: {{steps: [{{id: s, title: S, touchpoints: [{use(1)}, {use(0.2)}, {{touchpoint: shop, experience: 2}}]}}]}}
        """
    files = {"journeys/a.yml": journey, "touchpoints.yml": "invoice: {name: The invoice}\nshop: {name: The shop}\n"}
    assert said(handbook(files), "touchpoints-rated-alike") == (
        "told",
        "The invoice: −1.5 in Trigger and +0.2 in Purchase; The shop: +1 in Compare and +2 in Purchase",
    )


def test_a_touchpoint_that_is_felt_in_many_stages(handbook: Handbook) -> None:
    values = (0, -1, 2, 0.5, -1.5, 1)
    stages = "".join(f"  s{at}: {{touchpoints: [{{touchpoint: shop, experience: {value}}}]}}\n" for at, value in enumerate(values))
    files = {"journeys/a.yml": f"title: A\nstages:\n{stages}", "touchpoints.yml": "shop: {name: The shop}\n"}
    assert said(handbook(files), "touchpoints-rated-alike") == ("told", "The shop: from −1.5 in S4 to +2 in S2, in 6 stages")


def test_only_the_touchpoints_furthest_apart_are_told(handbook: Handbook) -> None:
    def uses(sign: int) -> str:
        return ", ".join(f"{{touchpoint: t{at}, experience: {sign * at / 5}}}" for at in range(1, 6))

    files = {
        "journeys/a.yml": f"title: A\nstages:\n  one: {{touchpoints: [{uses(-1)}]}}\n  two: {{touchpoints: [{uses(1)}]}}\n",
        "touchpoints.yml": "".join(f"t{at}: {{name: T{at}}}\n" for at in range(1, 6)),
    }
    verdict, words = said(handbook(files), "touchpoints-rated-alike")
    assert verdict == "told"
    assert words.startswith("T5: −1 in One and +1 in Two; T4: ")
    assert words.endswith("; 2 more differ")


@pytest.mark.parametrize("model", ["aida", "race", "five-e", "mckinsey-loop", "jobs-timeline", "hankins-hexagon",
                                   "awareness-to-loyalty", "awareness-to-advocacy", "discovery-to-decision",
                                   "interest-to-retention", "attention-to-retention"])  # fmt: skip
def test_every_model_is_answered_for(model: str, handbook: Handbook) -> None:
    """A bare journey: every rule answers, and none says that the stages serve nothing."""
    outcome = handbook({"journeys/a.yml": f"title: A\nmodel: {model}\n"})
    findings = outcome.coverage.of_journey["a"]
    assert len(findings) == len(QUESTIONS)
    words = [in_words(finding.found, english(outcome.atlas)) for finding in findings]
    assert all(words)
    assert "No stage says what it serves" not in words


def test_names_of_problems_do_not_clash() -> None:
    assert len({*PROBLEMS, *COVERAGE, *CHECKS}) == len(PROBLEMS) + len(COVERAGE) + len(CHECKS)
