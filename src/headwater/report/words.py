"""The closed vocabularies of the records, in words for a reader."""

from __future__ import annotations

import re

from headwater.records import Attribution, Figure, Forecast, Occasion, Reading, Time
from headwater.records.units import in_base_unit

FORMS = {"direct": "word for word", "indirect": "indirect speech", "mixed": "partly word for word"}
POLARITIES = {"denies": "denies this", "declines": "declines to say"}
CERTAINTIES = {
    "probable": "held to be probable",
    "possible": "held to be possible",
    "unknown": "certainty left open",
}
SAYINGS = {
    "future": "not said yet: only expected",
    "hypothetical": "not told as said: only supposed",
    "negated": "told as not said",
}
SOURCES = {
    "unnamed_person": "unnamed person",
    "unnamed_group": "unnamed group",
    "anonymous": "name withheld",
    "document": "from a document",
    "social_post": "from a post",
    "author": "the author’s own word",
}
BASES = {
    "witness": "saw or heard it",
    "participant": "took part",
    "hearsay": "told by another",
}
OCCASIONS = {
    "news_conference": "at a news conference",
    "reporters": "told reporters",
    "statement": "in a statement",
    "interview": "in an interview",
    "testimony": "in testimony",
    "speech": "in a speech",
    "post": "in a post",
    "letter": "in a letter",
    "email": "in an e-mail",
}
STANCES = {
    "opinion": "Opinion: what is not marked as somebody else’s is the author’s own view",
    "report": "Reads as a report",
}
_MODALITIES = {"going_to": "is going to", "likely": "is likely", "unlikely": "is unlikely"}
FIELDS = {"published": "date", "byline": "author", "url": "address", "language": "language"}
_BASES = {
    "explicit": "stated in full",
    "published": "counted from the page’s date",
    "dateline": "counted from the dateline",
    "given": "counted from the date given by hand",
    "context": "worked out from its surroundings",
    "unanchored": "not resolved: no date to count from",
}
_MODS = {"start": "early", "mid": "mid", "end": "late", "approx": "about"}
_HEDGES = {
    "about": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "at most ",
    "less_than": "less than ",
}
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def manner(attribution: Attribution) -> tuple[str, ...]:
    """How a statement is held, in a few words each: only what a reader must know.

    An asserted, certain statement of a named speaker gives its form alone; what nobody
    has said yet, or at all, says so first.
    """
    words = [
        "read unsurely: check the words" if attribution.unsure else None,
        SAYINGS.get(attribution.modality),
        "an attitude, not a statement" if attribution.sort == "attitude" else None,
        FORMS[attribution.form],
        POLARITIES.get(attribution.polarity),
        "in the negative" if attribution.content_negated else None,
        CERTAINTIES.get(attribution.certainty),
        SOURCES.get(attribution.source_kind),
        _basis(attribution),
        _occasion(attribution.occasion),
    ]
    return tuple(word for word in words if word)


def _basis(attribution: Attribution) -> str | None:
    """How the speaker knows; a briefing is told by its occasion, a source that is a document by its kind."""
    if attribution.basis == "document" and attribution.source_kind != "document":
        return "rests on a document"
    return BASES.get(attribution.basis or "")


def _occasion(occasion: Occasion | None) -> str | None:
    """Where it was said, as "told reporters, 4 May 2016"."""
    if occasion is None:
        return None
    words = OCCASIONS[occasion.kind]
    return f"{words}, {day(occasion.day)}" if occasion.day else words


def day(value: str | None) -> str:
    """An ISO 8601 date or date-time as "17 December 2024", as far as it goes; else as it is."""
    found = _DATE.match(value or "")
    if value is None or found is None:
        return value or "no date"
    year, month, date = found.groups()
    if month is None or not 1 <= int(month) <= 12:
        return year
    return " ".join(filter(None, [date and str(int(date)), _MONTHS[int(month) - 1], year]))


def meaning_of_time(time: Time) -> str:
    """What a time expression was taken to mean, as "late 2024-10"."""
    if time.value is None:
        return "not resolved"
    return f"{_MODS[time.mod]} {time.value}" if time.mod else time.value


def basis_of_time(time: Time) -> str:
    """What the value of a time expression rests on."""
    return f"{_BASES[time.basis]}, {time.anchor}" if time.anchor else _BASES[time.basis]


def forecast_by(forecast: Forecast) -> str:
    """What a forecast is, as "the author’s own forecast (will)"."""
    return f"the author’s own forecast ({_MODALITIES.get(forecast.modality, forecast.modality)})"


def meaning_of_figure(figure: Figure) -> str:
    """A figure and what it counts, as "killed or wounded: about 30"."""
    number = _HEDGES.get(figure.hedge, "") + _interval(figure)
    unit = f" {figure.unit}" if figure.unit not in (None, "person") else ""
    of = {"casualties": "killed or wounded", "other": ""}.get(figure.of, figure.of)
    return f"{of}: {number}{unit}" if of else f"{number}{unit}"


_STATUSES = {"civilian": "civilians", "combatant": "combatants"}


def around_figure(figure: Figure, text: str) -> str:
    """Whom a figure counts, over what time, as of when: "Irelian, combatants · since May"."""
    whom = [figure.side.of(text) if figure.side else "", _STATUSES.get(figure.status or "", "")]
    when = [s.of(text) for s in (figure.window, figure.as_of) if s is not None]
    told = [in_other_unit(figure), ", ".join(filter(None, whom)), *when]
    return " · ".join(" ".join(part.split()) for part in told if part)


def in_other_unit(figure: Figure) -> str:
    """What is told in miles or pounds in metres, kilometres or kilograms: "more than 32.2 km"."""
    measured = in_base_unit(figure)
    if measured is None or figure.unit in _PLAIN_UNITS:
        return ""
    low, high, unit = measured
    bounds = list(dict.fromkeys(b for b in (low, high) if b is not None))
    if unit == "m" and max(bounds, default=0) >= _KILOMETRE:
        bounds, unit = [b / _KILOMETRE for b in bounds], "km"
    number = " to ".join(map(_three_digits, bounds))
    return f"{_HEDGES.get(figure.hedge, '')}{number} {unit}" if bounds else ""


_PLAIN_UNITS = ("km", "m", "cm", "mm", "kg", "g")
_KILOMETRE = 1000
_THOUSAND = 999.5  # what three digits would round to a thousand


def _three_digits(value: float) -> str:
    return f"{value:,.0f}" if value >= _THOUSAND else f"{value:.3g}"


def tie_of_figure(figure: Figure, reading: Reading) -> str:
    """Which other figure this one repeats or is a part of, by that figure's words; or nothing."""
    for index, tie in ((figure.part_of, "part of"), (figure.same_as, "the same as")):
        if index is not None and 0 <= index < len(reading.figures):
            return f"{tie} “{reading.figures[index].span.of(reading.document.text)}”"
    return ""


def _interval(figure: Figure) -> str:
    low, high = figure.low, figure.high
    if figure.hedge in ("at_most", "less_than") or low is None:
        return _number(high)
    if figure.hedge in ("at_least", "more_than") or high is None or low == high:
        return _number(low)
    return f"{_number(low)} to {_number(high)}"


def _number(value: float | None) -> str:
    if value is None:
        return "?"
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
