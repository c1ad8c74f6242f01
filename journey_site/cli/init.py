"""``journey-site init``: a handbook in an empty folder, with its checks and its way to readers."""

from __future__ import annotations

import os
import re
import shlex
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import click

from journey_site import __version__
from journey_site.atlas.link import today
from journey_site.cli.folder import stop
from journey_site.documents.built_in import built_in_model, built_in_models
from journey_site.handbook import read_handbook
from journey_site.problems import Severity
from journey_site.starter.field_words import begins_in
from journey_site.starter.interview import INTERVIEWS, LANGUAGE, Interview
from journey_site.starter.project import HOSTS, LANGUAGES, MAY_BE_THERE, Wishes, project_files, usual

_USUAL_MODEL = "awareness-to-loyalty"
_MAIL = re.compile(r"[^@\s:/?#]+@[^@\s:/?#]+")


@click.command()
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", metavar="WORDS", help="What the handbook is called.")
@click.option("--language", type=click.Choice(LANGUAGES), help="The language it is written in.")
@click.option("--persona", metavar="NAME", help="Whose journey the first one is.")
@click.option("--journey", metavar="WORDS", help="What the first journey is called.")
@click.option("--model", type=click.Choice(sorted(built_in_models())), help="The stages it goes through.")
@click.option("--host", type=click.Choice(HOSTS), help="Where it is kept: its checks are written for that.")
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
    questions = _Questions(asks)
    language = questions.language(language)
    said = INTERVIEWS[language]
    titles = usual(language)
    title = questions.words("title", title, said.title, titles[0])
    persona = questions.words("persona", persona, said.persona, titles[1])
    journey = questions.words("journey", journey, said.journey, titles[2])
    model = questions.model(model, said, language)
    host = questions.one("host", host, said.host, "github", HOSTS, said)
    department = questions.words("department", department, said.department, titles[3])
    contact = questions.contact(contact, said)
    stages = built_in_model(model)
    if stages is None:
        stop(f'there is no model "{model}"')
    wishes = Wishes(title, language, persona, journey, stages, host, department, contact, today().isoformat(), __version__)
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
        other = next(each for each in ("sv", "en") if each != language)
        click.echo(said.choose % {"example": f"journey-site init --language {other} --title … --persona …   ({', '.join(LANGUAGES)})"})
    steps = [] if place == Path() else [f"cd {shlex.quote(str(place))}"]
    click.echo(f"{said.next} " + " && ".join([*steps, *_serve(place)]))


@dataclass
class _Questions:
    """Asks for what is not said, or takes what is usual and remembers that."""

    asks: bool

    def __post_init__(self) -> None:
        self.taken: list[str] = []

    def language(self, given: str | None) -> str:
        """The language, asked for in all of them; what the computer speaks is proposed."""
        if given or not self.asks:
            return self._usual("language", given, "en")
        spoken = next((found for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (found := os.environ.get(name))), "en")
        usual_answer = begins_in(spoken.split(".")[0])
        return self._asked(LANGUAGE, usual_answer, lambda said: said if said in LANGUAGES else None, ", ".join(LANGUAGES))

    def words(self, option: str, given: str | None, question: str, usual_answer: str) -> str:
        """A title or name."""
        given = " ".join((given or "").split())
        if given or not self.asks:
            return self._usual(option, given, usual_answer)
        return self._asked(question, usual_answer, lambda said: " ".join(said.split()), "")

    def one(self, option: str, given: str | None, question: str, usual_answer: str, known: tuple[str, ...], said: Interview) -> str:
        """One of a few words."""
        if given or not self.asks:
            return self._usual(option, given, usual_answer)
        return self._asked(question, usual_answer, lambda answer: answer if answer in known else None, said.one_of % {"known": ", ".join(known)})

    def model(self, given: str | None, said: Interview, language: str) -> str:
        """The model of the first journey; each is shown with its stages."""
        known = tuple(built_in_models())
        if not given and self.asks:
            click.echo(said.stages)
            for identity in known:
                model = built_in_model(identity)
                names = [stage.name.best(language, "en").words for stage in model.stages] if model else []
                click.echo(f"  {identity:<24}{', '.join(names)}")
        return self.one("model", given, said.model, _USUAL_MODEL, known, said)

    def contact(self, given: str | None, said: Interview) -> str:
        """A department's mail address; nobody need have one."""
        given = (given or "").removeprefix("mailto:")
        if given and not _MAIL.fullmatch(given):
            stop(f'"{given}" is no mail address')
        while not given and self.asks:
            given = str(click.prompt(said.contact, default="", show_default=False)).strip().removeprefix("mailto:")
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

    def _asked(self, question: str, usual_answer: str, understood: Callable[[str], str | None], otherwise: str) -> str:
        while True:
            said = str(click.prompt(question, default=usual_answer)).strip()
            found = understood(said)
            if found:
                return found
            click.echo(otherwise)


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
        stop("there is a folder maps with something in it, so nothing was written; begin in an empty folder")


def _write(place: Path, files: dict[str, str]) -> None:
    """Write every file, or none."""
    there = [path for path in files if (place / path).exists() or (place / path).is_symlink()]
    if there:
        stop(f"{', '.join(there)}: there already, so nothing was written; begin in an empty folder")
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
