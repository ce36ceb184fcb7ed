"""The day that an export of a press database states, in the languages of the databases' pages.

Nexis writes it in the language of the article, Factiva in that of whoever
exports: a German university's export of The New York Times says "9 Januar 1993".
"""

from __future__ import annotations

import re
from datetime import date

from headwater.intake.moments import written_moment

_MONTHS = """
january januar janvier enero gennaio janeiro januari jänner
february februar février fevrier febrero febbraio fevereiro februari
march märz maerz marz mars marzo março marco maart
april avril abril aprile
may mai mayo maggio maio mei
june juni juin junio giugno junho
july juli juillet julio luglio julho
august août aout agosto augustus
september septembre septiembre setiembre settembre setembro
october oktober octobre octubre ottobre outubro
november novembre noviembre novembro
december dezember décembre decembre diciembre dicembre dezembro
"""
"""A line a month: English, German, French, Spanish, Italian, Portuguese, Dutch; with and without accents."""

_NUMBERS = {
    name: number for number, names in enumerate(_MONTHS.split("\n")[1:-1], start=1) for name in names.split()
}
_DAYS = """
monday tuesday wednesday thursday friday saturday sunday
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
lundi mardi mercredi jeudi vendredi samedi dimanche
lunes martes miércoles jueves viernes sábado domingo
lunedì martedì mercoledì giovedì venerdì sabato domenica
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
segunda-feira terça-feira quarta-feira quinta-feira sexta-feira
"""
_MONTH = rf"(?P<month>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|[a-z]{{3,4}}\.?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?!\d)"
_OF = r"(?:de\s+)?"
_WEEKDAY = rf"(?:(?:{'|'.join(_DAYS.split())})[.,]?\s+)?"
_FORMS = tuple(
    re.compile(_WEEKDAY + form, re.IGNORECASE)
    for form in (
        rf"{_DAY}\s*{_OF}{_MONTH},?\s+{_OF}{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_YEAR}年(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日",
        rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)",
    )
)
_VAGUE = re.compile(
    rf"(?:{'|'.join(_NUMBERS)}|spring|summer|fall|autumn|winter),?\s+{_YEAR}(?:[/-]\d{{2,4}})?", re.IGNORECASE
)
_BEHIND = re.compile(
    rf"[\s,;.]*|[\s,;.]+(?:(?:{'|'.join(_DAYS.split())})\b|\d{{1,2}}[:.]\d\d|.*\b(?:edition|final|edn|ausgabe|"
    r"correction)\b).{0,40}",
    re.IGNORECASE,
)
"""What may stand behind a date: weekday, hour, edition; with more the line is a headline or a sentence."""


def stated_day(text: str) -> str | None:
    """The day at the start of ``text``, else any that :func:`written_moment` finds in it; ISO 8601."""
    text = " ".join(text.split())
    found = next((match for form in _FORMS if (match := form.match(text))), None)
    return (_day(found) if found else None) or written_moment(text)


def is_stamp(line: str) -> bool:
    """Whether a line is a date, with no more than weekday, hour or edition behind it.

    Also one of a month or a season alone, whose day is not known.
    """
    line = " ".join(line.split())
    if _VAGUE.fullmatch(line):
        return True
    found = next((match for form in _FORMS if (match := form.match(line)) and _day(match)), None)
    return found is not None and _BEHIND.fullmatch(line, found.end()) is not None


def _day(match: re.Match[str]) -> str | None:
    named = match["month"].lower()
    number = int(named) if named.isdigit() else _NUMBERS.get(named) or _short(named)
    try:
        return date(int(match["year"]), number, int(match["day"])).isoformat()
    except ValueError:
        return None


def _short(name: str) -> int:
    """The month of an English short form such as "Sept."; 0 for another word."""
    head = name.rstrip(".")
    known = len(head) == 3 or head == "sept"
    english = (_NUMBERS[month] for month in _NUMBERS if known and month.startswith(head[:3]))
    return next(english, 0)
