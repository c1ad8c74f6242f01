"""Real builds in processes of their own: a small handbook, the demo handbook, and other hosts than MkDocs."""

from __future__ import annotations

import os
import shutil
import subprocess
import venv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from projects import ROOT, SMALL, Build, build, environment, write

HOSTS = {
    "properdocs": ["mkdocs-material>=9.5", "properdocs>=1.6.5,<1.7"],
    "materialx": ["mkdocs-materialx>=10,<11", "properdocs>=1.6.5,<1.7"],
    "plugins": [
        "mkdocs-material>=9.5",
        "mkdocs-git-revision-date-localized-plugin",
        "mkdocs-literate-nav",
        "mkdocs-macros-plugin",
        "mkdocs-section-index",
        "mkdocs-static-i18n",
    ],
}
"""What each environment beside our own holds; themes and hosts that exclude each other need one each."""

@pytest.fixture
def small(tmp_path: Path) -> Callable[..., Build]:
    """Write the small handbook with changes (None leaves a file out) and build it."""

    def make(changes: dict[str, str | None] | None = None, *options: str, **how: tuple[str, ...]) -> Build:
        files = {name: text for name, text in (SMALL | (changes or {})).items() if text is not None}
        write(tmp_path, files)
        return build(tmp_path, *options, **how)

    return make


def _demo(folder: Path, config: str) -> Build:
    shutil.copytree(ROOT / "maps", folder / "maps")
    shutil.copy(ROOT / "mkdocs.yml", folder / "demo.yml")
    write(folder, {"mkdocs.yml": "INHERIT: demo.yml\n" + config})
    return build(folder, "--strict")


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The demo handbook with folders as addresses."""
    return _demo(tmp_path_factory.mktemp("demo"), "site_url: https://example.com/handbook/\n")


@pytest.fixture(scope="session")
def flat_demo_site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The demo handbook with files as addresses."""
    return _demo(tmp_path_factory.mktemp("flat"), "use_directory_urls: false\n")


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of an environment's commands: made anew where CI is set, else taken from JOURNEY_SITE_HOSTS."""
    made: dict[str, Path] = {}

    def find(name: str) -> Path:
        if name not in made:
            kept = os.environ.get("JOURNEY_SITE_HOSTS")
            if kept and (Path(kept) / name).is_dir():
                made[name] = _commands(Path(kept) / name)
            elif os.environ.get("CI"):
                made[name] = _made(tmp_path_factory.mktemp(name), HOSTS[name])
            else:
                pytest.skip(f"needs an environment with {', '.join(HOSTS[name])}: set CI, or JOURNEY_SITE_HOSTS to a folder of them")
        return made[name]

    return find


def _commands(folder: Path) -> Path:
    return folder / ("Scripts" if os.name == "nt" else "bin")


def _made(folder: Path, packages: list[str]) -> Path:
    venv.create(folder, with_pip=True)
    commands = _commands(folder)
    subprocess.run([str(commands / "python"), "-m", "pip", "install", "-q", "-e", str(ROOT), *packages], check=True)
    return commands


@pytest.fixture
def process() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start processes that end with the test."""
    started: list[subprocess.Popen[str]] = []

    def start(*command: str, cwd: Path) -> subprocess.Popen[str]:
        running = subprocess.Popen(command, cwd=cwd, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        started.append(running)
        return running

    yield start
    for running in started:
        running.terminate()
        running.wait(timeout=10)
        if running.stdout:
            running.stdout.close()
