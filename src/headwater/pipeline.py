"""The order of the stations, nothing else."""

from __future__ import annotations

from dataclasses import replace

from headwater import intake, models, opinion, parts, reading, voices
from headwater.records import Document, Reading

STATIONS = ("reading", "parts", "voices", "events")
"""Names that ``annotate --stations`` takes, in their order; no station reads events yet."""

VERSIONS = {
    "intake": intake.VERSION,
    "reading": f"{reading.VERSION}+{models.VERSION}",
    "parts": parts.VERSION,
    "voices": f"{voices.VERSION}+{models.VERSION}",
    "opinion": opinion.VERSION,
}
"""The version of each station, kept with every document: a better station re-reads what is stale."""


def read_document(document: Document, stations: frozenset[str] = frozenset(STATIONS)) -> Reading:
    """Read one document with the named stations and those that they need.

    A function of the document alone: any number of workers gives the same.
    A document that is not in English is kept unread.
    """
    if document.language != "en":
        return Reading(document)
    unread = reading.link_boxes(document.text)
    whole, document = document, reading.blanked(document, unread)
    marked = reading.read_marks(document)
    marks = marked.marks
    passages = parts.find_parts(document, marks, unread)
    times, problems = reading.with_carried_days(
        document.text, marks.sentences, passages, marks.times, marked.problems
    )
    marks = replace(marks, times=times)
    found = voices.find_voices(
        document, marks, passages, marked.said, attribute="voices" in stations, unread=unread
    )
    stance = opinion.find_stance(document, marks, found.parts)
    told = found.attributions
    return Reading(
        document=whole,
        parts=found.parts,
        entities=found.entities,
        mentions=found.mentions,
        times=times,
        figures=marks.figures,
        attributions=told,
        problems=problems,
        stance=stance,
        forecasts=opinion.find_forecasts(document.text, marks, found.parts, stance, told)
        if "voices" in stations
        else (),
    )
