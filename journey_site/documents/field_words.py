"""Fields as people call them who write in Swedish, Danish or Norwegian: ``tankar`` for ``thoughts``."""

from __future__ import annotations

from collections.abc import Container

_IN_OTHER_WORDS = {
    "name": "namn navn",
    "title": "titel tittel rubrik overskrift",
    "summary": "sammanfattning beskrivning sammendrag resumé resume beskrivelse ingress",
    "role": "roll rolle yrke",
    "age": "ålder alder",
    "location": "ort plats bor sted bosted",
    "quote": "citat sitat",
    "goals": "mål",
    "goal": "mål kundmål",
    "our_goal": "vårt_mål vores_mål",
    "needs": "behov",
    "frustrations": "frustrationer frustrasjoner hinder",
    "thoughts": "tankar tanker tänker tænker tenker",
    "questions": "frågor spørgsmål spørsmål",
    "actions": "handlingar handlinger gör gør gjør",
    "feelings": "känslor følelser",
    "emotion": "känsla følelse humör humør",
    "touchpoints": "kontaktpunkter kontaktpunkt beröringspunkter berøringspunkter",
    "content": "innehåll indhold innhold",
    "activities": "aktiviteter",
    "pains": "smärtor smärtpunkter smertepunkter problem problemer hinder",
    "gains": "vinster gevinster",
    "opportunities": "möjligheter muligheder muligheter förbättringar",
    "metrics": "mått mätetal nyckeltal måltal nøgletal nøkkeltall",
    "departments": "avdelningar afdelinger avdelinger",
    "owner": "ägare ejer eier ansvarig ansvarlig",
    "stages": "steg stadier faser trin",
    "steps": "delsteg deltrin",
    "next": "nästa næste neste",
    "duration": "varaktighet varighed varighet tidsåtgång",
    "waiting": "väntan väntetid ventetid",
    "trigger": "utlösare udløser utløser",
    "outcome": "resultat utfall udfald",
    "scenario": "scenarie situation",
    "model": "modell",
    "channel": "kanal",
    "channels": "kanaler",
    "image": "bild billede bilde",
    "portrait": "porträtt portræt portrett",
    "colour": "färg farve farge color",
    "language": "språk sprog",
    "reviewed": "granskad gennemgået gjennomgått",
    "evidence": "underlag belägg belæg belegg källa kilde",
    "status": "läge",
    "type": "typ",
    "share": "andel",
    "contact": "kontakt",
    "audience": "målgrupp målgruppe",
    "tags": "taggar etiketter",
    "note": "anteckning notering notat",
}


def in_other_words(key: str, fields: Container[str]) -> str | None:
    """The one of ``fields`` that is called ``key`` in another language; None where none or several are.

    >>> in_other_words("Tankar", ["thoughts", "pains"]), in_other_words("hinder", ["pains", "frustrations"])
    ('thoughts', None)
    """
    word = key.casefold().replace(" ", "_").replace("-", "_")
    meant = [field for field, words in _IN_OTHER_WORDS.items() if field in fields and word in words.split()]
    return meant[0] if len(meant) == 1 else None
