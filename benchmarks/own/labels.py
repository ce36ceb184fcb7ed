"""Anchors annotators' labels in their passages: ``python -m benchmarks.own.labels FILE ... [-o OUT]``.

A label file is JSON Lines, one passage a line, in the words of ``GUIDE.md``. Without
``-o`` the files are only checked. Every fault is told with its passage; a file with
faults is not written.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar, get_args

from benchmarks.measures import Triple
from benchmarks.own.articles import texts_of
from benchmarks.own.choose import PASSAGES, Passage, read_passages
from benchmarks.own.marks import FIELDS, Labelled, Link, Mark, Voice, outer, written
from benchmarks.own.voices import ARTICLES, words_of
from headwater.records.spans import Span, Spans, hull, shared_points
from headwater.records.vocabulary import (
    AttributionForm,
    AttributionSort,
    Certainty,
    Polarity,
    SourceKind,
)

_NUMBERED = re.compile(r"^(.*\S)#([1-9])$", re.DOTALL)
AnySheet = TypeVar("AnySheet")
_GAP = "[...]"
_PAGE, _CARRIED = "page", "carried:"
_ALLOWED: dict[str, tuple[object, ...]] = {
    "form": get_args(AttributionForm),
    "sort": get_args(AttributionSort),
    "source_kind": get_args(SourceKind),
    "polarity": get_args(Polarity),
    "content_negated": (True, False),
    "certainty": get_args(Certainty),
}
_KNOWN = frozenset({*FIELDS, *"id content cue source speakers parent chain debatable note".split()})


def places_of(words: str, text: str, start: int, end: int) -> list[Span]:
    """Every place in ``text[start:end]`` where words stand as whole words, white space of any kind."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    left = r"(?<!\w)" if words[:1].isalnum() else ""
    right = r"(?!\w)" if words[-1:].isalnum() else ""
    return [Span(*f.span()) for f in re.compile(left + pattern + right).finditer(text, start, end)]


@dataclass(slots=True)
class Sheet:
    """A passage's text, and what is wrong with its labels: ``faults`` for certain, ``doubts`` perhaps."""

    passage: Passage
    text: str
    faults: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def places(self, words: str) -> list[Span]:
        """Every place in the passage where words stand as whole words, white space of any kind."""
        return places_of(words, self.text, self.passage.start, self.passage.end)

    def anchor(self, quote: str) -> Span | None:
        """The place that a quote means; a fault where it is not in the passage."""
        words, number = quote.strip(), 0
        if (told := _NUMBERED.match(words)) is not None and not self.places(words):
            words, number = told[1], int(told[2])
        first, _, last = (w.strip() for w in words.partition(_GAP))
        starts = self.places(first) if first else []
        if len(starts) < max(number, 1):
            self.faults.append(f"not in the passage as quoted: {quote!r}")
            return None
        if not number and len(starts) > 1:
            self.doubts.append(f"stands {len(starts)} times, the first is taken: {quote!r}")
        start = starts[max(number, 1) - 1]
        return self._to(start, last, quote) if _GAP in words else start

    def _to(self, start: Span, last: str, quote: str) -> Span | None:
        ends = [p for p in self.places(last) if p.start >= start.end] if last else []
        if not ends:
            self.faults.append(f"no end behind its beginning: {quote!r}")
            return None
        return Span(start.start, ends[0].end)

    def spans(self, quotes: object, name: str) -> Spans:
        """The places of a list of quotes, in order."""
        if not isinstance(quotes, list) or not all(isinstance(q, str) and q.strip() for q in quotes):
            self.faults.append(f"{name} is no list of quotes: {quotes!r}")
            return ()
        return tuple(sorted(s for q in quotes if (s := self.anchor(q)) is not None))


def labelled(sheet: Sheet, row: dict[str, Any]) -> Labelled:
    """The labels of one line, anchored; what is wrong goes to the sheet."""
    passage = sheet.passage
    rows = row.get("attributions")
    if not isinstance(rows, list) or not all(isinstance(r, dict) for r in rows):
        sheet.faults.append("attributions is no list of objects")
        rows = []
    marks = [m for r in rows if (m := _mark(sheet, r)) is not None]
    marks = [_with_chain(sheet, m, marks, rows) for m in marks]
    forecasts = sheet.spans(row.get("forecasts", []), "forecasts")
    if forecasts and passage.kind != "opinion":
        sheet.faults.append("forecasts are listed in opinion passages alone")
    for fault, told in ((sheet.faults, _faults(marks)), (sheet.doubts, _doubts(marks))):
        fault.extend(told)
    place = Span(passage.start, passage.end)
    return Labelled(passage.id, passage.kind, passage.article, passage.sha256, place, tuple(marks), forecasts)


def _mark(sheet: Sheet, row: dict[str, Any]) -> Mark | None:
    """One attribution, its chain still empty; ``None`` where a closed field or a speaker is no label."""
    told = f"attribution {row.get('id')}: "
    wrong = [f"{name} is {row.get(name)!r}" for name in FIELDS if not _is_allowed(name, row.get(name))]
    wrong += [f"unknown field {name!r}" for name in sorted(set(row) - _KNOWN)]
    lists = [name for name in ("speakers", "chain") if not _are_labels(row.get(name))]
    wrong += [f"{name} is no list of labels" for name in lists]
    sheet.faults.extend(told + w for w in wrong)
    triple = Triple(*(sheet.spans(row.get(role), f"{told}{role}") for role in ("source", "cue", "content")))
    if wrong or not triple.content:
        sheet.faults.extend([] if triple.content else [f"{told}no content"])
        return None
    parent = None if row.get("parent") is None else str(row["parent"])
    fields = {name: row[name] for name in FIELDS}
    speakers = tuple(map(_voice, row["speakers"]))
    debatable = bool(row.get("debatable"))
    return Mark(
        str(row.get("id")), triple, **fields, speakers=speakers, parent=parent, chain=(), debatable=debatable
    )


def _is_allowed(name: str, value: object) -> bool:
    return any(value is one or (isinstance(value, str) and value == one) for one in _ALLOWED[name])


def _are_labels(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) and v.strip(" |") for v in value)


def _voice(label: str) -> Voice:
    return frozenset(" ".join(name.split()) for name in label.split("|") if name.strip())


def _with_chain(sheet: Sheet, mark: Mark, marks: list[Mark], rows: list[dict[str, Any]]) -> Mark:
    """The mark with the chain that its parents give, under any voices that the annotator put above them."""
    told: list[str] = next(r for r in rows if str(r.get("id")) == mark.id)["chain"]
    line = [*reversed(list(outer(mark, marks))), mark]
    inner: list[Link] = [("speaker", m.speakers) for m in line if m.speakers]
    first = max(1, len(told) - len(inner))
    if told[:1] != [_PAGE] or not _agree(told[first:], inner):
        given = [_PAGE, *(_joined(voices) for _, voices in inner)]
        sheet.faults.append(f"attribution {mark.id}: the chain is {told}, its parents give {given}")
    return replace(mark, chain=(*map(_link_above, told[1:first]), *inner))


def _agree(labels: list[str], links: list[Link]) -> bool:
    """Whether labels of a chain name the voices of its links, by any of the labels of each."""
    return len(labels) == len(links) and all(map(_names, labels, (voices for _, voices in links)))


def _names(label: str, voices: tuple[Voice, ...]) -> bool:
    have = _telling(label.replace("|", " "))
    ways = [[_telling(name) for name in voice] for voice in voices]
    known = set().union(*(way for voice in ways for way in voice))
    return have <= known and all(any(way <= have for way in voice) for voice in ways)


def _telling(label: str) -> set[str]:
    """Its words but for those that may stand or fall where labels are joined: articles and "and"."""
    return {w for w in words_of(label) if w not in ARTICLES and w != "and"}


def _link_above(label: str) -> Link:
    if label.startswith(_CARRIED):
        return ("carried", (_voice(label.removeprefix(_CARRIED)),))
    return ("speaker", (_voice(label),))


def _joined(voices: Iterable[Voice]) -> str:
    return " and ".join("|".join(sorted(v)) for v in voices)


def _faults(marks: list[Mark]) -> Iterator[str]:
    """What the contract or the guide forbids."""
    counts = Counter(m.id for m in marks)
    yield from (f"two attributions have the id {one}" for one, count in counts.items() if count > 1)
    for mark in marks:
        told = f"attribution {mark.id}: "
        if mark.parent is not None and mark.parent not in counts:
            yield f"{told}there is no parent {mark.parent}"
        line = [mark, *outer(mark, marks)]
        if line[-1].parent in {m.id for m in line}:
            yield f"{told}its parents run in a circle"
        if (mark.source_kind == "implicit") is not (not mark.triple.source):
            yield f"{told}implicit means no source words, and no source words mean implicit"
        if (not mark.speakers) is not (mark.source_kind == "implicit"):
            yield f"{told}a source needs speakers, an implicit one has none"
        if (mark.source_kind == "author") is not (mark.speakers == (frozenset({"author"}),)):
            yield f'{told}the kind author goes with the speaker "author"'
        yield from (told + fault for fault in _overlaps(mark.triple))


def _overlaps(triple: Triple) -> Iterator[str]:
    roles = (("content", triple.content), ("cue", triple.cue), ("source", triple.source))
    for index, (name, spans) in enumerate(roles):
        if any(a.end > b.start for a, b in pairwise(spans)):
            yield f"two quotes of the {name} overlap"
        for other, others in roles[index + 1 :]:
            if shared_points(spans, others):
                yield f"{name} and {other} share words"


def _doubts(marks: list[Mark]) -> Iterator[str]:
    """What is seldom right: a cue inside a content without a parent, a parent that does not hold the cue."""
    for mark in marks:
        place = mark.triple.cue or mark.triple.content
        holders = [m for m in marks if m is not mark and _holds(m, hull(place))]
        above = next(outer(mark, marks), None)
        if holders and above is None:
            yield f"attribution {mark.id}: stands in the content of {holders[0].id}, but has no parent"
        if above is not None and above not in holders and not _relays(above, mark):
            yield f"attribution {mark.id}: its parent {above.id} neither holds its cue nor shares its content"


def _holds(mark: Mark, cue: Span) -> bool:
    return any(s.contains(cue) for s in mark.triple.content)


def _relays(above: Mark, mark: Mark) -> bool:
    return shared_points(above.triple.content, mark.triple.content) > 0


def read_rows(files: Iterable[Path]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The lines of label files, each with its place.

    Raises:
        ValueError: where a line is no JSON object.
    """
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1):
            if line.strip():
                yield f"{file.name}:{number}", _row(line, f"{file.name}:{number}")


def _row(line: str, place: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"{place} is no JSON: {error}") from error
    if not isinstance(row, dict):
        raise ValueError(f"{place} is no JSON object")
    return row


def sheets(passages: Iterable[Passage]) -> dict[str, Sheet]:
    """The passages with their texts; empty where the stream is not here.

    Raises:
        ValueError: where the stream holds another text than the passages were chosen in.
    """
    wanted = {p.id: p for p in passages}
    return {name: Sheet(wanted[name], text) for name, text in texts_of(wanted.values()).items()}


def anchored(rows: Iterable[tuple[str, dict[str, Any]]], known: dict[str, Sheet]) -> list[Labelled]:
    """Every labelled passage, in the order of ids; faults go to the sheets.

    Raises:
        ValueError: as :func:`each_once` does.
    """
    return [labelled(sheet, row) for sheet, row in each_once(rows, known)]


def each_once(
    rows: Iterable[tuple[str, dict[str, Any]]], known: Mapping[str, AnySheet]
) -> Iterator[tuple[AnySheet, dict[str, Any]]]:
    """The line of each passage that was labelled with its sheet, in the order of ids.

    Raises:
        ValueError: where a line names a passage that is not there or was labelled before.
    """
    found: dict[str, dict[str, Any]] = {}
    for place, row in rows:
        name = str(row.get("passage"))
        if name not in known or name in found:
            raise ValueError(f"{place}: passage {name!r} is unknown or was labelled before")
        found[name] = row
    yield from ((known[name], found[name]) for name in sorted(found))


def main(arguments: list[str] | None = None) -> int:
    """Check label files and write what they say; exit status 1 where there are faults."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.own.labels", description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("-o", type=Path, dest="out", help="write the anchored labels to this file")
    parser.add_argument("--passages", type=Path, default=PASSAGES, help="another choice of passages")
    options = parser.parse_args(arguments)
    known = sheets(read_passages(options.passages))
    if not known:
        return 0
    done = anchored(read_rows(options.files), known)
    every = [(name, sheet) for name, sheet in sorted(known.items())]
    for name, sheet in every:
        for told in (*(f"FAULT {f}" for f in sheet.faults), *(f"doubt {d}" for d in sheet.doubts)):
            print(f"{name}: {told}")
    faulty = sum(bool(sheet.faults) for _, sheet in every)
    print(f"{len(done)} passages, {sum(len(p.marks) for p in done)} attributions, {faulty} with faults")
    if options.out and not faulty:
        options.out.write_text(written(done), encoding="utf-8")
    return 1 if faulty else 0


if __name__ == "__main__":
    raise SystemExit(main())
