"""The account for a terminal: in colour where there is some, with marks that say the same without."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journey_site.account.account import Account, Change, Level, Told
from journey_site.account.characters import line, seen
from journey_site.account.in_short import KINDS
from journey_site.account.rows import Choice, Entry, Measure, Order, Row, Wording
from journey_site.account.word_by_word import Stretch, near, word_by_word
from journey_site.account.wordings import (
    ERRORS_TOLD,
    HEADINGS,
    OTHER_FILES,
    OWNERS,
    arrow,
    other_files_line,
    remark_on,
    summary,
    title,
    track,
    unseen_line,
    versions,
    what_happened,
    whose,
)
from journey_site.account.wrapped import wrapped

_CODES = {"bold": "1", "quiet": "2", "gone": "31;9", "new": "32;4", "minus": "31", "plus": "32", "wrong": "31;1", "mark": "36"}
_MARKS = {"added": "+", "removed": "-", "renamed": "»", "moved": "↕", "changed": "~"}
_TOLD: tuple[Level, ...] = ("breaks-links", "readers-see")
_ADDRESSES = 4
"""How many lost addresses of one thing are named."""
_BROKEN = 20


@dataclass(frozen=True)
class _Ink:
    colour: bool

    def __call__(self, style: str, words: str) -> str:
        words = seen(words)
        return f"\x1b[{_CODES[style]}m{words}\x1b[0m" if self.colour and words else words


def in_text(account: Account, *, colour: bool = False, columns: int = 0) -> str:
    """The account as lines for people, no longer than ``columns`` where these are given.

    Without ``colour`` words that went stand in ``[-…-]``, those that came in ``{+…+}``.
    """
    return "\n".join(line(part) for whole in _lines(account, _Ink(colour)) for part in wrapped(whole, columns)) + "\n"


def _lines(account: Account, ink: _Ink) -> Iterator[str]:
    yield f"{ink('bold', account.title)}"
    yield seen(versions(account)) + (f", as {seen(account.audience)} sees it" if account.audience else "")
    for told in (account.before, account.after):
        yield from _remark(told, ink)
    levels = [level for level in _TOLD if account.at_level(level)]
    if len(levels) != 1:  # else the heading says as much
        yield ""
        yield ink("bold", summary(account))
    for level in levels:
        changes = account.at_level(level)
        yield ""
        yield ink("wrong" if level == "breaks-links" else "bold", f"{HEADINGS[level]} ({len(changes):,})")
        for change in changes:
            yield ""
            yield from _change(change, account, ink)
        if level == "breaks-links" and account.broken:
            yield ""
            yield "  Still lead there:"
            for each in account.broken[:_BROKEN]:
                yield f"    {ink('bold', f'{each.at.file}:{each.at.line}')} {seen(each.where)}{': ' if each.where else ''}{seen(each.target)}"
            if len(account.broken) > _BROKEN:
                yield f"    and {len(account.broken) - _BROKEN:,} more"
    yield from _rest(account, ink)


def _remark(told: Told, ink: _Ink) -> Iterator[str]:
    words = remark_on(told)
    if words:
        yield ""
        yield ink("wrong", words) if told.errors or told.hidden_errors else seen(words)
    for problem in told.errors[:ERRORS_TOLD]:
        yield f"  {ink('bold', str(problem.span))}: {seen(problem.message)}"
    if len(told.errors) > ERRORS_TOLD:
        yield f"  and {len(told.errors) - ERRORS_TOLD:,} more: journey-site check names them all"


def _change(change: Change, account: Account, ink: _Ink) -> Iterator[str]:
    style = {"added": "plus", "removed": "minus"}.get(change.sort, "mark")
    yield f"  {ink(style, _MARKS[change.sort])} {ink('bold', title(change))} {ink('quiet', f'({whose(change)})')}"
    happened = what_happened(change)
    if happened:
        yield f"      {seen(happened)}"
    for words in change.holds:
        yield f"      {seen(words)}"
    for address in change.lost[:_ADDRESSES]:
        yield f"      {ink('wrong', address.whole or '/')} leads nowhere now"
    if len(change.lost) > _ADDRESSES:
        more = len(change.lost) - _ADDRESSES
        yield f"      and {more:,} more {'address' if more == 1 else 'addresses'}"
    for words in change.remarks:
        yield f"      = {seen(words)}"
    for row in change.rows:
        if row.seen:
            yield from _row(row, ink)
    if change.also_in:
        yield f"      {ink('quiet', 'the same in ' + ', '.join(change.also_in))}"
    if change.in_doubt:
        yield f"      {ink('quiet', 'its file has errors, so this may not be all')}"
    place = change.at
    if place is not None and place.file:
        yield f"      {ink('quiet', f'{place.file}:{place.line}' + (' before' if change.after_at is None else ''))}"
    if url := account.url(change):
        yield f"      {ink('quiet', url)}"


def _row(row: Row, ink: _Ink) -> Iterator[str]:
    label = f"      {seen(row.label)}: "
    match row.said:
        case Measure():
            way = arrow(row.said)
            drawn = track(row.said)
            yield label + f"{row.said.said_before} → {row.said.said_after}" + (f" {way}" if way else "") + (f"  {ink('quiet', drawn)}" if drawn else "")
        case Wording() if not row.said.before:
            yield label + ink("plus", f"+ {row.said.after}")
        case Wording() if not row.said.after:
            yield label + ink("minus", f"- {row.said.before}")
        case Wording():
            yield label + _stretches(near(word_by_word(row.said.before, row.said.after)), ink)
        case Choice():
            yield label + f"{seen(row.said.before)} → {seen(row.said.after)}"
        case Entry():
            sign, style = ("+", "plus") if row.sort == "added" else ("-", "minus")
            more = f" ({', '.join(row.said.details)})" if row.said.details else ""
            where = f", {'from' if row.sort == 'added' else 'now in'} {row.elsewhere}" if row.elsewhere else ""
            yield label + ink(style, f"{sign} {row.said.words}") + seen(more + where)
        case Order():
            yield label + seen("; ".join(row.said.said))
    if row.lost:
        yield f"        {ink('wrong', 'its own address leads nowhere now')}"


def _stretches(stretches: tuple[Stretch, ...], ink: _Ink) -> str:
    found = ""
    for at, each in enumerate(stretches):
        # Where no brackets part what went from what came in its place, a space does.
        meet = ink.colour and at > 0 and each.stays == "new" and stretches[at - 1].stays == "gone"
        found += (" " if meet else "") + _stretch(each, ink)
    return found


def _stretch(each: Stretch, ink: _Ink) -> str:
    if each.stays == "same":
        return seen(each.words)
    if ink.colour and each.words.strip():
        return ink("gone" if each.stays == "gone" else "new", each.words)
    return f"[-{seen(each.words)}-]" if each.stays == "gone" else f"{{+{seen(each.words)}+}}"


def _rest(account: Account, ink: _Ink) -> Iterator[str]:
    if account.unused:
        yield ""
        yield ink("bold", "Used nowhere any more")
        for each in account.unused:
            at = f" {ink('quiet', f'{each.at.file}:{each.at.line}')}" if each.at else ""
            yield f"  {seen(each.name)} ({KINDS[each.kind]}){at}"
    if account.concerned:
        yield ""
        yield ink("bold", OWNERS)
        for who in account.concerned:
            contact = f" <{seen(who.contact.removeprefix('mailto:'))}>" if who.contact else ""
            yield f"  {seen(who.name)}{contact}: {seen(', '.join(who.things[:4]))}" + (f" and {len(who.things) - 4} more" if len(who.things) > 4 else "")
    files = other_files_line(account)
    if files:
        yield ""
        yield f"{ink('bold', f'{OTHER_FILES}:')} {seen(files)}"
    unseen = unseen_line(account)
    if unseen:
        yield ""
        yield f"{ink('bold', HEADINGS['no-visible-change'] + ':')} {seen(unseen)}"
