"""The benchmark's handbook as YAML, for journey-site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from content import CHANNELS, DEPARTMENTS, Content, Journey, Persona, Stage, sentence

CONFIG = """site_name: Benchmark
docs_dir: maps
theme: {name: material, font: false, features: [navigation.prune, navigation.indexes, navigation.tabs]}
plugins: [search, journey-site]
"""


def write_handbook(folder: Path, content: Content) -> None:
    """Write mkdocs.yml and the handbook's YAML into ``folder``."""
    maps = folder / "maps"
    _write(
        maps / "handbook.yml",
        {
            "title": "A generated handbook",
            "language": "en",
            "summary": "As many pages as the benchmark asks for.",
            "departments": {each: {"name": each.capitalize()} for each in DEPARTMENTS},
            "channels": {each: {"name": each.capitalize()} for each in CHANNELS},
        },
    )
    _write(
        maps / "touchpoints.yml",
        {
            identity: {
                "name": f"Meeting point {identity[11:]}",
                "channel": CHANNELS[place % 4],
                "owner": DEPARTMENTS[place % 3],
                "summary": sentence(place),
            }
            for place, identity in enumerate(content.touchpoints)
        },
    )
    _write(
        maps / "content.yml",
        {
            identity: {
                "title": f"Guide {identity[6:]}",
                "type": "guide",
                "status": "live",
                "owner": DEPARTMENTS[place % 3],
                "summary": sentence(place + 5),
            }
            for place, identity in enumerate(content.content)
        },
    )
    for persona in content.personas:
        _write(maps / "personas" / f"{persona.id}.yml", _persona(persona))
    for journey in content.journeys:
        _write(maps / "journeys" / f"{journey.id}.yml", _journey(journey))
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")


def _write(path: Path, data: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=120)
    path.write_text(text, encoding="utf-8")


def _persona(persona: Persona) -> dict[str, Any]:
    number = persona.number
    return {
        "name": f"Persona {number}",
        "role": "Owner of a house",
        "quote": sentence(number),
        "summary": f"{sentence(number + 1)} {sentence(number + 2)}",
        "goals": [sentence(number + 3), sentence(number + 4)],
        "needs": [sentence(number + 5)],
        "frustrations": [sentence(number + 6), sentence(number + 8)],
        "channels": {"web": 4, "phone": 2},
    }


def _journey(journey: Journey) -> dict[str, Any]:
    number = journey.number
    return {
        "title": f"Journey {number}",
        "persona": journey.persona,
        "scenario": sentence(number),
        "trigger": sentence(number + 1),
        "outcome": sentence(number + 2),
        "owner": DEPARTMENTS[number % 3],
        "reviewed": "2026-03-01",
        "stages": {stage.id: _stage(stage) for stage in journey.stages},
    }


def _stage(stage: Stage) -> dict[str, Any]:
    return {
        "name": f"{stage.id.capitalize()} {stage.number}",
        "summary": sentence(stage.number + 4),
        "duration": "2-6 weeks",
        "emotion": stage.emotion,
        "goal": sentence(stage.number + 9),
        "our_goal": sentence(stage.number + 11),
        "thoughts": stage.said("thought", 3),
        "questions": stage.said("question", 2),
        "actions": stage.said("action", 2),
        "feelings": stage.said("feeling", 1),
        "touchpoints": [
            {"touchpoint": stage.touchpoints[0], "experience": 1, "note": sentence(stage.number)},
            stage.touchpoints[1],
        ],
        "content": stage.content,
        "pains": [{"text": said, "severity": 3} for said in stage.said("pain", 2)],
        "opportunities": [
            {"text": said, "impact": 4, "effort": 2, "owner": stage.owner}
            for said in stage.said("opportunity", 1)
        ],
        "activities": stage.said("activity", 1),
        "backstage": stage.said("backstage", 1),
        "metrics": [
            {"name": f"Measure {stage.number}", "value": stage.number * 3, "target": 900, "unit": "people"}
        ],
        "departments": [stage.owner],
        "owner": stage.owner,
    }
