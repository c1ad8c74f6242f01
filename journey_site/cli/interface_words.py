"""``journey-site translations words``: the site's own words as PO, to change one or to bring a language."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from journey_site.cli.folder import Folder, folder_argument, handbook_folder, stop
from journey_site.cli.screen import put
from journey_site.documents.language_names import code_of_language
from journey_site.documents.load import load_documents
from journey_site.documents.reading import quoted
from journey_site.reports.visible import visible
from journey_site.site.catalogues.offered import head_of, without, words_offered, words_po
from journey_site.site.language import CATALOGUES, Language
from journey_site.source.po import decoded_po, parse_po
from journey_site.translations.texts import Languages


@click.command("words")
@click.argument("language")
@folder_argument
@click.option("--find", default="", metavar="WORD", help="Only the texts with this word, in English or in LANGUAGE.")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write, such as maps/locales/sv.po; what stands in it stays, and what it lacks is added. Left out, all is printed.",
)  # fmt: skip
def words(language: str, folder: Path | None, find: str, output: Path | None) -> None:
    """Write the words of the site's own pages in LANGUAGE as a PO file, to change some or to bring a new language.

    Put into the folder "locales" of the handbook, such as locales/sv.po, it takes the place of our words. Exit codes: 0 fine,
    1 no text has the word of --find, 2 could not run.
    """
    place = handbook_folder(folder)
    code = _code(language, place)
    offered = words_offered(Language(code).code, place.path / CATALOGUES, find.strip())
    if not offered:
        click.echo(f"No text of the site has the word {quoted(visible(find))}, in English or in {visible(code)}.", err=True)
        sys.exit(1)
    head = head_of(code, Language("en").named(code), f"{CATALOGUES}/{code}.po")
    if output is None:
        put((line for part in (head, *words_po(offered, code)) for line in part.split("\n")), sys.stdout)
        return
    try:
        before = output.read_bytes() if output.exists() else b""
        text = decoded_po(before)
        if text is None:
            stop(f"{visible(str(output))} cannot be read: save it as UTF-8")
        added = without(offered, parse_po(text).entries)
        if added or not before:
            begun = text.rstrip() + "\n\n" if text.strip() else head + "\n"
            output.parent.mkdir(parents=True, exist_ok=True)
            output.write_text(begun + "\n".join(words_po(added, code)), encoding="utf-8", newline="\n")
    except OSError as error:
        stop(f"{visible(str(output))} could not be written: {error.strerror or type(error).__name__}")
    there = len(offered) - len(added)
    click.echo(f"{visible(str(output))}: {len(added):,} texts added{f', {there:,} stood there already' if there else ''}.")


def _code(named: str, place: Folder) -> str:
    """The code of a language, as the handbook writes it; it may not have that language yet."""
    languages = Languages.of(load_documents(place.path, place.shown).handbook)
    found = languages.declared(named)
    if found is not None:
        return found
    code = named.strip().replace("_", "-")
    known = code_of_language(code)
    if known is None or code.split("-")[0].casefold() not in (known, "no"):
        meant = f": did you mean {languages.declared(known) or known}?" if known else ", such as sv or pt-BR"
        stop(f'"{visible(named)}" is no code of a language{meant}')
    every = ", ".join((*languages.every, code))
    click.echo(f"{visible(code)} is no language of this handbook yet: add it in handbook.yml, languages: [{visible(every)}]", err=True)
    return code
