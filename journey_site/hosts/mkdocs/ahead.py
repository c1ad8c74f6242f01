"""Prints pages a little ahead of the one that MkDocs writes, in processes of their own where that pays.

Printing a page is a plain function of the planned site, so any process can do it; everything that other
plugins see still happens in MkDocs' own, one page after another.
"""

from __future__ import annotations

import gc
import os
import sys
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeAlias

from journey_site.site.render import Body

Printed: TypeAlias = "tuple[Body, bytes] | None"
"""A page's body and what search finds on it; None when it could not be printed here."""
Print: TypeAlias = Callable[[str], Printed]

WORTH_IT = 150
"""Below this many pages the processes cost more than they give."""
MOST = 4
"""More processes than this wait for MkDocs."""

_print: Print | None = None  # what a process prints with: inherited when it is forked, never sent


class Ahead:
    """Pages in the order in which they will be asked for, printed bundle by bundle."""

    def __init__(self, bundles: Sequence[Sequence[str]], print_one: Print) -> None:
        global _print
        _print = print_one
        gc.freeze()  # what is there now is left alone, so that the processes share it
        self._waiting = deque(bundles)
        self._processes = min(MOST, os.cpu_count() or 1)
        self._pool = ProcessPoolExecutor(self._processes, mp_context=get_context("fork"))
        self._under_way: deque[Future[dict[str, Printed]]] = deque()
        self._ready: dict[str, Printed] = {}
        for _ in range(self._processes + 1):
            self._send()

    def take(self, uri: str) -> Printed:
        """The printed page, waited for when it is under way; None when it must be printed here."""
        while uri not in self._ready and self._under_way:
            try:
                self._ready.update(self._under_way.popleft().result())
            except BrokenProcessPool:  # a process was ended from outside: the rest is printed here
                self._under_way.clear()
                self._waiting.clear()
            self._send()
        return self._ready.pop(uri, None)

    def close(self) -> None:
        """End the processes."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        gc.unfreeze()

    def _send(self) -> None:
        if self._waiting:
            self._under_way.append(self._pool.submit(_print_bundle, self._waiting.popleft()))


def pays(pages: int) -> bool:
    """Whether further processes make a build of so many pages shorter; only Linux forks safely and cheaply."""
    return sys.platform == "linux" and (os.cpu_count() or 1) > 1 and pages >= WORTH_IT


def _print_bundle(uris: Sequence[str]) -> dict[str, Printed]:
    assert _print is not None
    return {uri: _print(uri) for uri in uris}
