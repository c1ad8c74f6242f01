"""Every address of other sites asked once, a few hosts at a time, and what came of it as problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep
from urllib.parse import urldefrag, urlsplit

from journey_site.atlas.atlas import Atlas
from journey_site.links.asking import SECONDS, Answer, ask
from journey_site.links.written import addresses
from journey_site.problems import Problem, Related, Severity, Span, by_place

AT_ONCE = 8
"""So many hosts are asked at the same time, and each host one thing at a time."""
PAUSE = 0.1
"""Seconds between two questions to one host."""
_TRIES = 2
"""So many times a host may be late before its other addresses are not asked any more."""
_RELATED = 20


def check_links(
    atlas: Atlas, root: Path, pages: Iterable[tuple[Path, str]] = (), *, private: bool = False, seconds: float = SECONDS
) -> list[Problem]:
    """What is wrong with the addresses of other sites, sorted by place; asks the network.

    What is gone is a warning; what has moved for good, and what could not be checked, is advice. ``private``
    allows addresses that are not public: those of this machine and of a company's own network.
    """
    written = addresses(atlas, root, pages)
    answers = _answers(written, lambda address: ask(address, private=private, seconds=seconds))
    found = [problem for address, places in written.items() if (problem := _problem(address, places, answers[address]))]
    return by_place(found)


def count_addresses(atlas: Atlas, root: Path, pages: Iterable[tuple[Path, str]] = ()) -> int:
    """How many addresses there are to ask."""
    return len(addresses(atlas, root, pages))


def _answers(written: Iterable[str], asking: Callable[[str], Answer]) -> Mapping[str, Answer]:
    """What each address answers; places on one page are one question."""
    pages: dict[str, list[str]] = {}
    for address in written:
        pages.setdefault(urldefrag(address).url, []).append(address)
    hosts: dict[str, list[str]] = {}
    for page in pages:
        hosts.setdefault(_host_of(page), []).append(page)
    with ThreadPoolExecutor(AT_ONCE) as threads:
        told = [*threads.map(lambda of_host: _ask_host(of_host, asking), hosts.values())]
    return {address: answer for answers in told for page, answer in answers.items() for address in pages[page]}


def _host_of(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:  # brackets that hold no address
        return ""


def _ask_host(pages: list[str], asking: Callable[[str], Answer]) -> dict[str, Answer]:
    """One host's pages, one after the other; a host that is busy, late or not there is not pressed."""
    answers: dict[str, Answer] = {}
    late = 0
    for page in pages:
        if answers:
            sleep(PAUSE)
        answers[page] = answer = asking(page)
        late += answer.host == "late"
        if answer.host == "leave" or late >= _TRIES:
            # What has no host is gone with all its pages.
            rest = answer if answer.kind == "gone" else Answer("unsaid", "its host is not asked again for now")
            return answers | {each: rest for each in pages if each not in answers}
    return answers


def _problem(address: str, places: list[Span], answer: Answer) -> Problem | None:
    related = tuple(Related(place, "the same address stands here") for place in places[1 : _RELATED + 1])
    shown = f'"{address}"'
    if answer.kind == "gone":
        message = f"{shown} is not there any more: {answer.why}"
        hint = "write the address that is right now, or take the link out"
        return Problem("dead-link", message, places[0], Severity.WARNING, hint, related)
    if answer.kind == "moved":
        message = f"{shown} has moved for good"
        return Problem("moved-link", message, places[0], Severity.ADVICE, f"write {answer.to}", related)
    if answer.kind == "private":
        message = f"{shown} was not asked, because it is not on the open internet"
        return Problem("unchecked-link", message, places[0], Severity.ADVICE, "--links-private asks such addresses too", related)
    if answer.kind == "unsaid":
        message = f"{shown} could not be checked: {answer.why}"
        return Problem("unchecked-link", message, places[0], Severity.ADVICE, "open it in a browser to see", related)
    return None
