"""``journey-site build``: a site, and a zip that opens without a server."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from projects import SMALL, Build, environment, write
from repositories import Repository, needs_git

RUN = (sys.executable, "-c", "from journey_site.cli.main import main; main()", "build")
FILES = SMALL | {
    "mkdocs.yml": """\
        site_name: Small
        site_url: https://example.com/small/
        repo_url: https://github.com/example/small
        edit_uri: edit/main/maps/
        docs_dir: maps
        theme: {name: material, features: [navigation.instant, content.action.edit]}
        plugins: [search, journey-site]
        extra: {analytics: {provider: google, property: G-1}}
        """,
    "maps/handbook.yml": "title: {en: A handbook, sv: En handbok}\nlanguages: [en, sv]\naudiences: [internal, client]\n",
    "maps/journeys/skunkworks.yml": "title: Nobody outside knows this\naudience: internal\nstages: {one: {name: One}}\n",
}


def run(folder: Path, *words: str, seed: str = "1") -> Build:
    """Run the command in ``folder``."""
    env = environment() | {"PYTHONHASHSEED": seed}
    del env["SOURCE_DATE_EPOCH"]
    done = subprocess.run([*RUN, *words], cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return Build(done.returncode, done.stdout, folder / "site")


@needs_git
def test_the_same_source_makes_the_same_zip(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "here")
    repository.commit("2026-03-01", FILES)
    built = run(repository.folder, "--audience", "client", "--zip", "client.zip", "--strict")
    assert built.code == 0, built.said
    commit = repository.git("rev-parse", "HEAD").strip()
    assert f'MB, the edition "client", of 2026-03-01 ({commit[:7]})' in built.said
    assert "journey-site-" not in built.said  # the folder in which it was built
    content = (repository.folder / "client.zip").read_bytes()

    shutil.copytree(repository.folder, tmp_path / "there")
    again = run(tmp_path, "--config", "there/mkdocs.yml", "--audience", "client", "--zip", "new/again.zip", seed="77")
    assert again.code == 0, again.said
    assert (tmp_path / "new" / "again.zip").read_bytes() == content

    archive = zipfile.ZipFile(repository.folder / "client.zip")
    files = {name: archive.read(name) for name in archive.namelist()}
    said = json.loads(files.pop("manifest.json"))
    assert said["files"] == {name: hashlib.sha256(text).hexdigest() for name, text in files.items()}
    assert {key: value for key, value in said.items() if key not in ("files", "journey_site")} == {
        "version": 1, "title": "A handbook", "audience": "client", "languages": ["en", "sv"], "date": "2026-03-01",
        "revision": {"commit": commit, "changed_since": False},
    }  # fmt: skip
    assert {entry.date_time for entry in archive.infolist()} == {(2026, 3, 1, 12, 0, 0)}
    assert not {"404.html", "sitemap.xml", "sitemap.xml.gz"} & set(files)
    assert files["README.txt"].decode("utf-8-sig").startswith("A handbook\r\nSmall\r\nEdition: client\r\nMar 1, 2026\r\n\r\nUnpack everything")
    pages = {name: text.decode() for name, text in files.items() if name.endswith(".html")}
    assert {"index.html", "about.html", "journeys/anna-ebike/decision.html", "sv/index.html"} <= set(pages)
    for name, page in pages.items():
        assert "example.com/small" not in page, name
        assert "github.com/example" not in page, name
        assert "googletagmanager" not in page, name
        assert "navigation.instant" not in page, name
    assert "Nobody outside" not in "".join(pages.values())
    _all_links_lead_somewhere(pages, set(files) | {"manifest.json"})
    assert "Queues again this morning" in files["search/search_index.js"].decode()


def _all_links_lead_somewhere(pages: dict[str, str], files: set[str]) -> None:
    for name, page in pages.items():
        for address in re.findall(r'(?:href|src)="([^"#?:]+)(?:[#?][^"]*)?"', re.sub(r"<(script|code)\b.*?</\1>", "", page, flags=re.DOTALL)):
            place = (Path("/") / name).parent.joinpath(address)
            found = str(Path("/").joinpath(*_resolved(place)).relative_to("/"))
            assert found in files, (name, address)


def _resolved(path: Path) -> list[str]:
    parts: list[str] = []
    for part in path.parts[1:]:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return parts


def test_a_zip_that_would_ask_others_is_not_written(tmp_path: Path) -> None:
    write(tmp_path, FILES | {"maps/about.md": "# About\n\n![](https://pictures.example/p.png)\n", "client.zip": "older"})
    built = run(tmp_path, "--audience", "internal", "--zip", "client.zip")
    assert built.code == 1
    assert "https://pictures.example/p.png (in about.html)" in built.said
    assert 'nothing was packed; "client.zip" is still the one from before' in built.said
    assert (tmp_path / "client.zip").read_text() == "older"
    assert "Traceback" not in built.said


def test_a_secret_that_somebody_typed_into_a_page_is_not_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)  # its log is anybody's, and tells less
    write(tmp_path, FILES | {"maps/about.md": "# About\n\nIt is said: Nobody outside knows this.\n"})
    built = run(tmp_path, "--audience", "client", "--zip", "client.zip")
    assert built.code == 1, built.said
    assert "maps/journeys/skunkworks.yml" in built.said
    assert "the site was not built, so nothing was packed" in built.said
    assert not (tmp_path / "client.zip").exists()


def test_a_handbook_with_errors_is_not_packed(tmp_path: Path) -> None:
    write(tmp_path, FILES | {"maps/personas/carl.yml": "nam: Carl\n"})
    built = run(tmp_path, "--audience", "internal", "--zip", "client.zip")
    assert built.code == 1
    assert built.said.splitlines()[-1] == "journey-site: the site was not built, so nothing was packed"
    assert "BuildError" not in built.said
    assert "maps/personas/carl.yml:1:" in built.said
    assert "the site was not built, so nothing was packed" in built.said
    assert not (tmp_path / "client.zip").exists()


def test_a_folder_is_built_as_mkdocs_builds_it(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    built = run(tmp_path, "maps", "--audience", "client", "--output", "out")
    assert built.code == 0, built.said
    assert (tmp_path / "out" / "journeys" / "anna-ebike" / "index.html").is_file()
    assert not (tmp_path / "out" / "journeys" / "skunkworks").exists()
    assert not (tmp_path / "site").exists()
    built = run(tmp_path, "--audience", "nobody", "--output", "out")
    assert built.code == 1
    assert 'this handbook has no audience "nobody"' in built.said
    assert "BuildError" not in built.said
    assert (tmp_path / "out" / "index.html").is_file()  # the last one stays


def test_a_zip_for_nobody_in_particular_is_not_packed(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    built = run(tmp_path, "maps", "--zip", "for all.zip")
    assert built.code == 2, built.said
    assert built.said.splitlines()[-1] == (
        "journey-site: nothing was packed, as nobody said for whom: this handbook is read by internal and client, from the narrowest circle to "
        "the widest. Name one: journey-site build maps --zip 'for all.zip' --audience client; with internal it shows everything"
    )
    assert "BuildError" not in built.said
    assert "ERROR" not in built.said
    assert not (tmp_path / "for all.zip").exists()


def test_everything_is_packed_where_somebody_asks_for_it(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    built = run(tmp_path, "--audience", "internal", "--zip", "all.zip")
    assert built.code == 0, built.said
    assert ', the edition "internal", which shows everything, of ' in built.said.splitlines()[-1]


def test_the_edition_that_the_configuration_names(tmp_path: Path) -> None:
    config = FILES["mkdocs.yml"].replace("plugins: [search, journey-site]", "plugins: [search, {journey-site: {audience: client}}]")
    write(tmp_path, FILES | {"mkdocs.yml": config})
    built = run(tmp_path, "--zip", "client.zip")
    assert built.code == 0, built.said
    assert ', the edition "client", of ' in built.said.splitlines()[-1]


def test_a_handbook_without_configuration(tmp_path: Path) -> None:
    write(tmp_path, {"maps/handbook.yml": "title: Lönsam & Co\n", "maps/personas/anna.yml": "name: Anna\n"})
    built = run(tmp_path, "--zip", "a.zip")
    assert built.code == 0, built.said
    page = zipfile.ZipFile(tmp_path / "a.zip").read("personas/anna.html").decode()
    assert "<title>Anna - Lönsam &amp; Co</title>" in page


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--zip", "a.zip", "--output", "b"), "--output and --zip are two ways to deliver"),
        (("maps", "--config", "mkdocs.yml"), "leave out FOLDER"),
        (("--config", "none.yml"), 'the configuration "none.yml" does not exist'),
        (("nowhere",), 'the folder "nowhere" does not exist'),
        (("--zip", "taken/a.zip"), "cannot be written"),
        (("--config", "other.yml", "--zip", "a.zip"), '"other.yml" does not use the plugin journey-site'),
    ],
)
def test_what_could_not_run_is_said(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    small = {"maps/handbook.yml": "title: T\n", "taken": "a file", "mkdocs.yml": FILES["mkdocs.yml"]}
    write(tmp_path, small | {"other.yml": "site_name: Other\ndocs_dir: maps\ntheme: {name: material, font: false}\n", "maps/index.md": "# A\n"})
    built = run(tmp_path, *words)
    assert built.code == 2, built.said
    assert said in built.said
    assert "Traceback" not in built.said
    assert not (tmp_path / "a.zip").exists()


def test_a_file_of_ones_own_with_the_name_of_the_manifest(tmp_path: Path) -> None:
    write(tmp_path, {"maps/handbook.yml": "title: T\n", "mkdocs.yml": FILES["mkdocs.yml"], "maps/manifest.json": "{}"})
    built = run(tmp_path, "--zip", "a.zip")
    assert built.code == 2
    assert 'a file "manifest.json" of its own' in built.said
