"""A new handbook as files: what it takes to write, check, review and publish it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from journey_site.documents.models import Model
from journey_site.documents.values import Text
from journey_site.source.ids import slug
from journey_site.starter.first_fields import Here, comments, how, more
from journey_site.starter.words import WORDS, Words
from journey_site.starter.yaml_text import yaml_text

LANGUAGES = tuple(WORDS)
HOSTS = ("github", "gitlab", "azure", "bitbucket", "none")
"""Where a handbook may be kept, each with checks of its own."""
_FILES = Path(__file__).parent / "files"
_CI = {
    "github": {".github/workflows/handbook.yml": "github.yml"},
    "gitlab": {".gitlab-ci.yml": "gitlab.yml"},
    "azure": {"azure-pipelines.yml": "azure.yml", "staticwebapp.config.json": "staticwebapp.config.json"},
    "bitbucket": {"bitbucket-pipelines.yml": "bitbucket.yml"},
    "none": {},
}
_REVIEWED_AS = {"gitlab": "merge request", "none": ""}
"""What a host calls a change that is looked at; the others say pull request."""
_ADDRESSES = {
    "github": ("https://github.com/you/handbook", "edit/main/maps/"),
    "gitlab": ("https://gitlab.com/you/handbook", "-/edit/main/maps/"),
    "azure": ("https://dev.azure.com/you/project/_git/handbook", "?path=/maps/"),
    "bitbucket": ("https://bitbucket.org/you/handbook", "src/main/maps/"),
}
"""Where each host keeps a repository, and what leads from there to a file."""
_LONGEST_ID = 60
_OWNERS = {"github": ".github/CODEOWNERS", "gitlab": ".gitlab/CODEOWNERS", "bitbucket": ".bitbucket/CODEOWNERS"}
"""Who is asked to look at a change, where the host reads such a file."""
ALWAYS = ("mkdocs.yml", "requirements.txt", ".pre-commit-config.yaml")
"""Files that every new handbook has in its folder, besides those that may be there."""
MAY_BE_THERE = ("README.md", ".gitignore")
"""Files that a new repository often begins with: the handbook does well without ours."""
_TITLES = {"en": "Our customer journeys", "sv": "Våra kundresor", "da": "Vores kunderejser", "nb": "Våre kundereiser"}
_PERSONAS = {"en": "Anna Andersson", "sv": "Anna Andersson", "da": "Anna Andersen", "nb": "Anna Andersen"}
_JOURNEYS = {"en": "Becomes a customer", "sv": "Blir kund", "da": "Bliver kunde", "nb": "Blir kunde"}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a new handbook is to be."""

    title: str
    language: str
    """One of `LANGUAGES`."""
    persona: str
    journey: str
    model: Model
    host: str = "github"
    """One of `HOSTS`."""
    department: str = ""
    """Who answers for the first journey; empty: a department that everybody has."""
    contact: str = ""
    """That department's mail address; it is also asked to look at changes."""
    day: str = "2026-01-31"
    """Today, to show how a date is written."""
    version: str = ""
    """The version that is installed: builds take it, and newer ones that mend it. Empty: any."""


def usual(language: str) -> tuple[str, str, str, str]:
    """Title, persona, journey and department for whoever names none."""
    return _TITLES[language], _PERSONAS[language], _JOURNEYS[language], WORDS[language].owner


def project_files(wishes: Wishes) -> dict[str, str]:
    """Every file of a new handbook, by its path within the project's folder."""
    words = WORDS[wishes.language]
    department = wishes.department or words.owner
    persona, journey, owner = _id(wishes.persona, "persona"), _id(wishes.journey, "journey"), _id(department, "owner")
    here = Here(wishes.language, ids={"departments": (owner,), "touchpoints": ("website",)}, day=wishes.day)
    package = _package(wishes.version)
    files = {
        "mkdocs.yml": _mkdocs(wishes, words),
        "requirements.txt": f"{package}\n",
        ".gitignore": _file("gitignore"),
        ".pre-commit-config.yaml": _file("pre-commit-config.yaml").replace("mkdocs-journey-site[material]", package),
        "README.md": words.readme % {"title": wishes.title, "last": words.last[_REVIEWED_AS.get(wishes.host, "pull request")]},
        "maps/handbook.yml": _handbook(wishes, words, owner, department),
        f"maps/personas/{persona}.yml": _persona(wishes, words, here),
        f"maps/journeys/{journey}.yml": _journey(wishes, words, persona, owner, here),
        "maps/touchpoints.yml": f"website: {{name: {yaml_text(words.shop)}, channel: web, owner: {owner}}}\n",
    }
    files |= {path: _file(name) for path, name in _CI[wishes.host].items()}
    if wishes.host in _OWNERS:
        files[_OWNERS[wishes.host]] = _owners(wishes, persona, journey)
    return files


def _id(name: str, otherwise: str) -> str:
    """The id that a name makes; ``otherwise`` where it makes none, or one that is kept for lists."""
    made = slug(name)[:_LONGEST_ID].strip("-")
    return made if made not in ("", "index") else otherwise


def _file(name: str) -> str:
    return (_FILES / name).read_text(encoding="utf-8")


def _package(version: str) -> str:
    """What a build installs: this version and those that only mend it, as anything may change before 1.0."""
    numbers = re.match(r"(\d+)\.(\d+)\.\d+", version)
    if numbers is None:
        return "mkdocs-journey-site[material]"
    first, second = int(numbers[1]), int(numbers[2])
    below = f"0.{second + 1}" if first == 0 else f"{first + 1}"
    return f"mkdocs-journey-site[material]>={numbers[0]},<{below}"


def _mkdocs(wishes: Wishes, words: Words) -> str:
    return f"""\
site_name: {yaml_text(wishes.title)}
docs_dir: maps
{_edit_links(wishes.host, words)}
theme:
  name: material
  language: {wishes.language}
  font: false
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      toggle: {{icon: material/weather-night, name: {words.dark}}}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: {{icon: material/weather-sunny, name: {words.light}}}
  features: [content.action.edit, navigation.indexes, navigation.prune, navigation.tabs, navigation.top, search.highlight, search.suggest]

plugins:
  - search
  - journey-site
"""


def _edit_links(host: str, words: Words) -> str:
    """How pages get a link to their source, where there is a place that it could lead to."""
    if host not in _ADDRESSES:
        return ""
    repository, below = _ADDRESSES[host]
    return f"\n# {words.edit_links}\n# repo_url: {repository}\n# edit_uri: {below}\n"


def _handbook(wishes: Wishes, words: Words, owner: str, department: str) -> str:
    contact = f", contact: {yaml_text('mailto:' + wishes.contact)}" if wishes.contact else ""
    return f"""\
# {words.settings}
title: {yaml_text(wishes.title)}
language: {wishes.language}
review_every: 6 months

# {words.departments}
departments:
  {owner}: {{name: {yaml_text(department)}{contact}}}

# {words.channels}
channels:
  web: {yaml_text(words.shop_channel)}
"""


def _persona(wishes: Wishes, words: Words, here: Here) -> str:
    lines = [f"# {words.persona}", f"name: {yaml_text(wishes.persona)}", "", *how(here), *comments("personas", here), more("persona", here)]
    return "\n".join(lines) + "\n"


def _journey(wishes: Wishes, words: Words, persona: str, owner: str, here: Here) -> str:
    """Every stage of the model with what customers typically think there, marked as assumed."""
    lines = [
        f"# {words.journey}",
        f"# {words.guessed}",
        f"title: {yaml_text(wishes.journey)}",
        f"persona: {persona}",
        f"model: {wishes.model.id}",
        f"owner: {owner}",
        "confidence: assumed",
        "",
        *how(here),
        *comments("journeys", here, {"persona", "owner", "confidence"}),
        more("journey", here),
        "",
        "stages:",
    ]
    for at, stage in enumerate(wishes.model.stages):
        name = _said(stage.name, wishes)
        lines.append(f"  {stage.id}:" + (f"  # {name}" if slug(name) != stage.id else ""))
        asks = _said(stage.asks, wishes)
        thought = next((said for item in stage.thoughts if (said := _said(item.text, wishes))), asks)
        if thought:
            lines.append(f"    thoughts: [{{text: {yaml_text(thought)}, confidence: assumed}}]")
        if asks and asks != thought:
            lines.append(f"    questions: [{{text: {yaml_text(asks)}, confidence: assumed}}]")
        lines += ["    touchpoints: [website]"] if at == 0 else []
        wanted = ("emotion", "our_goal", "pains") if at == 0 else ("emotion", "touchpoints")
        lines += [f"    {line}" for line in comments("stages", here, bare=at > 0, only=wanted)]
    return "\n".join(lines) + "\n"


def _said(text: Text | None, wishes: Wishes) -> str:
    return text.best(wishes.language, "en").words if text else ""


def _owners(wishes: Wishes, persona: str, journey: str) -> str:
    """The department's address for each file that it answers for; without one, how such a line is written."""
    lines = [f"/maps/personas/{persona}.yml {{}}", f"/maps/journeys/{journey}.yml {{}}", "/maps/touchpoints.yml {}"]
    head = f"# {WORDS[wishes.language].owners}"
    if wishes.contact:
        return "\n".join([head, *(line.format(wishes.contact) for line in lines)]) + "\n"
    return "\n".join([head, *("# " + line.format("somebody@example.com") for line in lines)]) + "\n"
