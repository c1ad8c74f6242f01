"""Where catalogues lie: which file of a folder has the words of which language."""

from __future__ import annotations

from pathlib import Path

CATALOGUES = "locales"
"""The folder of a handbook, and of the theme, with the words of the interface by language: ``fi.po``."""
ALIASES = {"no": "nb"}
"""Norwegian without more is read as bokmål."""


def catalogues_of(folder: Path, code: str) -> tuple[Path, ...]:
    """The files in ``folder`` with words in a language, those that win last: ``sv.po``, then ``sv-FI.po``."""
    there = _by_name(folder)
    layers = dict.fromkeys((plain(code).split("-")[0], plain(code)))
    found = (next((there[name] for name in _names(layer) if name in there), None) for layer in layers)
    return tuple(path for path in found if path is not None)


def plain(code: str) -> str:
    """A language's code as it is compared: ``pt_BR`` and ``pt-BR`` are one."""
    return code.replace("_", "-").casefold()


def _by_name(folder: Path) -> dict[str, Path]:
    """The catalogues in a folder by language; of two for the same the one that is called as we would."""
    try:
        files = sorted((path for path in folder.glob("*.po") if path.is_file()), key=lambda path: ("_" in path.stem, path.name))
    except OSError:
        return {}
    found: dict[str, Path] = {}
    for path in files:
        found.setdefault(plain(path.stem), path)
    return found


def _names(code: str) -> tuple[str, ...]:
    """What a language is called, and by its other name."""
    others = [other for pair in ALIASES.items() if code in pair for other in pair if other != code]
    return (code, *others)
