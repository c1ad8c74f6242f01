"""``journey-site init``: a handbook in an empty folder, with its checks and its way to readers."""

from __future__ import annotations

import os
import re
import shlex
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import click

from journey_site import __version__
from journey_site.atlas.link import today
from journey_site.cli.folder import stop
from journey_site.documents.built_in import built_in_model, built_in_models
from journey_site.documents.language_names import code_of_language, own_name
from journey_site.handbook import read_handbook
from journey_site.problems import Severity
from journey_site.starter.field_words import begins_in
from journey_site.starter.interview import INTERVIEWS, LANGUAGE, NONE_OF_THEM, NOT_YET, Interview
from journey_site.starter.project import ALWAYS, HOSTS, LANGUAGES, MAY_BE_THERE, Wishes, project_files, usual

_USUAL_MODEL = "awareness-to-loyalty"
_ADDRESS = "http://127.0.0.1:8000"
"""Where MkDocs serves a site."""
_KEYS = re.compile(r"\x1b\[[0-9;]*[A-Za-z~]|[\x00-\x08\x0e-\x1f\x7f]")
"""What keys such as the arrows send, and other letters that cannot be seen."""
_STOPPED = 2
_ELSEWHERE = "begin in an empty folder, or name a new one: journey-site init our-journeys"
_MAIL = re.compile(r"[^@\s:/?#]+@[^@\s:/?#]+")


@click.command()
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", metavar="WORDS", help="What the handbook is called.")
@click.option("--language", metavar="LANGUAGE", help=f"The language it is written in: {', '.join(LANGUAGES)}, or its name.")
@click.option("--persona", metavar="NAME", help="Whose journey the first one is.")
@click.option("--journey", metavar="WORDS", help="What the first journey is called.")
@click.option("--model", type=click.Choice(sorted(built_in_models())), help="The stages it goes through.")
@click.option("--host", type=click.Choice(HOSTS, case_sensitive=False), help="Where it is kept: its checks are written for that.")
@click.option("--department", metavar="NAME", help="Who answers for the first journey.")
@click.option("--contact", metavar="MAIL", help="That department's mail address.")
@click.option("--yes", is_flag=True, help="Ask nothing: take what is usual for what is not said.")
def init(
    folder: Path | None,
    title: str | None,
    language: str | None,
    persona: str | None,
    journey: str | None,
    model: str | None,
    host: str | None,
    department: str | None,
    contact: str | None,
    yes: bool,
) -> None:
    """Begin a handbook in FOLDER, or here: a persona, a journey, and the files to check and publish it.

    Asks what is not said, in the language that is chosen first; where nobody can answer, it says what it took.
    Nothing is ever overwritten: where one of its files is there already, nothing at all is written; README.md
    and .gitignore are left as they are. Exit codes: 0 written, 2 could not run.
    """
    place = folder or Path()
    _must_be_free(place)
    asks = not yes and _can_answer()
    questions = _Questions(asks, _spoken())
    try:
        wishes = _wishes(questions, language, title, persona, journey, model, host, department, contact)
    except click.Abort:
        click.echo(f"\n{INTERVIEWS[questions.speaks].stopped}", err=True)
        sys.exit(_STOPPED)
    said = INTERVIEWS[wishes.language]
    files = project_files(wishes)
    left = [path for path in MAY_BE_THERE if path in files and (place / path).exists()]
    _write(place, {path: text for path, text in files.items() if path not in left})
    for path in files:
        if path not in left:
            click.echo(f"  {path}")
    _tell(place, len(files) - len(left), said)
    if left:
        click.echo(said.left % {"files": ", ".join(left)})
    if ".gitignore" in left:
        click.echo(said.ignore % {"lines": " ".join(files[".gitignore"].split())})
    if questions.taken:
        click.echo((said.not_asked + " " if not yes and not asks else "") + said.taken % {"taken": " ".join(questions.taken)})
        other = next(each for each in ("sv", "en") if each != wishes.language)
        click.echo(said.choose % {"example": f"journey-site init --language {other} --title … --persona …   ({', '.join(LANGUAGES)})"})
    steps = [] if place == Path() else [f"cd {shlex.quote(str(place))}"]
    journey_file = next(path for path in files if path.startswith("maps/journeys/"))
    click.echo(said.first % {"file": (place / journey_file).as_posix()})
    click.echo(said.look % {"command": " && ".join([*steps, *_serve(place)]), "address": _ADDRESS})
    if said.commands:
        click.echo(said.commands)


def _wishes(
    questions: _Questions,
    language: str | None,
    title: str | None,
    persona: str | None,
    journey: str | None,
    model: str | None,
    host: str | None,
    department: str | None,
    contact: str | None,
) -> Wishes:
    """What is said, and the answers to all that is not."""
    language = questions.language(language)
    said = INTERVIEWS[language]
    if questions.asks:
        click.echo(said.how)
    titles = usual(language)
    title = questions.words("title", title, said.title, titles[0])
    persona = questions.words("persona", persona, said.persona, titles[1])
    journey = questions.words("journey", journey, said.journey % {"persona": persona}, titles[2])
    model = questions.model(model, said, language)
    host = questions.host(host, said)
    department = questions.words("department", department, said.department, titles[3])
    contact = questions.contact(contact, said)
    stages = built_in_model(model)
    if stages is None:
        stop(f'there is no model "{model}"')
    return Wishes(title, language, persona, journey, stages, host, department, contact, today().isoformat(), __version__)


@dataclass
class _Questions:
    """Asks for what is not said, or takes what is usual and remembers that."""

    asks: bool
    speaks: str
    """The language that is spoken here until another is chosen."""

    def __post_init__(self) -> None:
        self.taken: list[str] = []

    def language(self, given: str | None) -> str:
        """The language, asked for in all of them; what the computer speaks is proposed."""
        if given:
            self.speaks = _begun_in(given) or stop(_not_begun_in(given))
        elif self.asks:
            self.speaks = self._asked(LANGUAGE, own_name(self.speaks), _begun_in, _no_language)
        else:
            self.speaks = self._usual("language", None, "en")
        return self.speaks

    def words(self, option: str, given: str | None, question: str, usual_answer: str) -> str:
        """A title or name."""
        given = _typed(given or "")
        if given or not self.asks:
            return self._usual(option, given, usual_answer)
        return self._asked(question, usual_answer, str, str)

    def model(self, given: str | None, said: Interview, language: str) -> str:
        """The model of the first journey, by its number or id; each is shown with its stages."""
        if given or not self.asks:
            return self._usual("model", given, _USUAL_MODEL)
        known = list(built_in_models())
        click.echo(said.stages)
        for number, identity in enumerate(known, 1):
            model = built_in_model(identity)
            names = [stage.name.best(language, "en").words for stage in model.stages] if model else []
            click.echo(f"  {number:>2}  {identity:<24}{', '.join(names)}")
        return self._asked(said.model, _USUAL_MODEL, lambda answer: _one_of(answer, known), lambda answer: said.no_model % {"said": answer})

    def host(self, given: str | None, said: Interview) -> str:
        """Where the handbook is kept."""
        if given or not self.asks:
            return self._usual("host", given, HOSTS[0])
        return self._asked(said.host, HOSTS[0], _host, lambda answer: said.no_host % {"said": answer, "known": ", ".join(HOSTS)})

    def contact(self, given: str | None, said: Interview) -> str:
        """A department's mail address; nobody need have one."""
        given = (given or "").removeprefix("mailto:")
        if given and not _MAIL.fullmatch(given):
            stop(f'"{given}" is no mail address')
        while not given and self.asks:
            given = _typed(str(click.prompt(said.contact, default="", show_default=False))).removeprefix("mailto:")
            if not given or _MAIL.fullmatch(given):
                break
            click.echo(said.no_mail % {"said": given})
            given = ""
        return given

    def _usual(self, option: str, given: str | None, usual_answer: str) -> str:
        if not given:
            words = f'"{usual_answer}"' if " " in usual_answer else usual_answer
            self.taken.append(f"--{option} {words}")
        return given or usual_answer

    def _asked(self, question: str, usual_answer: str, understood: Callable[[str], str | None], otherwise: Callable[[str], str]) -> str:
        while True:
            said = _typed(str(click.prompt(question, default=usual_answer))) or usual_answer
            found = understood(said)
            if found:
                return found
            click.echo(otherwise(said))


def _typed(words: str) -> str:
    """What somebody wrote, without what arrow keys and other keyboards' letters leave behind on a terminal."""
    readable = _KEYS.sub("", words).encode("utf-8", "ignore").decode()
    return " ".join(readable.split())


def _spoken() -> str:
    """The language of this computer, out of those that a handbook may begin in."""
    spoken = next((found for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (found := os.environ.get(name))), "en")
    return begins_in(spoken.split(".")[0])


def _begun_in(words: str) -> str | None:
    """The language that somebody names, where a handbook may begin in it."""
    code = code_of_language(words)
    code = begins_in(code) if code in ("nn", "no") else code
    return code if code in LANGUAGES else None


def _not_begun_in(words: str) -> str:
    """What ends the command, where an option names a language in which no handbook begins."""
    code = code_of_language(words)
    then = f", and then write language: {code} in maps/handbook.yml" if code else ""
    return f'no handbook begins in "{words}" yet: say one of {", ".join(LANGUAGES)}{then}'


def _no_language(words: str) -> str:
    """The same, told to somebody who is asked again."""
    code = code_of_language(words)
    return NOT_YET % {"name": own_name(code), "code": code} if code else ", ".join(f"{each} {own_name(each)}" for each in LANGUAGES)


def _one_of(answer: str, known: list[str]) -> str | None:
    """What is meant by its number, or by its name however that is written."""
    if answer.isdecimal():
        return known[int(answer) - 1] if 1 <= int(answer) <= len(known) else None
    return answer.lower() if answer.lower() in known else None


def _host(answer: str) -> str | None:
    """The place that is meant: ``GitHub``, ``gitlab.com``, ``Azure DevOps``, or none."""
    first = re.split(r"[\s.]", answer.casefold())[0]
    return "none" if first in NONE_OF_THEM else first if first in HOSTS else None


def _can_answer() -> bool:
    return sys.stdin.isatty()


def _serve(place: Path) -> list[str]:
    """How the handbook is looked at from here: with what is installed beside this command, where that is enough."""
    beside = Path(sys.executable).with_name("mkdocs.exe" if os.name == "nt" else "mkdocs")
    if find_spec("material") is None or not beside.exists():
        return ["pip install -r requirements.txt", "mkdocs serve"]
    found = which("mkdocs")
    if found and os.path.samefile(found, beside):
        return ["mkdocs serve"]
    near = os.path.relpath(beside, place)
    return [f"{shlex.quote(near if not near.startswith('..') else str(beside))} serve"]


def _must_be_free(place: Path) -> None:
    """Before anything is asked: a folder of somebody else's is left alone."""
    if (place / "maps").is_dir() and any((place / "maps").iterdir()):
        stop(f"there is a folder maps with something in it, so nothing was written; {_ELSEWHERE}")
    _must_not_be_there(place, ALWAYS)


def _must_not_be_there(place: Path, paths: Iterable[str]) -> None:
    there = [path for path in paths if (place / path).exists() or (place / path).is_symlink()]
    if there:
        stop(f"{', '.join(there)}: there already, so nothing was written; {_ELSEWHERE}")


def _write(place: Path, files: dict[str, str]) -> None:
    """Write every file, or none."""
    _must_not_be_there(place, files)
    try:
        for path, text in files.items():
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            with (place / path).open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except OSError as error:
        stop(f"{error.filename}: cannot be written: {error.strerror}")


def _tell(place: Path, count: int, said: Interview) -> None:
    """How many files there are now, and whether the check has something to say."""
    problems = read_handbook(place / "maps", shown="maps").problems
    wrong = sum(problem.severity >= Severity.WARNING for problem in problems)
    click.echo(said.written % {"count": count} + " " + (said.wrong % {"count": wrong} if wrong else said.right))
