"""Two clients in one repository, who share models, channels, lanes and departments and must know nothing of each other."""

from __future__ import annotations

import gzip
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from projects import environment, write
from repositories import Repository, needs_git

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><title>{}</title></svg>'
SHARED = {
    "mkdocs.yml": "docs_dir: maps\ntheme: {name: material, font: false}\nplugins: [search, offline, journey-site]\n",
    "common/handbook.yml": """\
        title: Agencyhandbook
        brand: {footer: Agencyfooter, primary: "#123456"}
        lanes: [goal, thoughts, touchpoints, {id: policy, label: Rulesofthegame, icon: material/gavel, kind: list}]
        traits: {careful: Agencytrait}
        departments: {agency: {name: Theagency, image: images/agency.svg}}
        """,
    "common/channels/web.yml": "name: Sharedweb\nicon: material/web\n",
    "common/models/ours.yml": """\
        name: Sharedmodel
        stages:
          one: {name: Firststage, thoughts: [{text: Sharedthought, image: {file: ../images/thought.svg, alt: Somebody thinks}}]}
          two: Laststage
        """,
    "common/images/agency.svg": PICTURE.format("Agencypicture"),
    "common/images/thought.svg": PICTURE.format("Thoughtpicture"),
    "common/images/unused.svg": PICTURE.format("Unusedpicture"),
    "common/personas/agencyperson.yml": "name: Agencypersona\n",
    "common/journeys/agencyjourney.yml": "title: Agencyjourneytitle\nstages: [one]\n",
}
"""What both clients use, and what nobody may: the agency's own brand, traits, personas and journeys."""
ONLY_OURS = ("agencyhandbook", "agencyfooter", "agencytrait", "agencyperson", "agencyjourney", "unusedpicture", "unused.svg")
NAMES = ("quokka", "zeppelin")


def client(name: str) -> dict[str, str]:
    """A handbook in which each text, id, file and picture carries the client's name."""
    place = f"clients/{name}"
    return {
        f"{place}/mkdocs.yml": f"INHERIT: ../../mkdocs.yml\nsite_name: {name} site\nsite_url: https://{name}.example/\n",
        f"{place}/maps/handbook.yml": f"title: {name} handbook\nuses: [../../../common]\nbrand: {{logo: {name}-logo.svg, footer: {name} foot}}\n",
        f"{place}/maps/{name}-logo.svg": PICTURE.format(f"{name} logo"),
        f"{place}/maps/{name}-page.md": f"# {name} page\n\nTo [her](persona:{name}-anna).\n",
        f"{place}/maps/personas/{name}-anna.yml": f"name: {name} Anna\nportrait: {name}.svg\n",
        f"{place}/maps/personas/{name}.svg": PICTURE.format(f"{name} portrait"),
        f"{place}/maps/journeys/{name}-buys.yml": f"""\
            title: {name} buys
            persona: {name}-anna
            model: ours
            stages:
              one:
                policy: [A rule of {name}]
                touchpoints: [{{name: The site of {name}, channel: web}}]
                departments: [agency]
              two: {{name: "{name} end"}}
            """,
    }


def everything_in(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a site by name, archives unpacked."""
    for path in sorted(site.rglob("*")):
        if path.is_file():
            yield from _unpacked(path.relative_to(site).as_posix(), path.read_bytes())


def _unpacked(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, content
    if content[:2] == b"\x1f\x8b":
        yield f"{name} unpacked", gzip.decompress(content)
    if zipfile.is_zipfile(BytesIO(content)):
        archive = zipfile.ZipFile(BytesIO(content))
        for inner in archive.namelist():
            yield from _unpacked(f"{name}/{inner}", archive.read(inner))


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both clients' sites and zips, built from one repository in which both have a history."""
    repository = Repository(tmp_path_factory.mktemp("agency"))
    files = SHARED | client("quokka") | client("zeppelin")
    repository.commit("2026-02-01", files)
    for name in NAMES:
        changed = files[f"clients/{name}/maps/journeys/{name}-buys.yml"].replace("A rule of", "A newer rule of")
        repository.commit("2026-03-01", {f"clients/{name}/maps/journeys/{name}-buys.yml": changed})
    env = environment() | {"SOURCE_DATE_EPOCH": "1772539200"}
    for name in NAMES:
        for command in (
            ["-m", "mkdocs", "build", "--strict", "-f", f"clients/{name}/mkdocs.yml", "-d", str(repository.folder / "sites" / name)],
            ["-c", "from journey_site.cli.main import main; main()", "build", "--config", f"clients/{name}/mkdocs.yml", "--zip", f"zips/{name}/site.zip"],
        ):
            done = subprocess.run([sys.executable, *command], cwd=repository.folder, env=env, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout + done.stderr
    return repository.folder


@needs_git
@pytest.mark.parametrize(("name", "other"), [NAMES, NAMES[::-1]])
@pytest.mark.parametrize("where", ["sites", "zips"])
def test_no_byte_of_one_client_reaches_the_other(both: Path, name: str, other: str, where: str) -> None:
    seen = 0
    for path, content in everything_in(both / where / name):
        seen += name.encode() in content.lower()
        for secret in (other, *ONLY_OURS, "clients/"):
            assert secret not in path.lower(), path
            assert secret.encode() not in content.lower(), (secret, path)
    assert seen > 20  # the same search finds the client itself


@needs_git
def test_what_is_shared_is_there(both: Path) -> None:
    page = (both / "sites/quokka/journeys/quokka-buys/one.html").read_text(encoding="utf-8")
    assert "Rulesofthegame" in page
    assert "Theagency" in page
    assert "Sharedweb" in page
    assert "A newer rule of quokka" in page
    files = {path for path, _ in everything_in(both / "sites/quokka")}
    assert {"shared/images/thought.svg", "shared/images/agency.svg", "channels/web.html", "models/ours.html", "changes/index.html"} <= files
    data = (both / "sites/quokka/handbook.json").read_text(encoding="utf-8")
    assert '"shared/images/agency.svg"' in data
    assert "../" not in data


def test_a_shared_thing_may_not_fetch_a_picture_from_a_client(tmp_path: Path) -> None:
    stolen = {"common/channels/web.yml": "name: Web\nimage: {file: ../../clients/zeppelin/maps/zeppelin-logo.svg, alt: A logo}\n"}
    write(tmp_path, SHARED | client("quokka") | client("zeppelin") | stolen)
    command = [sys.executable, "-m", "mkdocs", "build", "-f", "clients/quokka/mkdocs.yml", "-d", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    assert done.returncode == 1
    assert "lies outside the handbook's folder" in done.stdout
    assert not (tmp_path / "site").exists()
