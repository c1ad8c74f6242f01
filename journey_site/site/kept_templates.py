"""What templates were compiled to, kept from one build to the next: compiling all of ours takes as long as printing 400 stages."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache, FileSystemBytecodeCache


def kept_templates(made_by: Sequence[Path]) -> BytecodeCache | None:
    """What earlier builds of this user compiled, in the system's folder for what need not last; None where there is none.

    ``made_by`` are the modules that have a say in what is made of a template: when they change, all is compiled anew.
    """
    try:
        return _KeptTemplates(made_by)
    except (OSError, RuntimeError):
        return None  # Jinja finds no folder that nobody else can write to


class _KeptTemplates(FileSystemBytecodeCache):
    """Jinja's own store, for which a folder that is full, gone or locked is no more than an empty one."""

    def __init__(self, made_by: Sequence[Path]) -> None:
        super().__init__(pattern="journey_site_%s.cache")
        self._made_by = jinja2.__version__.encode() + b"".join(path.read_bytes() for path in made_by)

    def get_source_checksum(self, source: str) -> str:
        """Stands for a template and for what compiles it."""
        return sha256(self._made_by + source.encode("utf-8")).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill ``bucket`` with what is kept; it stays empty where that cannot be read."""
        try:
            super().load_bytecode(bucket)
        except OSError:
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, where that can be written."""
        try:
            super().dump_bytecode(bucket)
        except OSError:
            return
