"""The account as a comment on a pull request: Markdown that GitHub, GitLab, Azure and Bitbucket all read.

Everything from the handbook stands in it as plain words, and it never grows beyond what a host takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from journey_site.account.account import Account, Change
from journey_site.account.harmless_markdown import code, first_words, words_only
from journey_site.account.in_short import KINDS
from journey_site.account.rows import Choice, Entry, Measure, Order, Row, Wording
from journey_site.account.word_by_word import near, word_by_word
from journey_site.account.wordings import (
    ERRORS_TOLD,
    HEADINGS,
    OTHER_FILES,
    OWNERS,
    arrow,
    count,
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

MARKER = "<!-- journey-site diff -->"
"""By this a build finds its own comment again, to write it anew rather than a second one."""
LONGEST = 60_000
"""GitHub takes 65,536 letters; others take more."""
_ROOM_ABOVE, _ROOM_BELOW = 10_000, 15_000
"""What may stand before the changes, and after them."""
_LONGEST_TEXT = 400
_LONGEST_CHANGE = 4_000
_NAMED = 20


def in_markdown(account: Account) -> str:
    """The account with the marker in its first line, in less than ``LONGEST`` letters."""
    head = [MARKER, f"### {words_only(summary(account))}", "", f"{first_words(_cut(account.title))}: {_short(versions(account))}"]
    if account.audience:
        head[-1] += f", as {_short(account.audience)} sees it"
    for told in (account.before, account.after):
        words = remark_on(told)
        if words:
            head += ["", f"> **{_short(words)}**" if told.errors or told.hidden_errors else f"> {_short(words)}"]
        head += [f"> - {code(str(problem.span))} {_short(problem.message)}" for problem in told.errors[:ERRORS_TOLD]]
        if len(told.errors) > ERRORS_TOLD:
            head.append(f"> - and {len(told.errors) - ERRORS_TOLD:,} more")
    head, tail = _in_room(head, _ROOM_ABOVE), _in_room(_rest(account), _ROOM_BELOW)
    room = LONGEST - _length(head) - _length(tail) - 500  # for headings, and for what is said of what is left out
    body: list[str] = []
    left_out = 0
    for level in ("breaks-links", "readers-see"):
        changes = account.at_level(level)
        if not changes:
            continue
        body += ["", f"#### {HEADINGS[level]} ({len(changes):,})", ""]
        for change in changes:
            lines = list(_change(change, account))
            if left_out or _length(lines) > room:
                left_out += 1
                continue
            room -= _length(lines)
            body += lines
    if left_out:
        body += ["", f"**And {count(left_out, 'more change')}**, for which there is no room here: {code('journey-site diff')} tells them all."]
    return "\n".join([*head, *body, *tail]) + "\n"


def _in_room(lines: Iterable[str], room: int) -> list[str]:
    """The first of ``lines``, as far as there is room for them."""
    kept: list[str] = []
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            return [*kept, "", f"And more, for which there is no room here: {code('journey-site diff')} tells it all."]
        kept.append(line)
    return kept


def _length(lines: Sequence[str]) -> int:
    return sum(len(line) + 1 for line in lines)


def _change(change: Change, account: Account) -> Iterator[str]:
    sign = {"added": "`+` ", "removed": "`−` "}.get(change.sort, "")
    url = account.url(change)
    words = _short(title(change).strip())  # a space before a mark's end would leave it unread
    name = f"[{words}](<{url}>)" if url else words
    yield f"- {sign}**{name}** ({_short(whose(change))})"
    lines = list(_within(change))
    used = 0
    for at, line in enumerate(lines):
        used += len(line)
        if used > _LONGEST_CHANGE:
            yield f"  - and {count(len(lines) - at, 'more line')}"
            return
        yield line


def _within(change: Change) -> Iterator[str]:
    happened = what_happened(change)
    if happened:
        yield f"  - {_short(happened)}"
    for words in change.holds:
        yield f"  - {first_words(_cut(words))}"
    for address in change.lost[:5]:
        yield f"  - ⚠ {code(address.whole or '/')} leads nowhere now"
    if len(change.lost) > 5:
        yield f"  - ⚠ and {len(change.lost) - 5:,} more {'address' if len(change.lost) == 6 else 'addresses'}"
    for words in change.remarks:
        yield f"  - *{_short(words)}*"
    for row in change.rows:
        if row.seen:
            yield f"  - {first_words(_cut(row.label))}: {_said(row)}" + (" (⚠ its own address leads nowhere now)" if row.lost else "")
    if change.also_in:
        yield f"  - the same in {_short(', '.join(change.also_in))}"
    if change.in_doubt:
        yield "  - its file has errors, so this may not be all"
    if change.at is not None and change.at.file:
        yield f"  - {code(f'{change.at.file}:{change.at.line}')}" + (" before" if change.after_at is None else "")


def _said(row: Row) -> str:
    match row.said:
        case Measure():
            way = " ".join(filter(None, (f"**{row.said.said_after}**", arrow(row.said))))
            drawn = track(row.said)
            return f"{row.said.said_before} → {way}" + (f" {code(drawn)}" if drawn else "")
        case Wording():
            return _wording(row.said)
        case Choice():
            return f"{_short(row.said.before)} → **{_short(row.said.after).strip()}**"
        case Entry():
            more = f" ({', '.join(row.said.details)})" if row.said.details else ""
            where = f", {'from' if row.sort == 'added' else 'now in'} {row.elsewhere}" if row.elsewhere else ""
            return ("`+` " if row.sort == "added" else "`−` ") + _short(row.said.words + more + where)
        case Order():
            return _short("; ".join(row.said.said))


def _wording(said: Wording) -> str:
    """Struck through what went, bold what came; spaces around both, without which neither is read as markup."""
    if not said.before.strip() or not said.after.strip():
        return f"`+` {_short(said.after)}" if said.after.strip() else f"`−` {_short(said.before)}"
    found = ""
    marked = False
    for each in near(word_by_word(said.before, said.after)):
        words = each.words if each.stays == "same" else each.words.strip()
        if not words:
            continue
        if each.stays == "same":
            found += words_only(words) if not marked or words[:1].isspace() else f" {words_only(words)}"
        else:
            mark = "~~" if each.stays == "gone" else "**"
            found += ("" if not found or found[-1].isspace() else " ") + f"{mark}{_short(words)}{mark}"
        marked = each.stays != "same"
    return found.strip() if marked_anything(found) else f"{_short(said.after)} (only spaces or line breaks are otherwise)"


def marked_anything(found: str) -> bool:
    """Whether any words are marked as gone or new."""
    return "~~" in found or "**" in found


def _short(words: str) -> str:
    """``words`` made harmless, and cut where nobody reads on."""
    return words_only(_cut(words))


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST_TEXT else words[:_LONGEST_TEXT].rsplit(" ", 1)[0].rstrip() + " …"


def _rest(account: Account) -> Iterator[str]:
    if account.broken:
        yield from ("", "**Still lead there:**", "")
        for each in account.broken[:_NAMED]:
            where = f"{_short(each.where)}: " if each.where else ""
            yield f"- {code(f'{each.at.file}:{each.at.line}')} {where}{_short(each.target)}"
        if len(account.broken) > _NAMED:
            yield f"- and {len(account.broken) - _NAMED:,} more"
    if account.unused:
        yield from ("", "**Used nowhere any more:** " + ", ".join(f"{_short(each.name)} ({KINDS[each.kind]})" for each in account.unused[:_NAMED]))
        if len(account.unused) > _NAMED:
            yield f"and {len(account.unused) - _NAMED:,} more"
    if account.concerned:
        yield from ("", f"**{OWNERS}:**", "")
        for who in account.concerned[:_NAMED]:
            contact = f" ({_short(who.contact.removeprefix('mailto:'))})" if who.contact else ""
            more = f" and {len(who.things) - 4} more" if len(who.things) > 4 else ""
            yield f"- {first_words(_cut(who.name))}{contact}: {', '.join(_short(each) for each in who.things[:4])}{more}"
        if len(account.concerned) > _NAMED:
            yield f"- and {len(account.concerned) - _NAMED:,} more"
    files = other_files_line(account)
    if files:
        yield from ("", f"**{OTHER_FILES}:** {words_only(files)}")
    unseen = unseen_line(account)
    if unseen:
        yield from ("", f"**{HEADINGS['no-visible-change']}:** {words_only(unseen)}")
