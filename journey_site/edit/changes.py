"""What a command would make of a handbook's files: their texts before and after, and files that get another name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from journey_site.source.text import decode

_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class FileText:
    """A file's text as it stands on the disk, with what the text alone does not tell."""

    path: Path
    file: str
    """The path as it is shown to people."""
    text: str
    """Without byte order mark; line ends as they are."""
    data: bytes = field(repr=False)
    """What was read, to see whether it is still so when the new text is written."""

    def encoded(self, text: str) -> bytes:
        """``text`` as bytes, with the byte order mark where the file had one."""
        return (_MARK if self.data.startswith(_MARK) else b"") + text.encode("utf-8")


@dataclass(frozen=True, slots=True)
class Change:
    """A file whose text becomes another."""

    before: FileText
    after: str

    @property
    def file(self) -> str:
        """The path as it is shown to people."""
        return self.before.file


@dataclass(frozen=True, slots=True)
class Move:
    """A file that gets another name in its folder."""

    path: Path
    to: Path
    file: str
    to_file: str


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that is to be done to the files, all of it or nothing."""

    texts: tuple[Change, ...] = ()
    moves: tuple[Move, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.texts or self.moves)

    @property
    def unsaved(self) -> Mapping[Path, str]:
        """The new texts by file, to read the handbook as it will be."""
        return {change.before.path: change.after for change in self.texts}


def file_text(path: Path, file: str) -> FileText | None:
    """The text of a file; nothing where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    source, _ = decode(data, file)
    return FileText(path, file, source.text, data) if source is not None else None
