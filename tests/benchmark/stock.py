"""The same handbook as Markdown pages that somebody wrote, for MkDocs and Material as they come."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from content import CHANNELS, DEPARTMENTS, Content, Journey, Persona, Stage, sentence

CONFIG = """site_name: Benchmark
theme: {{name: material, font: false, features: [{features}]}}
plugins: [search]
"""


def write_stock(folder: Path, content: Content, features: str) -> None:
    """Write mkdocs.yml and the Markdown into ``folder``."""
    docs = folder / "docs"
    _write(docs / "index.md", _start(content))
    _write(docs / "personas/index.md", "# Personas\n\n" + _list(f"[Persona {each.number}]({each.id}.md)" for each in content.personas))
    _write(docs / "journeys/index.md", "# Journeys\n\n" + _list(f"[Journey {each.number}]({each.id}/index.md)" for each in content.journeys[:500]))
    for persona in content.personas:
        _write(docs / f"personas/{persona.id}.md", _persona(persona))
        _write(docs / f"print/{persona.id}.md", _booklet(persona))
        for journey in persona.journeys:
            _write(docs / f"journeys/{journey.id}/index.md", _journey(journey, persona))
            for stage in journey.stages:
                _write(docs / f"journeys/{journey.id}/{stage.id}.md", _stage(stage, journey, persona))
    for kind, things in (("touchpoints", content.touchpoints), ("content", content.content)):
        _write(docs / f"{kind}/index.md", f"# {kind.capitalize()}\n\n" + _list(f"[{each}]({each}.md)" for each in things[:500]))
        for place, thing in enumerate(things):
            _write(docs / f"{kind}/{thing}.md", _thing(kind, thing, place, content))
    for kind, names in (("departments", DEPARTMENTS), ("channels", CHANNELS)):
        _write(docs / f"{kind}/index.md", f"# {kind.capitalize()}\n\n" + _list(f"[{each}]({each}.md)" for each in names))
        for name in names:
            _write(docs / f"{kind}/{name}.md", f"# {name.capitalize()}\n\n" + _list(sentence(place) for place in range(20)))
    for kind in ("pains", "opportunities", "metrics"):
        _write(docs / f"{kind}/index.md", f"# {kind.capitalize()}\n\n" + _list(sentence(place) for place in range(200)))
    (folder / "mkdocs.yml").write_text(CONFIG.format(features=features), encoding="utf-8")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _list(lines: Iterable[str]) -> str:
    return "".join(f"- {line}\n" for line in lines) + "\n"


def _start(content: Content) -> str:
    cards = (f"[Persona {each.number}](personas/{each.id}.md): {sentence(each.number)}" for each in content.personas[:24])
    rows = (f"[Journey {each.number}](journeys/{each.id}/index.md)" for each in content.journeys[:50])
    return "# A generated handbook\n\nAs many pages as the benchmark asks for.\n\n## Personas\n\n" + _list(cards) + "## Journeys\n\n" + _list(rows)


def _persona(persona: Persona) -> str:
    number = persona.number
    return (
        f"# Persona {number}\n\nOwner of a house\n\n> {sentence(number)}\n\n{sentence(number + 1)} {sentence(number + 2)}\n\n"
        f"## Goals\n\n{_list([sentence(number + 3), sentence(number + 4)])}## Needs\n\n{_list([sentence(number + 5)])}"
        f"## Frustrations\n\n{_list([sentence(number + 6), sentence(number + 8)])}## Channels\n\n- Web: 4\n- Phone: 2\n\n"
        "## Journeys\n\n" + _list(f"[Journey {each.number}](../journeys/{each.id}/index.md)" for each in persona.journeys)
    )


def _booklet(persona: Persona) -> str:
    parts = [f"# Persona {persona.number}\n"]
    for journey in persona.journeys:
        parts.append(f"## Journey {journey.number}\n")
        parts += [f"### {stage.id.capitalize()}\n\n" + _list(stage.said("thought", 3)) for stage in journey.stages]
    return "\n".join(parts)


def _journey(journey: Journey, persona: Persona) -> str:
    head = "| | " + " | ".join(f"[{stage.id.capitalize()} {stage.number}]({stage.id}.md)" for stage in journey.stages) + " |\n"
    line = "|---" * (len(journey.stages) + 1) + "|\n"
    lanes = (("thought", 3), ("question", 2), ("action", 2), ("feeling", 1), ("pain", 2), ("opportunity", 1), ("activity", 1), ("backstage", 1))
    rows = [f"| {lane.capitalize()} | " + " | ".join("<br>".join(stage.said(lane, many)) for stage in journey.stages) + " |" for lane, many in lanes]
    rows.append("| Touchpoints | " + " | ".join(" ".join(f"[{each}](../../touchpoints/{each}.md)" for each in stage.touchpoints) for stage in journey.stages) + " |")
    rows.append("| Content | " + " | ".join(" ".join(f"[{each}](../../content/{each}.md)" for each in stage.content) for stage in journey.stages) + " |")
    rows.append("| Emotion | " + " | ".join(str(stage.emotion) for stage in journey.stages) + " |")
    return (
        f"# Journey {journey.number}\n\n[Persona {persona.number}](../../personas/{persona.id}.md)\n\n{sentence(journey.number)}\n\n"
        f"- Trigger: {sentence(journey.number + 1)}\n- Outcome: {sentence(journey.number + 2)}\n\n{head}{line}" + "\n".join(rows) + "\n"
    )


def _stage(stage: Stage, journey: Journey, persona: Persona) -> str:
    where = [each.id for each in journey.stages].index(stage.id)
    ways = [f"[{label}]({journey.stages[place].id}.md)" for label, place in (("Before", where - 1), ("Next", where + 1)) if 0 <= place < len(journey.stages)]
    sections = "".join(
        f"## {lane.capitalize()}\n\n" + _list(stage.said(lane, many))
        for lane, many in (("thought", 3), ("question", 2), ("action", 2), ("feeling", 1), ("pain", 2), ("opportunity", 1), ("activity", 1), ("backstage", 1))
    )
    return (
        f"# {stage.id.capitalize()} {stage.number}\n\n[Persona {persona.number}](../../personas/{persona.id}.md) / [Journey {journey.number}](index.md)\n\n"
        f"{sentence(stage.number + 4)}\n\n- Time: 2 to 6 weeks\n- Emotion: {stage.emotion}\n- Goal: {sentence(stage.number + 9)}\n- Our goal: {sentence(stage.number + 11)}\n\n"
        f"{sections}## Touchpoints\n\n{_list(f'[{each}](../../touchpoints/{each}.md): {sentence(stage.number)}' for each in stage.touchpoints)}"
        f"## Content\n\n{_list(f'[{each}](../../content/{each}.md)' for each in stage.content)}"
        f"## Metrics\n\n| Name | Value | Target |\n|---|---|---|\n| Measure {stage.number} | {stage.number * 3} | 900 |\n\n"
        f"## Owner\n\n[{stage.owner}](../../departments/{stage.owner}.md)\n\n{' '.join(ways)}\n"
    )


def _thing(kind: str, thing: str, place: int, content: Content) -> str:
    owner = content.personas[min(place // (3 if kind == "touchpoints" else 2), len(content.personas) - 1)]
    used = [
        f"[{stage.id.capitalize()} {stage.number}](../journeys/{journey.id}/{stage.id}.md)"
        for journey in owner.journeys for stage in journey.stages if thing in (*stage.touchpoints, *stage.content)
    ]  # fmt: skip
    department = DEPARTMENTS[place % 3]
    return f"# {thing}\n\n{sentence(place)}\n\n- Owner: [{department}](../departments/{department}.md)\n\n## Where it is met\n\n{_list(used)}"
