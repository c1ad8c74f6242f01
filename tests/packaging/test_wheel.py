"""What is installed from the wheel is whole: it builds the demo handbook where no checkout is near."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.packaging

ROOT = Path(__file__).resolve().parents[2]
OURS = ("journey_site", "theme", "README.md", "CHANGELOG.md", "LICENSE", "pyproject.toml")


def run(*command: object, cwd: Path, environment: dict[str, str] | None = None) -> str:
    """A command's output; its own words when it fails."""
    # The checkout must not be found by accident.
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | (environment or {})
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution, and the wheel that is made of it."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("dist")
    for name in OURS:
        place = ROOT / name
        if place.is_dir():
            shutil.copytree(place, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(place, source / name)
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, source, cwd=out)
    return out


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def expected() -> set[str]:
    """Everything of ours that a built site needs, under the names that it has when installed."""
    package = {path.relative_to(ROOT) for path in (ROOT / "journey_site").rglob("*") if path.suffix in (".py", ".yml", ".typed")}
    theme = {Path("journey_site") / path.relative_to(ROOT) for path in (ROOT / "theme").rglob("*") if path.is_file()}
    return {path.as_posix() for path in package | theme if "__pycache__" not in path.parts}


def test_the_wheel_of_the_source_distribution_is_whole(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = names_in(wheel)
    assert expected() - names == set()
    assert "journey_site/py.typed" in names
    assert "journey_site/theme/locales/sv.po" in names
    assert any(name.startswith("journey_site/models/") for name in names)
    assert not [name for name in names if name.startswith(("tests", "maps", "theme/"))]


def test_it_is_installed_and_builds_the_demo(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    venv.create(tmp_path / "venv", symlinks=os.name != "nt", with_pip=False)
    scripts = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    _lend_packages(python, tmp_path)
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=tmp_path)

    where = run(python, "-c", "import journey_site.theme as ours; print(ours.__file__)", cwd=tmp_path)
    assert where.startswith(str(tmp_path)), where
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert version in run(scripts / "journey-site", "--version", cwd=tmp_path)

    shutil.copytree(ROOT / "maps", tmp_path / "maps")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    assert "No problems" in run(scripts / "journey-site", "check", cwd=tmp_path)
    run(python, "-m", "mkdocs", "build", "--strict", cwd=tmp_path)
    assert (tmp_path / "site/journeys/oil-to-heat-pump/index.html").is_file()
    assert list((tmp_path / "site/assets/journey").glob("*.css"))
    assert not list((tmp_path / "site").rglob("*.po"))


def _lend_packages(python: Path, cwd: Path) -> None:
    """Let a fresh environment see what is installed for the tests, and not the checkout, which is there too."""
    theirs = run(sys.executable, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=cwd).strip()
    own = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=cwd).strip())
    for entry in Path(theirs).iterdir():
        name = entry.name.lower()
        # An editable install leaves a path file and the name of the distribution; both would point to the checkout.
        if name.endswith((".pth", ".pyc")) or "journey_site" in name or name in ("__pycache__", "pip"):
            continue
        (own / entry.name).symlink_to(entry)
