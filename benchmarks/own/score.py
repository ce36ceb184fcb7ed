"""Scores Headwater's reading against its own gold. Pure but for ``scores``; defined in docs/measures.md."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.gold import document_of, read_lines
from benchmarks.measures import ROLES, Counts, Triple, match, meet, overlap, relations, touches
from benchmarks.own.agreement import equal, voices
from benchmarks.own.articles import articles, require_same
from benchmarks.own.marks import FIELDS, GOLD, Labelled, Mark, Voice, read
from benchmarks.own.voices import as_full, is_pronoun, is_short_form, same_voice
from headwater.pipeline import read_document
from headwater.records import Attribution, Reading
from headwater.records.spans import Span, Spans, span_or_none
from headwater.records.vocabulary import LinkKind

_TOGETHER = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
AUTHOR = frozenset({"author"})
Line = list[tuple[LinkKind, Voice]]
"""The voices of a chain behind the page, outermost first."""


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution that was read, cut to its passage."""

    record: Attribution
    triple: Triple
    line: Line


@dataclass(slots=True)
class Tally:
    """Counts by measure, and every miss in words."""

    counts: dict[str, Counts] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def add(self, measure: str, counts: Counts) -> None:
        """Add counts to a measure."""
        self.counts[measure] = self.counts.get(measure, Counts()) + counts

    def check(self, measure: str, right: bool, miss: str = "") -> None:
        """Count one thing; write it down if it is wrong."""
        self.add(measure, Counts(int(right), 1, int(right), 1))
        if miss and not right:
            self.misses.append(f"{measure}: {miss}")


def cut(spans: Spans, place: Span) -> Spans:
    """What of spans lies in a place."""
    pieces = (span_or_none(max(s.start, place.start), min(s.end, place.end)) for s in spans)
    return tuple(p for p in pieces if p is not None)


def found_in(reading: Reading, place: Span) -> Iterator[Found]:
    """The attributions whose cue (without one, whose content) begins in a passage, cut to it."""
    for record in reading.attributions:
        first = (record.cue or record.content)[0]
        if place.start <= first.start < place.end:
            triple = Triple(*(cut(spans, place) for spans in (record.source, record.cue, record.content)))
            if triple.content:
                yield Found(record, triple, line_of(record))


def line_of(record: Attribution) -> Line:
    """The voices of a read chain one by one: several in one link apart, a repeated one once."""
    page = record.chain[0].label
    links = [(link.kind, tuple(_voices(link.label, link.entity))) for link in record.chain[1:]]
    if links and record.source_kind == "author":
        links[-1] = (links[-1][0], (*(v | AUTHOR for v in links[-1][1]),))
    whole = [(kind, tuple(v | AUTHOR if page in v else v for v in every)) for kind, every in links]
    return voices(whole)


def _voices(label: str, entity: str | None) -> Iterator[Voice]:
    """The voices of one link; only a link without an entity has several."""
    names = [label] if entity is not None else [n for n in _TOGETHER.split(label) if n]
    yield from (frozenset({name}) for name in names)


def tally(gold: Labelled, reading: Reading) -> Tally:
    """Every measure of one passage."""
    result = Tally()
    read_here = list(found_in(reading, gold.span))
    triples = [f.triple for f in read_here]
    pairs = match(triples, gold.triples, with_source=False)
    text = reading.document.text
    for index, mark in enumerate(gold.marks):
        partner = read_here[pairs[index]] if index in pairs else None
        _tally_mark(result, mark, partner, text)
    by_read = {mine: gold.marks[theirs] for theirs, mine in pairs.items()}
    for index, one in enumerate(read_here):
        _tally_voices(result, one, by_read.get(index), gold.marks, text)
    result.add(f"relation, {gold.kind}", relations(triples, gold.triples))
    if gold.kind == "opinion":
        _tally_forecasts(result, gold, reading)
    return result


def _tally_forecasts(result: Tally, gold: Labelled, reading: Reading) -> None:
    """The author's own forecasts whose modal stands in the passage, against those of the gold."""
    here = [f.span for f in reading.forecasts if gold.span.contains(f.modal)]
    given, wanted = frozenset((span,) for span in here), frozenset((span,) for span in gold.forecasts)
    result.add("forecasts, overlap", overlap(given, wanted))
    text = reading.document.text
    result.misses += [
        f"forecasts: not in the gold: {s.of(text)!r}" for (s,) in sorted(given) if not touches((s,), wanted)
    ]
    result.misses += [
        f"forecasts: not read: {s.of(text)!r}" for (s,) in sorted(wanted) if not touches((s,), given)
    ]


def _tally_mark(result: Tally, mark: Mark, partner: Found | None, text: str) -> None:
    wanted = voices(mark.chain)
    whole = partner is not None and equal(partner.line, wanted)
    given = _named(partner.line) if partner else "nothing"
    told = f"{_shown(mark.triple, text)}: {_named(wanted)}, read {given}"
    result.check("chains whole and right", whole, told)
    if not mark.debatable:
        result.check("chains whole and right, beyond debate", whole)
    if is_nested(mark):
        result.check("nested, found with the right chain", whole)
    if partner is not None:
        _tally_fields(result, mark, partner, text)
        _tally_speakers(result, mark, partner, text)


def is_nested(mark: Mark) -> bool:
    """Whether it stands on more than one word: it has a parent, or two voices or more behind the page."""
    return mark.parent is not None or len(mark.chain) > 1


def _tally_fields(result: Tally, mark: Mark, partner: Found, text: str) -> None:
    for name in FIELDS:
        wanted, given = getattr(mark, name), getattr(partner.record, name)
        told = f"{wanted} read as {given}, {_shown(mark.triple, text)}"
        result.check(name.replace("_", " "), wanted == given, told)


def _tally_speakers(result: Tally, mark: Mark, partner: Found, text: str) -> None:
    """Whether a pronoun or short form was followed to who it is; for short forms, to the name as full."""
    words = " ".join(s.of(text) for s in mark.triple.source)
    last = _own(partner)
    told = f"{words!r} is {_named([('speaker', v) for v in mark.speakers])}, read {_named(partner.line)}"
    if not mark.speakers or mark.speakers == (AUTHOR,):
        return
    if is_pronoun(words) and not any(is_pronoun(label) for v in mark.speakers for label in v):
        right = len(last) == len(mark.speakers) and all(map(same_voice, last, mark.speakers))
        result.check("pronouns resolved", right, told)
    elif any(is_short_form(words, v) for v in mark.speakers):
        full = all(any(as_full(name, w) for name in v) for v, w in zip(last, mark.speakers, strict=False))
        result.check("short forms resolved", full and len(last) == len(mark.speakers), told)


def _own(partner: Found) -> list[Voice]:
    """The voices of an attribution's own speakers: as many of the last as it has."""
    count = max(1, len(partner.record.speakers))
    return [voice for kind, voice in partner.line[-count:] if kind == "speaker"]


def _tally_voices(result: Tally, one: Found, mark: Mark | None, marks: Sequence[Mark], text: str) -> None:
    """Whether a read chain has a voice that did not say it."""
    found = strangers(one, mark, marks, text)
    told = f"WRONG VOICE {_named(found)} in {_shown(one.triple, text)}"
    result.check("read chains without a wrong voice", not found, told)
    if mark is not None:
        result.check("matched chains without a wrong voice", not found)
    if one.record.modality == "actual":
        result.check("chains told as said without a wrong voice", not found)


def strangers(one: Found, mark: Mark | None, marks: Sequence[Mark], text: str) -> Line:
    """The voices of a read chain that did not say it.

    Known are the voices of its match (without one, of all whose content it touches), and the words
    of their sources: who is left as "the survey" or "he" was not followed, but did say it.
    """
    near = [mark] if mark else [m for m in marks if meet(m.triple.content, one.triple.content)]
    known = [voice for m in near for _, voice in voices(m.chain)]
    known += [frozenset({" ".join(s.of(text) for s in m.triple.source)}) for m in near if m.triple.source]
    return [(kind, voice) for kind, voice in one.line if not any(same_voice(voice, k) for k in known)]


def _shown(triple: Triple, text: str) -> str:
    source, cue, content = (" … ".join(s.of(text) for s in triple.role(role)) for role in ROLES)
    return f"{source!r} | {cue!r} | {content[:90]!r}"


def _named(line: Iterable[tuple[LinkKind, Voice]]) -> str:
    return " <- ".join("/".join(sorted(v)) for _, v in line) or "the page alone"


def scores(path: Path = GOLD) -> list[tuple[Labelled, Tally]]:
    """The tally of each passage of the gold, its article read anew; empty where a part of it is not here.

    The articles are those of the stream, or of a file beside the gold named alike, ``.jsonl``.

    Raises:
        ValueError: where the stream holds another text than the gold was anchored in.
    """
    if not path.exists():
        print(f"Skipped: {path} is not here.")
        return []
    every = read(path)
    beside = path.with_suffix(".jsonl")
    rows = {r["id"]: r for r in read_lines(beside)} if beside.exists() else articles(every)
    for one in every:
        if one.article in rows:
            require_same(one, rows[one.article]["text"])
    readings = {name: read_document(document_of(row)) for name, row in rows.items()}
    return [(p, tally(p, readings[p.article])) for p in every if p.article in readings]


def table(every: Iterable[tuple[Labelled, Tally]]) -> dict[str, list[Counts]]:
    """Every measure by name, with the counts of each article: passages of one article are alike."""
    articles: dict[str, Tally] = {}
    for gold, one in every:
        whole = articles.setdefault(gold.article, Tally())
        for name, counts in one.counts.items():
            whole.add(name, counts)
    names = dict.fromkeys(name for one in articles.values() for name in one.counts)
    return {name: [one.counts[name] for one in articles.values() if name in one.counts] for name in names}
