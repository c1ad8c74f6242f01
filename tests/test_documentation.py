"""What the guide and the README say is true: nothing is left out, and every example works."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click import Context, Group
from corpus import without_advice
from jsonschema import Draft202012Validator

from journey_site.atlas.atlas import SCHEME_KINDS
from journey_site.cli.check import FORMATS
from journey_site.cli.main import commands
from journey_site.documents.built_in import built_in_model, built_in_models
from journey_site.documents.documents import KINDS
from journey_site.documents.handbook import Handbook
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.lanes import KNOWN_LANES
from journey_site.documents.reading import Reading
from journey_site.documents.rule_names import KNOWN, PROBLEMS
from journey_site.documents.things import Persona
from journey_site.handbook import read_handbook
from journey_site.hosts.mkdocs.plugin import JourneyOptions
from journey_site.reports.problems_json import SCHEMA
from journey_site.rules.finding import Rule
from journey_site.rules.questions import QUESTIONS
from journey_site.site.reference_pages import PAGES as WRITTEN
from journey_site.site.template_reference import PAGES
from journey_site.source.text import SourceText
from journey_site.source.yaml import Mapping, parse_yaml

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "maps" / "guide"
README = (ROOT / "README.md").read_text(encoding="utf-8")


def page(name: str) -> str:
    return (GUIDE / f"{name}.md").read_text(encoding="utf-8")


def fences(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


# What is in the code is in the guide


@pytest.mark.parametrize("option", [name for name, _ in JourneyOptions._schema])
def test_every_option_is_documented(option: str) -> None:
    assert f"| `{option}` |" in README
    assert f"| `{option}` |" in page("options")


def rules_in_code() -> set[str]:
    """Every rule that a problem can be made with: the first argument where problems are made."""
    found = {f"unknown-{noun}" for noun in (*SCHEME_KINDS, "person")}
    for path in (ROOT / "journey_site").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            given = [word.value for word in node.keywords if word.arg == "rule"]
            if called in ("Problem", "report", "problem", "Slip") and node.args:
                given.append(node.args[0])
            found |= {one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    return found


@pytest.mark.parametrize("rule", KNOWN)
def test_every_rule_has_a_page_and_a_line(rule: str) -> None:
    assert f"\n# `{rule}`\n" in page(f"rules/{rule}")
    assert f"| [`{rule}`]({rule}.md) |" in page("rules/index")


def test_no_page_is_about_a_rule_that_does_not_exist() -> None:
    assert {path.stem for path in (GUIDE / "rules").glob("*.md")} == {*KNOWN, "index"}


def test_rules_are_found_from_where_people_look() -> None:
    for name in ("index", "checks", "troubleshooting"):
        assert "(rules/index.md" in page(name)


def test_every_name_of_a_rule_is_declared() -> None:
    """What may stand under ``checks:``, in documents/rule_names.py: a slip there is told by its name."""
    assert set(PROBLEMS) == rules_in_code()


@pytest.mark.parametrize("rule", QUESTIONS, ids=lambda rule: rule.name)
def test_every_rule_of_coverage_is_explained(rule: Rule) -> None:
    assert f"| `{rule.name}` | {rule.question} |" in page("checks")


def test_every_model_is_documented_with_its_stages() -> None:
    for identity in built_in_models():
        model = built_in_model(identity)
        assert model is not None
        assert f"| `{identity}` | {', '.join(stage.id for stage in model.stages)} |" in page("format")


@pytest.mark.parametrize("lane", KNOWN_LANES)
def test_every_lane_is_in_the_reference(lane: str) -> None:
    assert f"`{lane}`" in page("format-reference")


def test_every_template_is_documented() -> None:
    for path in (ROOT / "theme/journey/body").glob("*.html"):
        assert f"`journey/body/{path.name}`" in page("theming") + page("theming-reference")


def test_every_page_template_has_its_view_model() -> None:
    for name, template in PAGES.items():
        assert (ROOT / f"theme/journey/body/{template}.html").is_file()
        assert f"### {name}\n" in page("theming-reference")


def test_every_custom_property_is_documented() -> None:
    tokens = (ROOT / "theme/assets/journey/tokens.css").read_text(encoding="utf-8")
    defined = set(re.findall(r"^\s*(--journey-[\w-]+):", tokens, re.MULTILINE))
    told = set(re.findall(r"--journey-[\w-]+", page("theming"))) | {f"--journey-face-{n}" for n in range(1, 6)}
    assert defined - told == set()
    assert told - defined == set()


def commands_and_options() -> Iterator[tuple[str, str]]:
    """Every command with its name, and with each of its options."""
    for name in commands.list_commands(Context(commands)):
        command = commands.get_command(Context(commands), name)
        assert command is not None
        yield name, name
        for each in (command, *(command.commands.values() if isinstance(command, Group) else ())):
            yield from ((name, option) for declared in each.params for option in declared.opts if option.startswith("--"))


@pytest.mark.parametrize(("command", "word"), [*commands_and_options()])
def test_every_command_is_documented(command: str, word: str) -> None:
    """In the guide's page of options, or where it has one, in the command's own."""
    own = page(command) if (GUIDE / f"{command}.md").is_file() else ""
    assert re.search(rf"^\| `[^`]*{word}\b[^`]*` \|", page("options") + own, re.MULTILINE)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_documented(form: str) -> None:
    assert f"| `{form}` |" in page("check")


def test_the_json_of_the_guide_is_as_its_schema_says() -> None:
    (example,) = fences(page("check"), "json")
    Draft202012Validator(SCHEMA).validate(json.loads(example))


# Pages that are written from the code are current


@pytest.mark.parametrize("name", WRITTEN)
def test_written_pages_are_current(name: str) -> None:
    assert page(name) == WRITTEN[name](), "run: make reference"


# Examples work


def files_of(text: str) -> dict[str, str]:
    """The files that a page tells to write: a path in a sentence, then its content."""
    return dict(re.findall(r"`([\w./-]+\.yml)`[^\n]*:\n\n```yaml\n(.*?)^```$", text, re.DOTALL | re.MULTILINE))


@pytest.mark.parametrize("text", [README, page("quick-start")], ids=["README", "quick start"])
def test_the_first_handbook_is_right_and_builds(text: str, tmp_path: Path) -> None:
    files = files_of(text)
    assert set(files) == {"mkdocs.yml", "maps/handbook.yml", "maps/personas/anna.yml", "maps/journeys/anna-ebike.yml"}
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert [str(problem) for problem in without_advice(read_handbook(tmp_path / "maps").problems)] == []
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "site/journeys/anna-ebike/index.html").is_file()


def examples() -> Iterator[tuple[str, str]]:
    """The YAML of the guide, each with the file it would stand in, where it says so."""
    for name in ("format", "flow", "theming", "troubleshooting", "checks", "check", "languages"):
        for block in fences(page(name), "yaml"):
            if re.match("(theme|extra_css|plugins|nav):", block):
                continue
            parts = re.split(r"^# (\S+\.yml)\n", block, flags=re.MULTILINE)
            yield from ((part, "") for part in parts[:1] if part)
            yield from zip(parts[2::2], parts[1::2], strict=True)


@pytest.mark.parametrize(("text", "file"), [*examples()])
def test_examples_use_fields_that_exist(text: str, file: str) -> None:
    root, problems = parse_yaml(SourceText(file or "example.yml", text))
    assert problems == []
    assert isinstance(root, Mapping)
    kind, _, rest = file.removesuffix(".yml").partition("/")
    if kind == "handbook":
        readers, nodes = [Handbook], [root]
    elif kind:
        readers, nodes = [KINDS[kind]], [root] if rest else [value for _, value in root.entries]
    else:
        readers, nodes = [Handbook, Persona, Journey, Stage], [root]
    assert any(all(said_rightly(reader, node) for node in nodes) for reader in readers)


def said_rightly(reader: type, node: object) -> bool:
    reading = Reading(languages=frozenset({"en", "sv"}), audiences=("internal", "client", "public"))
    reader.read(node, reading)  # type: ignore[attr-defined]
    return not [problem for problem in reading.problems if problem.rule not in ("missing-field", "no-stages")]


def test_links_of_the_readme_lead_somewhere() -> None:
    for text in (README, (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")):
        for target in re.findall(r"\]\(([^)#]+)", text):
            assert target.startswith(("https://", "mailto:")) or (ROOT / target).exists(), target
