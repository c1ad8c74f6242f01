"""A new handbook is right as it stands: in every language, on every model, for every host."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from journey_site.documents.built_in import built_in_model, built_in_models
from journey_site.handbook import read_handbook
from journey_site.problems import Severity
from journey_site.starter.project import HOSTS, LANGUAGES, Wishes, project_files, usual
from journey_site.starter.yaml_text import yaml_text

SCHEMAS = {
    "github": ("github-workflows", ".github/workflows/handbook.yml"),
    "gitlab": ("gitlab-ci", ".gitlab-ci.yml"),
    "azure": ("azure-pipelines", "azure-pipelines.yml"),
    "bitbucket": ("bitbucket-pipelines", "bitbucket-pipelines.yml"),
}


def written(folder: Path, language: str = "sv", model: str = "awareness-to-loyalty", host: str = "github", **more: str) -> dict[str, str]:
    stages = built_in_model(model)
    assert stages is not None
    title, persona, journey, _ = usual(language)
    files = project_files(Wishes(more.pop("title", title), language, more.pop("persona", persona), journey, stages, host, **more))
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return files


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("model", sorted(built_in_models()))
def test_it_passes_its_own_check(language: str, model: str, tmp_path: Path) -> None:
    written(tmp_path, language, model)
    outcome = read_handbook(tmp_path / "maps", shown="maps")
    assert [str(problem) for problem in outcome.problems if problem.severity >= Severity.WARNING] == []
    (journey,) = outcome.atlas.journeys.values()
    assert [stage.id for stage in journey.stages] == [stage.id for stage in built_in_model(model).stages]  # type: ignore[union-attr]
    assert all(item.confidence == "assumed" for stage in journey.stages for item in stage.thoughts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_one_language(language: str, tmp_path: Path) -> None:
    files = written(tmp_path, language)
    others = {written(tmp_path / other, other)["README.md"] for other in LANGUAGES if other != language}
    assert files["README.md"] not in others
    assert f"language: {language}" in files["maps/handbook.yml"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("host", HOSTS)
def test_a_change_is_called_as_its_host_calls_it(language: str, host: str, tmp_path: Path) -> None:
    files = written(tmp_path, language, host=host)
    ours = {name: text.casefold() for name, text in files.items() if not text.startswith("# Checks every change")}
    called = {"pull request", "merge request"} & {words for text in ours.values() for words in ("pull request", "merge request") if words in text}
    assert called == {"gitlab": {"merge request"}, "none": set()}.get(host, {"pull request"})
    assert ("`mkdocs build`" in ours["README.md"]) == (host == "none")
    assert ("repo_url" in files["mkdocs.yml"]) == (host != "none")


@pytest.mark.parametrize("host", [*SCHEMAS])
def test_the_hosts_schema_accepts_its_checks(host: str, tmp_path: Path) -> None:
    files = written(tmp_path, host=host)
    name, path = SCHEMAS[host]
    assert path in files
    # Bitbucket's schema holds a pattern that only the older kind of expression allows.
    command = [sys.executable, "-m", "check_jsonschema", "--regex-variant", "nonunicode", "--builtin-schema", f"vendor.{name}", path]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("host", HOSTS)
def test_each_host_has_its_own_files_and_no_others(host: str, tmp_path: Path) -> None:
    files = written(tmp_path, host=host)
    there = {name for name, (_, path) in SCHEMAS.items() if path in files}
    assert there == ({host} if host != "none" else set())
    for name in files:
        if name.endswith((".yml", ".yaml")):
            assert list(yaml.safe_load_all(files[name])), name


@pytest.mark.parametrize("host", [*SCHEMAS])
def test_programs_inside_the_checks_are_python(host: str, tmp_path: Path) -> None:
    path = SCHEMAS[host][1]
    text = written(tmp_path, host=host)[path]
    for block in text.split("<<'PYTHON'\n")[1:]:
        body = block.split("PYTHON\n")[0].rstrip(" ")
        indent = len(body) - len(body.lstrip(" "))
        compile("\n".join(line[indent:] for line in body.split("\n")), path, "exec")


def _parsed(host: str, tmp_path: Path) -> dict[str, Any]:
    return yaml.safe_load(written(tmp_path, host=host)[SCHEMAS[host][1]])  # type: ignore[no-any-return]


def test_github_runs_no_change_where_it_may_write(tmp_path: Path) -> None:
    workflow = _parsed("github", tmp_path)
    assert workflow["permissions"] == {}
    # YAML 1.1, as this reader has it, takes the word for a truth value.
    assert set(workflow[True]) == {"pull_request", "push"}, "a pull request from a fork must never run with the repository's rights"
    jobs = workflow["jobs"]
    assert {name: job["permissions"] for name, job in jobs.items()} == {
        "handbook": {"contents": "read"},
        "comment": {"pull-requests": "write"},
        "publish": {"pages": "write", "id-token": "write"},
    }
    for name, job in jobs.items():
        assert job["timeout-minutes"] <= 15
        for step in job["steps"]:
            action, _, version = step.get("uses", "").partition("@")
            assert not action or re.fullmatch("[0-9a-f]{40}", version), step
            if name != "handbook":
                assert action != "actions/checkout"
                assert "pip install" not in step.get("run", "")
            # What others may have written never becomes part of a command.
            assert "${{" not in step.get("run", "")
    assert "head.repo.full_name == github.repository" in jobs["comment"]["if"]
    assert jobs["handbook"]["steps"][0]["with"]["persist-credentials"] is False


@pytest.mark.parametrize(("host", "secrets"), [("gitlab", ["JOURNEY_SITE_TOKEN"]), ("bitbucket", ["JOURNEY_SITE_TOKEN"]), ("azure", ["SYSTEM_ACCESSTOKEN"])])
def test_secrets_are_never_where_a_change_is_run(host: str, secrets: list[str], tmp_path: Path) -> None:
    parsed = _parsed(host, tmp_path)
    if host == "gitlab":
        scripts = ["\n".join(job["script"]) for job in parsed.values() if isinstance(job, dict) and "script" in job]
        assert parsed["comment"]["variables"] == {"GIT_STRATEGY": "none"}
        assert parsed["comment"]["before_script"] == []
        assert "CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID" in parsed["comment"]["rules"][0]["if"]
    elif host == "bitbucket":
        scripts = ["\n".join(each["step"]["script"]).replace("unset JOURNEY_SITE_TOKEN", "") for each in parsed["definitions"]["steps"]]
    else:
        steps = [step for job in parsed["jobs"] for step in job["steps"]]
        scripts = [step.get("script", "") + " ".join(step.get("env", {})) for step in steps]
        assert [step["inputs"].get("deployment_environment") for step in steps if "StaticWebApp" in step.get("task", "")] == [
            "pr$(System.PullRequest.PullRequestId)", None,
        ]  # fmt: skip
        assert all("IsFork" in step["condition"] for step in steps if step.get("displayName", "").startswith("Show"))
    with_secret = [script for script in scripts if any(secret in script for secret in secrets)]
    assert len(with_secret) == 1
    assert "journey-site" not in with_secret[0]
    assert "pip install" not in with_secret[0]
    assert "print(os.environ" not in with_secret[0]


def test_a_build_takes_the_version_and_what_mends_it(tmp_path: Path) -> None:
    assert written(tmp_path, version="0.1.0")["requirements.txt"] == "mkdocs-journey-site[material]>=0.1.0,<0.2\n"
    files = written(tmp_path, version="2.3.4.dev1")
    assert files["requirements.txt"] == "mkdocs-journey-site[material]>=2.3.4,<3\n"
    assert "mkdocs-journey-site[material]>=2.3.4,<3" in files[".pre-commit-config.yaml"]
    assert written(tmp_path)["requirements.txt"] == "mkdocs-journey-site[material]\n"


def test_owners_are_asked_to_look(tmp_path: Path) -> None:
    files = written(tmp_path, department="Sälj & råd", contact="salj@example.com")
    assert "/maps/journeys/blir-kund.yml salj@example.com" in files[".github/CODEOWNERS"]
    atlas = read_handbook(tmp_path / "maps").atlas
    assert atlas.departments["salj-rad"].contact == "mailto:salj@example.com"
    assert "salj@example.com" not in written(tmp_path / "other")[".github/CODEOWNERS"]


@pytest.mark.parametrize("title", ["No", "#1: a 'map'", '"Quoted" – å ä ö', "- dash", "2026", "{x}", "a: b # c", "trailing ", "日本", "null"])
def test_any_title_will_do(title: str, tmp_path: Path) -> None:
    written(tmp_path, title=title, persona=title)
    outcome = read_handbook(tmp_path / "maps")
    assert outcome.errors == 0, [str(problem) for problem in outcome.problems]
    assert outcome.atlas.handbook.name.best("sv").words == title.strip()
    assert yaml.safe_load((tmp_path / "mkdocs.yml").read_text(encoding="utf-8"))["site_name"] == title


@pytest.mark.parametrize("words", ["Köpa bil", "Anna", "x\ty", "a\nb", "yes", "~", "", " ", "\u2028", "é\x85", "!tag", "%x", "@y", "0x1", "1.5", "=", "a\\b", "\ufeff"])
def test_words_come_back_as_they_were(words: str) -> None:
    assert yaml.safe_load(f"a: {yaml_text(words)}\n")["a"] == words
