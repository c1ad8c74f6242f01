"""The sentences of an account that every style tells alike."""

from __future__ import annotations

from collections.abc import Iterable

from journey_site.account.account import Account, Change, Level, Told
from journey_site.account.in_short import KINDS
from journey_site.account.rows import Measure

HEADINGS: dict[Level, str] = {
    "breaks-links": "Breaks links",
    "readers-see": "Readers will see",
    "no-visible-change": "No visible change",
}
OWNERS = "Whose things changed"
OTHER_FILES = "Also changed, and not compared here"
NOTHING = "This changes nothing for readers."
ERRORS_TOLD = 5
"""How many mistakes of a version are named; journey-site check names all."""
_NAMED = 3
_CELLS = 9


def what_happened(change: Change) -> str:
    """``new stage``, ``stage renamed``: what became of the whole of it; empty when it only says something otherwise."""
    kind = KINDS[change.kind]
    if change.retired is not None:
        return f"{kind} retired: it has left the lists" if change.retired else f"{kind} back in the lists"
    if change.emptied:
        return f"{kind} left out: nothing is told of it any more"
    match change.sort:
        case "added":
            return f"new {kind}"
        case "removed":
            return f"{kind} removed"
        case "renamed":
            led = "; its old address leads to the new one" if change.says_was else ""
            return f"{kind} has another id: {change.was} → {change.stage or change.thing}{led}"
    return ""


def title(change: Change) -> str:
    """What it is about: ``Buys an e-bike · Decision``."""
    return f"{change.of} · {change.name}" if change.of else change.name


def whose(change: Change) -> str:
    """The kind of thing, and for a journey whose it is."""
    words = KINDS[change.kind]
    return ", ".join((words, *change.personas)) if change.personas else words


def arrow(said: Measure) -> str:
    """↑ or ↓; empty where one side is unknown."""
    if said.before is None or said.after is None:
        return ""
    return "↑" if said.after > said.before else "↓"


def track(said: Measure) -> str:
    """The way along the scale, drawn: ``−2 ◄━○······ +2``; empty where there is no scale."""
    if said.low is None or said.high is None or said.high <= said.low:
        return ""

    def cell(value: float | None) -> int | None:
        if value is None or said.low is None or said.high is None:
            return None
        return min(_CELLS - 1, max(0, round((value - said.low) / (said.high - said.low) * (_CELLS - 1))))

    one, other = cell(said.before), cell(said.after)
    cells = ["·"] * _CELLS
    if one is not None and other is not None:
        for at in range(min(one, other), max(one, other)):
            cells[at] = "━"
        cells[one] = "○"
        cells[other] = "◆" if one == other else "►" if other > one else "◄"
    elif other is not None:
        cells[other] = "●"
    elif one is not None:
        cells[one] = "○"
    return f"{said.said_low} {''.join(cells)} {said.said_high}"


def scale_words(said: Measure) -> str:
    """The scale in words, for those who cannot see it drawn."""
    return f"on a scale from {said.said_low} to {said.said_high}" if said.said_low else ""


def unseen_line(account: Account) -> str:
    """Everything that no reader sees, in one line; empty when there is nothing of it."""
    changes = account.at_level("no-visible-change")
    moved = [change for change in changes if change.file_moved]
    # What ``remove`` takes away is told as stages that are gone.
    other = [change for change in changes if not change.file_moved and any(row.path.partition("[")[0] != "remove" for row in change.rows)]
    parts: list[str] = []
    if account.rewritten:
        parts.append(f"{count(account.rewritten, 'file')} with other comments, order or layout")
    if moved:
        parts.append(f"in another file: {_named(change.name for change in moved)}")
    if other:
        parts.append(f"keys that no page shows, in {_named(title(change) for change in other)}")
    if account.drafts:
        parts.append(f"{count(len(account.drafts), 'draft')}: {_named(account.drafts)}")
    return "; ".join(parts)


def other_files_line(account: Account) -> str:
    """Pages and pictures that changed, by name; empty when there are none."""
    return _named(account.other_files, 6)


def versions(account: Account) -> str:
    """``main (3f2a1bc) → the files as they are now``."""
    return f"{account.before.label} → {account.after.label}"


def remark_on(told: Told) -> str:
    """What makes a version hard to compare; empty when nothing does."""
    if not told.there:
        return f"There was no handbook in {told.label}, so that everything is new."
    number = len(told.errors) + told.hidden_errors
    if not number:
        return ""
    return (
        f"{count(number, 'error')} in {told.label}: what could be read is compared, and something may be missing here or told wrongly."
    )


def summary(account: Account) -> str:
    """The account in one sentence."""
    if account.nothing_for_readers:
        return NOTHING
    breaks, sees = (len(account.at_level(level)) for level in ("breaks-links", "readers-see"))
    if not breaks and not sees:
        return "Nothing changes for readers in the YAML."
    broken = f"{count(breaks, 'change')} {'breaks' if breaks == 1 else 'break'} links"
    if not sees:
        return f"{broken}."
    return f"{broken}, and readers will see {sees:,} more." if breaks else f"Readers will see {count(sees, 'change')}."


def count(number: int, noun: str) -> str:
    """``1 file``, ``2 files``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _named(names: Iterable[str], most: int = _NAMED) -> str:
    every = list(dict.fromkeys(names))
    more = len(every) - most
    return ", ".join(every[:most]) + (f" and {more} more" if more > 0 else "")
