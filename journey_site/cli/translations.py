"""``journey-site translations``: how complete each language is, and texts as PO to a translator and back."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import click

from journey_site.atlas.link import link
from journey_site.cli.audience import for_audience
from journey_site.cli.difference import show_difference
from journey_site.cli.folder import Folder, folder_argument, handbook_folder, stop
from journey_site.cli.interface_words import words
from journey_site.cli.save import save, write
from journey_site.cli.screen import paint_for, put
from journey_site.documents.documents import Documents
from journey_site.documents.language_names import code_of_language
from journey_site.documents.load import load_documents
from journey_site.documents.reading import quoted
from journey_site.edit.translate import Translated, translated
from journey_site.editions import UnknownAudience, edition
from journey_site.exchange.translations_json import translations_json
from journey_site.exchange.translations_po import NotPo, read_answer, translations_po
from journey_site.problems import Severity
from journey_site.reports.translations import percent, translations_text
from journey_site.reports.visible import visible
from journey_site.site.language import CATALOGUES
from journey_site.translations.answers import Answer, Matched, Refusal, Wish, matched
from journey_site.translations.completeness import completeness
from journey_site.translations.outdated import CHECKED, outdated_translations
from journey_site.translations.texts import (
    HANDBOOK,
    Languages,
    Translatable,
    texts_of,
    texts_within,
    words_in,
)

_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*%?")
_MOST_REPLACED = 20
_REPORT = "report"
"""The command that is meant where none is named."""


class _Translations(click.Group):
    """``translations`` alone tells how complete the languages are; ``export`` and ``import`` are commands of their own."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = [_REPORT, *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "[OPTIONS] [FOLDER]")
        formatter.write_usage(ctx.command_path, "export [OPTIONS] LANGUAGE [FOLDER]", prefix="   or: ")
        formatter.write_usage(ctx.command_path, "import [OPTIONS] FILE [FOLDER]", prefix="   or: ")
        formatter.write_usage(ctx.command_path, "words [OPTIONS] LANGUAGE [FOLDER]", prefix="   or: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.commands[_REPORT].format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


def _share(_context: click.Context, _option: click.Parameter, words: str | None) -> float | None:
    """``95%`` or ``95``, in percent."""
    if words is None:
        return None
    found = _PERCENT.fullmatch(words.strip())
    if found is None or float(found[1]) > 100 or (0 < float(found[1]) < 1 and "%" not in words):
        raise click.BadParameter(f'"{words}" should be a share from 0% to 100%, such as 95%')
    return float(found[1])


@click.group(cls=_Translations)
def translations() -> None:
    """Tell how much of the handbook in FOLDER stands in each of its languages, and what is missing or out of date.

    "export" writes the texts to translate as a PO file, which translators' tools open; "import" writes their answer
    into the YAML. "words" writes the site's own words around them, to change one or to bring a language. Without FOLDER
    it is the one that mkdocs.yml says, else the folder "maps". Exit codes: 0 fine, 1 a language is less complete than
    --fail-under, or errors in the handbook, 2 could not run.
    """


translations.add_command(words)
_for_audience = for_audience("Only the texts that this edition tells.")


@translations.command(_REPORT, hidden=True)
@folder_argument
@click.option("--language", "codes", multiple=True, metavar="CODE", help="Only this language, with every text; may be repeated.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How it is printed.")
@click.option(
    "--fail-under", "least", callback=_share, metavar="SHARE", help="End with exit code 1 when a language is less complete, such as 95%."
)
@_for_audience
def report(folder: Path | None, codes: Sequence[str], form: str, least: float | None, audience: str) -> None:
    """Tell how complete each language is."""
    place = handbook_folder(folder)
    documents = _read(place)
    languages = Languages.of(documents.handbook)
    wanted = tuple(dict.fromkeys(_declared(code, languages) for code in codes)) or languages.every
    texts = _texts(documents, place, audience)
    outdated = outdated_translations(place.path, place.shown, texts, wanted, languages)
    found = [completeness(texts, language, languages, outdated) for language in wanted]
    if form == "json":
        click.echo(translations_json(found, languages, outdated))
    elif len(languages.every) == 1:
        example = _with("sv" if languages.own == "en" else "en", languages)
        click.echo(f"The handbook has one language, {languages.own}; others are added in handbook.yml, such as {example}")
    else:
        put(translations_text(found, languages, outdated, paint_for(sys.stdout), whole=bool(codes)), sys.stdout)
    below = [each for each in found if least is not None and each.whole.share * 100 < least]
    for each in below:
        click.echo(f"{each.language} is {percent(each.whole)} complete, and at least {least:g}% is asked for.", err=True)
    sys.exit(1 if _tell_errors(documents) or below else 0)


@translations.command("export")
@click.argument("language")
@folder_argument
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write; left out, it is printed.")
@_for_audience
def export_texts(language: str, folder: Path | None, output: Path | None, audience: str) -> None:
    """Write the texts to translate into LANGUAGE as a PO file, with the translations that are there.

    What is out of date is marked as needing work (fuzzy), with the words from which it was translated. Exit codes:
    0 fine, 1 errors in the handbook, so that texts may be missing, 2 could not run.
    """
    place = handbook_folder(folder)
    documents = _read(place)
    languages = Languages.of(documents.handbook)
    code = _declared(language, languages)
    texts = _texts(documents, place, audience)
    outdated = outdated_translations(place.path, place.shown, texts, [code], languages)
    title = documents.handbook.name.best(languages.own).words
    data = translations_po(texts, code, languages, title, outdated)
    if output is None:
        click.echo(data, nl=False)
    else:
        try:
            write(output, data) if output.exists() else output.write_bytes(data)
        except OSError as error:
            stop(f"{output} could not be written: {error.strerror or type(error).__name__}")
        part = completeness(texts, code, languages, outdated).whole
        old = f", {part.outdated:,} out of date" if part.outdated else ""
        click.echo(f"{visible(str(output))}: {part.missing:,} of {part.texts:,} texts to translate{old}.")
    sys.exit(1 if _tell_errors(documents) else 0)


@translations.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@folder_argument
@click.option("--language", default="", metavar="CODE", help="The language of FILE; left out, the one that its head names.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would be changed.")
def import_texts(file: Path, folder: Path | None, language: str, diff: bool) -> None:
    """Write the translations in the PO file FILE into the handbook's YAML.

    Nothing but those texts changes: comments and layout stay. What is marked as needing work is left alone. Exit
    codes: 0 fine, 1 something could not be imported and is named, 2 could not run.
    """
    place = handbook_folder(folder)
    answer = _answer(file)
    if len(answer.entries) > 1 and not any(entry.context for entry in answer.entries):
        _cannot_read(
            file, "it says of no text which one it is (msgctxt), as an export does; words of the site's own pages belong into "
            f"{CATALOGUES}/{answer.language or 'sv'}.po"
        )  # fmt: skip
    documents = _read(place)
    languages = Languages.of(documents.handbook)
    named = language or answer.language
    if not named:
        stop(f"{visible(str(file))} does not say its language: add --language CODE")
    code = _declared(named, languages)
    found = matched(answer.entries, texts_of(documents), code, languages)
    result = translated(place.path, place.shown, documents, found.wishes, code)
    if diff:
        show_difference(result.changes)
    else:
        save(result.changes, place.path)
    refused = sorted((*found.refused, *result.refused), key=lambda each: each.entry.line)
    for each in refused:
        _tell_refusal(file, each)
    _tell_replaced([wish for wish in result.written if words_in(wish.text.text, code)], code)
    click.echo(_said(found, result, refused, told=diff), err=diff)
    if any(True for _ in _checked_again(place, documents, found, code, languages)):
        click.echo(f"Texts that had changed keep their translation: say so when you commit, in a last line {CHECKED}: {code}", err=True)
    sys.exit(1 if refused else 0)


def _checked_again(place: Folder, documents: Documents, found: Matched, code: str, languages: Languages) -> Iterator[Translatable]:
    """Texts whose source has changed, and whose translation comes back as it was and is not marked."""
    outdated = outdated_translations(place.path, place.shown, found.same, [code], languages)
    return (text for text in found.same if (text.context, code) in outdated.found)


def _read(place: Folder) -> Documents:
    return load_documents(place.path, place.shown)


def _texts(documents: Documents, place: Folder, audience: str) -> list[Translatable]:
    """Every text, or those that an edition tells."""
    texts = texts_of(documents)
    if not audience:
        return texts
    atlas, _ = link(documents)
    try:
        seen = edition(atlas, audience)
    except UnknownAudience as reason:
        stop(str(reason))
    told = {text.place for text in texts_within(seen.handbook, HANDBOOK)}
    told |= {text.place for kind, thing in seen.things() for text in texts_within(thing, kind)}
    return [text for text in texts if text.place in told]


def _declared(code: str, languages: Languages) -> str:
    """The handbook's own code for a language; stops where it declares none."""
    found = languages.declared(code)
    if found is not None:
        return found
    code = code.replace("_", "-")
    known = code_of_language(code)
    if known is not None and code.split("-")[0].casefold() not in (known, "no"):
        stop(f'"{visible(code)}" is no code of a language: did you mean {languages.declared(known) or known}?')
    stop(f'"{visible(code)}" is no language of this handbook: add it in handbook.yml, {visible(_with(code, languages))}')


def _with(code: str, languages: Languages) -> str:
    every = languages.every if code in languages.every else (*languages.every, code)
    return f"languages: [{', '.join(every)}]"


def _answer(file: Path) -> Answer:
    try:
        return read_answer(file.read_bytes())
    except OSError as error:
        _cannot_read(file, error.strerror or type(error).__name__)
    except NotPo as reason:
        _cannot_read(file, str(reason))


def _cannot_read(file: Path, why: str) -> NoReturn:
    stop(f"{visible(str(file))} cannot be read: {visible(why)}")


def _tell_errors(documents: Documents) -> bool:
    """Whether there are errors, so that texts may be missing; says so."""
    wrong = sum(problem.severity is Severity.ERROR for problem in documents.problems)
    if wrong:
        errors = "1 error" if wrong == 1 else f"{wrong:,} errors"
        click.echo(f"{errors} in the handbook, so texts may be missing here: journey-site check tells what to do.", err=True)
    return bool(wrong)


def _tell_refusal(file: Path, refusal: Refusal) -> None:
    where = click.style(f"{visible(str(file))}:{refusal.entry.line}", bold=True)
    click.echo(f"{where}: {click.style('not imported', fg='yellow')}: {visible(refusal.entry.context or quoted(refusal.entry.source))}", err=True)
    click.echo(f"      {visible(refusal.why)}", err=True)


def _tell_replaced(wishes: Sequence[Wish], code: str) -> None:
    """The words that others take the place of: somebody may have written them after the file was exported."""
    for wish in wishes[:_MOST_REPLACED]:
        click.echo(f"{wish.text.place}: {quoted(words_in(wish.text.text, code))} is now {quoted(wish.words)}", err=True)
    if len(wishes) > _MOST_REPLACED:
        click.echo(f"and {len(wishes) - _MOST_REPLACED:,} more that said something else: --diff shows all", err=True)


def _said(found: Matched, result: Translated, refused: Sequence[Refusal], *, told: bool) -> str:
    """What was done, or would be, in one line."""
    files = len(result.changes.texts)
    where = f" in {_count(files, 'file')}" if files else ""
    parts = [f"{_count(len(result.written), 'text')} {'would be written' if told else 'written'}{where}"]
    parts += [f"{len(found.same):,} as before"] if found.same else []
    parts += [f"{found.unfinished:,} marked as needing work and left alone"] if found.unfinished else []
    parts += [f"{found.empty:,} not translated yet"] if found.empty else []
    parts += [f"{len(refused):,} not imported"] if refused else []
    return ", ".join(parts) + "."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
