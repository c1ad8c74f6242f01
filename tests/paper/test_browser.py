"""Finding the browser that prints, and what is said when it does not."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from journey_site.paper.browser import NoBrowser, NotPrinted, find_browser, print_page

posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for a browser is a shell script")


def script(path: Path, lines: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_without_a_browser_it_is_said_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(NoBrowser, match=r"^no browser was found to print with: install Chromium, Google Chrome or Microsoft Edge, "):
        find_browser({"PATH": str(tmp_path)}, "linux")


def test_a_browser_that_is_named_and_not_there(tmp_path: Path) -> None:
    with pytest.raises(NoBrowser, match='CHROMIUM names "nowhere", and there is no such program'):
        find_browser({"PATH": str(tmp_path), "CHROMIUM": "nowhere"}, "linux")


@posix
def test_the_one_that_is_named_comes_first(tmp_path: Path) -> None:
    usual, named = script(tmp_path / "bin/google-chrome", ":"), script(tmp_path / "other/mine", ":")
    assert find_browser({"PATH": str(usual.parent)}, "linux") == str(usual)
    assert find_browser({"PATH": str(usual.parent), "CHROMIUM": str(named)}, "linux") == str(named)


def test_on_windows_it_lies_among_the_programs(tmp_path: Path) -> None:
    edge = tmp_path / "Microsoft/Edge/Application/msedge.exe"
    edge.parent.mkdir(parents=True)
    edge.write_bytes(b"")
    assert find_browser({"PATH": "", "PROGRAMFILES(X86)": str(tmp_path)}, "win32") == str(edge)


@posix
@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("exit 1", "printed nothing$"),
        ("echo '[12:34:ERROR:x.cc(1)] no room' >&2", "printed nothing: no room$"),
        ("echo 'Page load failed: net::ERR_FILE_NOT_FOUND' >&2", "may not read the folder .* set TMPDIR to a folder"),
    ],
)
def test_what_is_said_when_nothing_was_printed(tmp_path: Path, lines: str, why: str) -> None:
    browser = script(tmp_path / "browser", lines)
    (tmp_path / "profile").mkdir()
    with pytest.raises(NotPrinted, match=why):
        print_page(str(browser), tmp_path / "page.html", tmp_path / "profile")


@posix
def test_the_browser_is_kept_from_the_network_and_asked_for_tags_and_bookmarks(tmp_path: Path) -> None:
    browser = script(tmp_path / "browser", f'for word in "$@"; do echo "$word"; done > {tmp_path}/asked\necho x > {tmp_path}/profile/printed.pdf')
    (tmp_path / "profile").mkdir()
    assert print_page(str(browser), tmp_path / "page.html", tmp_path / "profile") == b"x\n"
    asked = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()
    assert {"--host-resolver-rules=MAP * ~NOTFOUND", "--export-tagged-pdf", "--generate-pdf-document-outline"} <= set(asked)
    assert ("--no-sandbox" in asked) == (os.geteuid() == 0)
    assert asked[-1] == (tmp_path / "page.html").as_uri()
