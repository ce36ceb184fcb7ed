"""A second verb with the same subject: "was abducted and later killed"."""

from __future__ import annotations

import re

from headwater.reading.figures.classes import Line
from headwater.reading.figures.fates import together
from headwater.records.vocabulary import FigureOf

GROUP = r"(?P<aux>[hmyebxpo]{0,7}?(?:by?v,?&y?)?)(?P<fate>[TIA])"
"""A verb group with its fate, in the letters of a line (``classes``)."""
_THEN = re.compile(rf"(?:,?&|,){GROUP}(?![ast]?y?[NnwCd]|[as])")
BETWEEN = "[^.;qbhrN&jd]{0,45}?,?&[yjz]{0,3}"
"""From one verb to the next of the same subject."""
_LATER = re.compile(rf"{BETWEEN}(?:by{{0,2}})?(?P<fate>[TI])(?=[p,.;z]|$)")
_MAIN = re.compile(r"(?:[pz][tas]?[nwCz]{1,4}){0,2}[hm]{0,2}b{1,2}y?(?P<fate>[TI])")


def with_next(line: Line, match: re.Match[str]) -> FigureOf | None:
    """The fate of a verb group of ``GROUP``, with that of a second verb of the same subject."""
    fate = line.words[match.start("fate")].fate
    if fate is None:
        return None
    then = _THEN.match(line.letters, match.end())
    second = line.words[then.start("fate")].fate if then else None
    if then and second and second.of == "killed" and "y" in then["aux"]:
        return "killed"
    if second is None and match["aux"] == "" and (main := _MAIN.match(line.letters, match.end())):
        # "500 students held hostage were rescued": the main verb comes behind.
        second = line.words[main.start("fate")].fate
    return together(fate.of, second.of) if second else killed_later(line, match.end()) or fate.of


def killed_later(line: Line, at: int) -> FigureOf | None:
    """“was abducted from his home in Dorn and was later killed”: killed, if the same subject was."""
    return "killed" if later(line, at) == "killed" else None


def later(line: Line, at: int) -> FigureOf | None:
    """The fate of a second verb with the same subject: “was taken from his home and injured”."""
    then = _LATER.match(line.letters, at)
    fate = line.words[then.start("fate")].fate if then else None
    return fate.of if fate else None
