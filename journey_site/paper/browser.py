"""The installed browser that prints: Chromium or one of its kin, found by name and run without a window."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

NAMED_BY = "CHROMIUM"
"""The environment variable with the path of the browser to use."""
_COMMANDS = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge",
)  # fmt: skip
_MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
_UNREADABLE = ("ERR_FILE_NOT_FOUND", "ERR_ACCESS_DENIED")
"""What a browser says that is kept from the temporary folder, as one from a snap is."""
_LOGGED = re.compile(r"^\[[^\]]*\]\s*")
_PATIENCE = 180
"""Seconds that one document may take."""
_FLAGS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-background-networking",
    "--no-first-run",
    "--no-default-browser-check",
    # No name of a host is ever found, so nothing is fetched and nothing is told.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
)


class NoBrowser(OSError):
    """There is none to print with; the message is one sentence that names what to install."""


class NotPrinted(OSError):
    """The browser did not print; the message says what it said."""


def find_browser(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """The path of the browser to print with: the one that ``CHROMIUM`` names, else one that is installed.

    Raises:
        NoBrowser: when there is none.
    """
    named = environment.get(NAMED_BY)
    if named:
        path = shutil.which(named, path=environment.get("PATH"))
        if path is None:
            raise NoBrowser(f'{NAMED_BY} names "{named}", and there is no such program')
        return path
    commands = (shutil.which(command, path=environment.get("PATH")) for command in _COMMANDS)
    found = next((path for path in commands if path), None) or next(
        (str(path) for path in _usual_places(environment, platform) if path.is_file()), None
    )
    if found is None:
        raise NoBrowser(
            "no browser was found to print with: install Chromium, Google Chrome or Microsoft Edge, "
            f"or name one with the environment variable {NAMED_BY}"
        )
    return found


def _usual_places(environment: Mapping[str, str], platform: str) -> Iterator[Path]:
    """Where browsers lie on systems that do not put them among the commands."""
    if platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield from (folder / below for below in _MAC)
    elif platform == "win32":
        roots = (environment.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
        yield from (Path(root) / below for root in roots if root for below in _WINDOWS)


def print_page(browser: str, page: Path, profile: Path) -> bytes:
    """Print ``page``, made ready, and return the PDF: tagged, with bookmarks and all its fonts.

    ``profile`` is an empty folder that the browser may write into, a different one for each call at the same time.

    Raises:
        NotPrinted: when it fails, or takes too long.
    """
    pdf = profile / "printed.pdf"
    pdf.unlink(missing_ok=True)
    asked = [browser, *_FLAGS, f"--user-data-dir={profile}", f"--print-to-pdf={pdf}"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        asked.append("--no-sandbox")  # Chromium refuses to run as root with it, as containers do
    try:
        done = subprocess.run([*asked, page.as_uri()], capture_output=True, timeout=_PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        raise NotPrinted(f"{browser} did not finish within {_PATIENCE} seconds") from None
    except OSError as reason:
        raise NotPrinted(f"{browser} could not be run: {reason.strerror or reason}") from None
    if not pdf.is_file() or not pdf.stat().st_size:
        raise NotPrinted(_why(browser, page, done.stderr.decode("utf-8", "replace")))
    return pdf.read_bytes()


def _why(browser: str, page: Path, said: str) -> str:
    """Why nothing was printed, from what the browser ``said``."""
    if any(code in said for code in _UNREADABLE):
        return f'{browser} may not read the folder "{page.parent}": set TMPDIR to a folder that it may read, such as one in your home'
    lines = [_LOGGED.sub("", line).strip() for line in said.splitlines() if line.strip()]
    return f"{browser} printed nothing" + (f": {lines[-1]}" if lines else "")
