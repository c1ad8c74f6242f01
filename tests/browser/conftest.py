"""A real browser on the built demo handbook, opened from the disk as files, with no network at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def _playwright():  # type: ignore[no-untyped-def]
    if CHROMIUM is None:
        reason = "no Chromium is installed (set CHROMIUM to its path)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    return sync_playwright()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo handbook, built once with addresses that work from the disk."""
    folder = tmp_path_factory.mktemp("demo")
    config = ROOT / f".mkdocs-browser-{os.getpid()}.yml"
    config.write_text("INHERIT: mkdocs.yml\nplugins: [search, offline, journey-site]\n", encoding="utf-8")
    try:
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-f", str(config), "-d", str(folder)],
            check=True,
            cwd=ROOT,
            env=os.environ | {"SOURCE_DATE_EPOCH": "1795219200"},
        )
    finally:
        config.unlink()
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Chromium without a window."""
    with _playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser, built: Path) -> Iterator[object]:  # type: ignore[no-untyped-def]
    """Open a page of the demo: ``open_page("personas/goran.html", width=390, dark=True)``."""
    contexts = []

    def open_one(path: str, *, width: int = 1440, height: int = 900, dark: bool = False, script: bool = True, **more: object):  # type: ignore[no-untyped-def]
        context = browser.new_context(
            viewport={"width": width, "height": height},
            java_script_enabled=script,
            color_scheme="dark" if dark else "light",
            offline=True,
            **more,
        )
        contexts.append(context)
        page = context.new_page()
        page.asked: list[str] = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.failed: list[str] = []
        page.on("pageerror", lambda error: page.failed.append(str(error)))
        page.goto((built / path.split("#")[0]).as_uri() + ("#" + path.split("#")[1] if "#" in path else ""))
        return page

    yield open_one
    for context in contexts:
        context.close()
