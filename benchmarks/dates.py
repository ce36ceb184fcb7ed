"""How well times are found and read, against the TimeML articles of AQUAINT.

    HEADWATER_GOLD=../shared/data python -m benchmarks.dates [--errors]

A gold TIMEX3 of the body counts where its type is DATE, TIME, DURATION or SET.
A time of ours is matched with the first gold one that it overlaps; its value is
right where the two say the same in their own notations (``2000-W6`` and
``2000-W06``, ``1998-FA`` and ``1998-23``, a part of the day left out). Gold
values that ISO 8601 does not have (``PRESENT_REF``, ``PXY``) count as missed:
the first figures are those of the whole gold, not of a convenient part.

**Plain dates** are the gold's DATE and TIME with a value that names a year: no
lengths, no sets, no "now". Ours are our dates and times with a value, less those
that lie on gold of another kind.

``--dateparser PYTHON`` adds the figures of dateparser's ``search_dates`` beside
ours; ``PYTHON`` is one that has it (``python -m venv v; v/bin/pip install
dateparser``). It gets the day of publication as its base. As it gives a full
day for whatever it finds, a day counts as right for a gold month or year too
where the gold's value begins it: that is in its favour.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.measures import Counts
from headwater.reading.dates import find_times
from headwater.reading.sentences import paragraphs, sentences

GOLD = Path(os.environ.get("HEADWATER_GOLD", "../shared/data"))
_YEAR = re.compile(r"\d{3}[\dX]|\d{2}XX")
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


@dataclass(frozen=True)
class Stamp:
    """A time in a text: offsets, value, and how the words read."""

    start: int
    end: int
    value: str | None
    words: str
    type: str = ""

    @property
    def plain(self) -> bool:
        """Whether it is a date of the calendar."""
        return self.type in ("DATE", "TIME") and self.value is not None and bool(_YEAR.match(self.value))


@dataclass(frozen=True)
class Score:
    """Counts over all texts: gold, ours, and those found by overlap, by edges, by value."""

    gold: int
    ours: int
    overlap: int
    strict: int
    value: int

    def f1(self, hits: int) -> float:
        """Harmonic mean of precision and recall for that many hits."""
        return 2 * hits / (self.gold + self.ours) if self.gold + self.ours else 0.0


def same_value(left: str | None, right: str | None) -> bool:
    """Whether two values say the same in their own notations."""
    return left is not None and right is not None and _plain(left) == _plain(right)


def _plain(value: str) -> str:
    value = re.sub(r"T(?:MO|MI|AF|EV|NI|DT)$", "", value)
    value = re.sub(r"-(SP|SU|FA|WI)$", lambda m: "-" + _SEASONS[m[1]], value)
    value = re.sub(r"-W(\d)$", r"-W0\1", value)
    return re.sub(r"(?:-XX)+$", "", value)


def score(pairs: Iterable[tuple[Sequence[Stamp], Sequence[Stamp]]]) -> Score:
    """Sums over (gold, ours) of each text."""
    gold = ours = overlap = strict = value = 0
    for wanted, got in pairs:
        gold, ours = gold + len(wanted), ours + len(got)
        for want in wanted:
            hit = next((g for g in got if g.start < want.end and want.start < g.end), None)
            if hit is None:
                continue
            overlap += 1
            strict += (hit.start, hit.end) == (want.start, want.end)
            value += same_value(want.value, hit.value)
    return Score(gold, ours, overlap, strict, value)


def plain_only(gold: Sequence[Stamp], ours: Sequence[Stamp]) -> tuple[list[Stamp], list[Stamp]]:
    """The plain dates of both sides, without ours that lie on gold of another kind."""
    others = [g for g in gold if not g.plain]
    kept = [s for s in ours if s.plain and not any(s.start < g.end and g.start < s.end for g in others)]
    return [g for g in gold if g.plain], kept


def read_tml(path: Path) -> tuple[str, str, list[Stamp]]:
    """Text, day of publication and gold stamps of one article."""
    root = ElementTree.parse(path).getroot()  # noqa: S314 - a local file of the gold
    published = root.findall(".//DCT/TIMEX3")[0].get("value", "")[:10]
    body = root.find("TEXT")
    text, stamps = "", []
    assert body is not None
    for piece, tag in _pieces(body):
        if tag is not None:
            stamps.append(
                Stamp(len(text), len(text) + len(piece), tag.get("value"), piece, tag.get("type", ""))
            )
        text += piece
    return text, published, stamps


def _pieces(element: ElementTree.Element) -> Iterable[tuple[str, ElementTree.Element | None]]:
    if element.tag == "TIMEX3":
        yield "".join(element.itertext()), element
    else:
        yield element.text or "", None
        for child in element:
            yield from _pieces(child)
            yield child.tail or "", None


def ours_of(text: str, published: str) -> list[Stamp]:
    """What the tagger finds."""
    split = sentences(text, paragraphs(text))
    times, _ = find_times(text, split, published=published)
    return [Stamp(t.span.start, t.span.end, t.value, t.span.of(text), t.type.upper()) for t in times]


def theirs_of(python: str, articles: Sequence[tuple[str, str]]) -> list[list[Stamp]]:
    """What dateparser finds in each (text, day of publication), read by a Python that has it."""
    run = subprocess.run(
        [python, "-c", _DATEPARSER], input=json.dumps(articles), capture_output=True, text=True, check=True
    )
    found = []
    for (text, _), pairs in zip(articles, json.loads(run.stdout), strict=True):
        stamps, at = [], 0
        for words, day in pairs:
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
                stamps.append(Stamp(start, at, day, words, "DATE"))
        found.append(stamps)
    return found


_DATEPARSER = """
import json, sys
from datetime import datetime
from dateparser.search import search_dates
out = []
for text, day in json.load(sys.stdin):
    base = datetime.fromisoformat(day)
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    found = search_dates(text, languages=["en"], settings=settings)
    out.append([(words, when.date().isoformat()) for words, when in found or []])
print(json.dumps(out))
"""


def coarse(gold: Sequence[Stamp], ours: Sequence[Stamp]) -> list[Stamp]:
    """Ours with the gold's value where the gold's is the beginning of ours: a day in that month or year."""
    out = []
    for one in ours:
        want = next((g for g in gold if one.start < g.end and g.start < one.end), None)
        fits = want and want.value and one.value and one.value.startswith(_plain(want.value)[:10])
        out.append(replace(one, value=want.value) if want and fits else one)
    return out


def table(folder: Path) -> dict[str, list[Counts]]:
    """For the gate: times found, right values, and right values of plain dates, article by article."""
    out: dict[str, list[Counts]] = {"times found": [], "right value": [], "right value, plain dates": []}
    for path in sorted(folder.glob("*.tml")):
        text, published, gold = read_tml(path)
        ours = ours_of(text, published)
        every, plain = score([(gold, ours)]), score([plain_only(gold, ours)])
        for name, total, hits in zip(
            out, (every, every, plain), (every.overlap, every.value, plain.value), strict=True
        ):
            out[name].append(Counts(hits, total.ours, hits, total.gold))
    return out


def main() -> int:
    """Print the measures with their counts; with ``--errors``, each difference too."""
    files = sorted((GOLD / "dates" / "aquaint").glob("*.tml"))
    if not files:
        print(f"no gold under {GOLD / 'dates' / 'aquaint'}: nothing measured")
        return 0
    pairs, articles = [], []
    for path in files:
        text, published, gold = read_tml(path)
        ours = ours_of(text, published)
        pairs.append((gold, ours))
        articles.append((text, published))
        if "--errors" in sys.argv:
            _print_errors(path.name, published, text, gold, ours)
    print(f"{len(files)} articles")
    _print_score("all of the gold", score(pairs))
    _print_score("plain dates", score(plain_only(*pair) for pair in pairs))
    if "--dateparser" in sys.argv:
        theirs = theirs_of(sys.argv[sys.argv.index("--dateparser") + 1], articles)
        both = [(gold, coarse(gold, found)) for (gold, _), found in zip(pairs, theirs, strict=True)]
        _print_score("dateparser, all of the gold", score(both))
        _print_score("dateparser, plain dates", score(plain_only(*pair) for pair in both))
    return 0


def _print_score(title: str, total: Score) -> None:
    print(f"{title}: {total.gold} gold times, {total.ours} read")
    for name, hits in (("overlap", total.overlap), ("strict", total.strict), ("value", total.value)):
        precision, recall = hits / max(1, total.ours), hits / max(1, total.gold)
        print(f"{name:8} {hits:4}  precision {precision:.3f}  recall {recall:.3f}  F1 {total.f1(hits):.3f}")


def _print_errors(name: str, published: str, text: str, gold: Sequence[Stamp], ours: Sequence[Stamp]) -> None:
    for want in gold:
        hit = next((g for g in ours if g.start < want.end and want.start < g.end), None)
        if hit is None or not same_value(want.value, hit.value):
            around = " ".join(text[max(0, want.start - 40) : want.end + 30].split())
            ours_is = hit and (hit.words, hit.value)
            print(f"{name} {published} {want.words!r} {want.value} ours {ours_is} in …{around}…")
    for got in ours:
        if not any(g.start < got.end and got.start < g.end for g in gold):
            around = " ".join(text[max(0, got.start - 40) : got.end + 30].split())
            print(f"{name} extra {got.words!r} {got.value} in …{around}…")


if __name__ == "__main__":
    raise SystemExit(main())
