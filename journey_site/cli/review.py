"""``journey-site review``: whose turn it is to check what, for a terminal, a chat bot or a nightly job."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from journey_site.atlas.reviews import Answerer, Turn, by_answerer, contact_of, late, review_queue
from journey_site.cli.audience import for_audience
from journey_site.cli.folder import folder_argument, handbook_folder, stop
from journey_site.documents.durations import SECONDS, NotADuration, parse_duration
from journey_site.documents.values import Ref
from journey_site.exchange.review_json import review_json
from journey_site.handbook import Outcome, read_handbook
from journey_site.levels import english
from journey_site.problems import Severity
from journey_site.site import vocabulary
from journey_site.site.addresses import directory_address
from journey_site.site.views.overview.review_queue import late_words, rest_words
from journey_site.site.voice import Voice

_TOLD = 5
"""How many mistakes are named; journey-site check names all."""
_COLOURS = {"overdue": "red", "month": "yellow", "later": None, "never": "yellow"}


def _days(_context: click.Context, _option: click.Parameter, words: str | None) -> int | None:
    """A length of time as an editor writes it, in whole days: ``30d``, ``6 weeks``."""
    if words is None:
        return None
    try:
        _low, high = parse_duration(words).seconds
    except NotADuration as reason:
        raise click.BadParameter(f'"{words}" should be a length of time such as 30d or "6 weeks", but {reason}') from None
    if high is None:
        raise click.BadParameter(f'"{words}" has no end: write a length of time such as 30d or "6 weeks"')
    return math.floor(high / SECONDS["day"])


@click.command()
@folder_argument
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How it is printed.")
@click.option("--owner", default="", metavar="NAME", help="Only what this department or person is to check.")
@click.option(
    "--fail-after",
    "grace",
    callback=_days,
    metavar="TIME",
    help="End with exit code 1 when a review is overdue for longer, such as 30d.",
)
@for_audience("Only what this edition tells.")
def review(folder: Path | None, form: str, owner: str, grace: int | None, audience: str) -> None:
    """Print whose turn it is to check what in the handbook in FOLDER, overdue first.

    Without FOLDER it is the one that mkdocs.yml says, else the folder "maps". Drafts and retired things
    are not in it. Exit codes: 0 fine, 1 errors in the handbook or a review that is overdue for longer than
    --fail-after, 2 could not run.
    """
    place = handbook_folder(folder)
    outcome = read_handbook(place.path, shown=place.shown, audience=audience)
    turns = review_queue(outcome.atlas)
    if owner:
        turns = _owned(turns, owner, outcome)
    voice = english(outcome.atlas)
    if form == "json":
        click.echo(b"".join(review_json(outcome.atlas, partial(_page, voice), turns=turns)), nl=False)
    else:
        _print(turns, voice)
    too_late = [] if grace is None else list(late(turns, grace))
    if too_late:
        click.echo(f"{_count(len(too_late), 'review')} overdue for more than {_count(grace or 0, 'day')}.", err=True)
    if outcome.errors:
        # What could not be read is in no queue.
        _tell(outcome)
    sys.exit(1 if too_late or outcome.errors else 0)


def _tell(outcome: Outcome) -> None:
    """The first mistakes: what could not be read is in no queue."""
    wrong = [problem for problem in outcome.problems if problem.severity is Severity.ERROR]
    for problem in wrong[:_TOLD]:
        click.echo(f"{problem.span}: error: {problem.message}", err=True)
    errors = _count(len(wrong), "error")
    click.echo(f"{errors} in the handbook, so something may be missing here: journey-site check tells what to do.", err=True)


def _owned(turns: Sequence[Turn], name: str, outcome: Outcome) -> tuple[Turn, ...]:
    """What is asked of the department or person called ``name``; stops when there is nobody of that name."""
    wanted = name.strip().casefold()
    departments = {
        each.id for each in outcome.atlas.departments.values()
        if wanted in {each.id.casefold(), *(words.casefold() for words in each.name.values.values())}
    }  # fmt: skip
    found = tuple(
        turn for turn in turns
        if turn.owner and (turn.owner.department in departments or turn.owner.name.casefold() == wanted)
    )  # fmt: skip
    if not found and not departments:
        known = [*outcome.atlas.departments, *dict.fromkeys(turn.owner.name for turn in turns if turn.owner and turn.owner.name)]
        there = f"there are {', '.join(known)}" if known else "none is named in this handbook"
        stop(f'no owner is called "{name}": {there}')
    return found


def _print(turns: Sequence[Turn], voice: Voice) -> None:
    if not turns:
        click.echo("Nothing is to be reviewed.")
        return
    for at, (who, found) in enumerate(by_answerer(turns).items()):
        if at:
            click.echo()
        said = " · ".join(words for words in (late_words(found, voice), rest_words(found, voice)) if words)
        click.echo(f"{click.style(_title(who, found, voice), bold=True)}: {said}")
        for turn in found:
            _line(turn, voice)


def _title(who: Answerer, turns: Sequence[Turn], voice: Voice) -> str:
    department = voice.atlas.departments.get(who.department)
    name = voice.words(department.name) if department else who.name or "Nobody in particular"
    contact = (department.contact if department else contact_of(turns[0].owner, voice.atlas)) or ""
    return f"{name} <{contact.removeprefix('mailto:')}>" if contact and contact != who.name else name


def _line(turn: Turn, voice: Voice) -> None:
    """What it is and where it is written, then its dates."""
    state = click.style(vocabulary.TURNS[turn.when][0].lower(), fg=_COLOURS[turn.when])
    kind = vocabulary.ONE_OF[turn.kind].lower()
    click.echo(f"  {turn.thing.place('reviewed')}: {state}: {voice.words(turn.thing.name)} ({kind})")
    review = turn.review
    dates = [f"due {review.due.isoformat()}"] if review.due else []
    dates += [f"{_count(review.overdue_days, 'day')} late"] if review.overdue else []
    if review.reviewed:
        dates.append(f"reviewed {review.reviewed.isoformat()}" + (f" by {review.by}" if review.by else ""))
    if dates:
        click.echo(f"      {', '.join(dates)}")


def _page(voice: Voice, kind: str, identity: str, _stage: str) -> str:
    """Where the site has the page of a thing."""
    link = voice.link(Ref(identity, kind))
    return directory_address(link.uri) + (f"#{link.anchor}" if link.anchor else "")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
