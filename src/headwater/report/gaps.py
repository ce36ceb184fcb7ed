"""What is missing: dates that nobody gave, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.records import Problem, Reading
from headwater.report.view import Trouble, TroubleGroup


def troubles(
    readings: Sequence[Reading], problems: Sequence[tuple[str, Problem]]
) -> tuple[TroubleGroup, ...]:
    """All problems, each once, those mended in one way together, in order of their codes; mere notes last.

    ``problems`` are of sources; one that a reading holds as well is shown as the reading's.
    """
    groups: dict[tuple[str, str], list[Trouble]] = {}
    own = list(_of_readings(readings))
    told = {(trouble.source, trouble.problem) for trouble in own}
    others = [pair for pair in dict.fromkeys(problems) if pair not in told]
    for trouble in (*own, *_of_sources(others, readings)):
        groups.setdefault((trouble.problem.code, trouble.problem.todo), []).append(trouble)
    found = [TroubleGroup(*key, tuple(groups[key])) for key in sorted(groups)]
    return tuple(sorted(found, key=lambda group: group.is_note))


def _of_readings(readings: Sequence[Reading]) -> Iterator[Trouble]:
    for article, reading in enumerate(readings, 1):
        for number, problem in enumerate(reading.problems, 1):
            words = "" if problem.span is None else problem.span.of(reading.document.text)
            place = f"d{article}-p{number}" if words.strip() else f"d{article}"
            yield Trouble(reading.document.source, article, place, " ".join(words.split()), problem)


def _of_sources(problems: Sequence[tuple[str, Problem]], readings: Sequence[Reading]) -> Iterator[Trouble]:
    articles = {r.document.source: number for number, r in enumerate(readings, 1)}
    for source, problem in problems:
        article = articles.get(source)
        yield Trouble(source, article, f"d{article}" if article else "", "", problem)
