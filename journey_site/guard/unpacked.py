"""Every file of a folder as bytes, and every file in it that is an archive unpacked, with archives in archives."""

from __future__ import annotations

import base64
import binascii
import bz2
import gzip
import io
import lzma
import os
import re
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_DEEPEST = 4
"""An archive in an archive in an archive is nothing that anybody makes."""
_LARGEST = 256 * 1024 * 1024
"""Bytes that are unpacked of one archive; a bomb unpacks to more."""
_BROKEN = (OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile, tarfile.TarError, lzma.LZMAError, zlib.error)
_PACKED: dict[bytes, Callable[[io.BytesIO], IO[bytes]]] = {
    b"\x1f\x8b": lambda data: gzip.GzipFile(fileobj=data),  # type: ignore[dict-item, return-value]
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ": lzma.LZMAFile,
}
_MARKED = {b"\xff\xfe\0\0": "utf-32", b"\0\0\xfe\xff": "utf-32", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""How a text begins that says in which encoding it is; the longer marks first."""
_BASE64 = re.compile(rb";base64,([A-Za-z0-9+/]{32,}={0,2})")
_IN_BETWEEN = re.compile(rb"\)\s*-?[\d.]+\s*\(")
"""What stands in a PDF between the letters of a word that the printer moved together."""
_PDF_TEXT = re.compile(rb"\(\xfe\xff((?:\\.|[^\\)])*)\)|<\s*(?:FEFF|feff)([0-9A-Fa-f\s]*)>", re.DOTALL)
_SOME = 2_000
"""Bytes of a file that show in which encoding it is."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file: on disk, or within an archive there."""

    path: str
    """The file on disk, from the folder that was walked, with ``/``."""
    inside: str
    """The file's name within the archive; empty for a file that lies in the folder itself."""
    data: bytes

    @property
    def shown(self) -> str:
        """As people name it."""
        return f"{self.path} ({self.inside})" if self.inside else self.path


def every_file(folder: Path) -> Iterator[Member]:
    """The files below ``folder`` by path, each followed by what it holds where it is an archive.

    What a version control keeps beside a site is none of it.
    """
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != ".git")
        for name in sorted(names):
            path = Path(place, name)
            shown = path.relative_to(folder).as_posix()
            if name == ".git" or not path.is_file():
                continue
            yield from _with_inside(Member(shown, "", path.read_bytes()))


def _with_inside(member: Member, depth: int = 0) -> Iterator[Member]:
    yield Member(member.path, member.inside, _as_utf8(member.data))
    if depth < _DEEPEST:
        room = _LARGEST
        for name, data in _inside(member.data):
            room -= len(data)
            if room < 0:
                return
            inside = f"{member.inside}, {name}" if member.inside else name
            yield from _with_inside(Member(member.path, inside, data), depth + 1)


def _as_utf8(data: bytes) -> bytes:
    """A text in UTF-8, whatever it is written in; what is no text as it is."""
    for mark, encoding in _MARKED.items():
        if data.startswith(mark):
            return data.decode(encoding, "replace").encode("utf-8", "replace")
    begin = data[:_SOME]
    if b"\0" in begin:  # every second byte of most texts in UTF-16, and many in a picture
        for encoding, at in (("utf-16-le", 1), ("utf-16-be", 0)):
            if begin[at::2].count(0) * 2 > len(begin[at::2]) and begin[1 - at :: 2].count(0) == 0:
                return data.decode(encoding, "replace").encode("utf-8", "replace")
        return data
    if data.isascii():
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace").encode("utf-8")
    return data


def _inside(data: bytes) -> Iterator[tuple[str, bytes]]:
    """What an archive holds; nothing for what is none, or cannot be unpacked without a password."""
    try:
        if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            yield from _in_zip(data)
        elif data.startswith(tuple(_PACKED)):
            yield from _in_stream(data)
        elif data[257:262] == b"ustar":
            yield from _in_tar(data)
        elif data.startswith(b"%PDF-"):
            yield from _in_pdf(data)
        elif b";base64," in data:
            yield from _in_addresses(data)
    except _BROKEN:
        return


def _in_zip(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield "its own list of files", archive.comment + b"\n" + b"\n".join(info.comment for info in archive.infolist())
        for info in archive.infolist():
            with archive.open(info) as file:
                yield info.filename, file.read(_LARGEST)


def _in_stream(data: bytes) -> Iterator[tuple[str, bytes]]:
    opener = next(each for start, each in _PACKED.items() if data.startswith(start))
    with opener(io.BytesIO(data)) as file:
        yield "unpacked", file.read(_LARGEST)


def _in_tar(data: bytes) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        for info in archive:
            file = archive.extractfile(info) if info.isfile() else None
            yield info.name, file.read(_LARGEST) if file else b""


def _in_addresses(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Files that stand in an address, such as what a program was made of."""
    for match in _BASE64.finditer(data):
        with suppress(binascii.Error):
            yield "in an address in it", base64.b64decode(match[1] + b"==")


def _in_pdf(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The streams of a PDF, unpacked: links and titles are read, and words where the fonts keep their letters."""
    yield from _told_of_pdf(data)
    at = 0
    while (start := data.find(b"stream", at)) >= 0:
        at = start + len(b"stream")
        begin = at + (2 if data[at : at + 2] == b"\r\n" else 1)
        try:
            stream = zlib.decompressobj().decompress(data[begin:], _LARGEST)
        except zlib.error:
            continue
        yield "a stream in it", _IN_BETWEEN.sub(b"", stream)
        yield from _told_of_pdf(stream)
        at = max(at, data.find(b"endstream", begin))


def _told_of_pdf(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Titles, bookmarks and words for pictures, which stand in UTF-16."""
    said = [match[1] if match[1] is not None else bytes.fromhex("".join(match[2].decode("ascii").split())) for match in _PDF_TEXT.finditer(data) if match[1] is not None or len(b"".join(match[2].split())) % 2 == 0]
    if said:
        yield "titles in it", "\n".join(each.decode("utf-16-be", "replace") for each in said).encode("utf-8", "replace")
