"""Scores one reading against its key. Pure; defined in words in docs/measures.md."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from benchmarks.gold import spans_of
from benchmarks.measures import Triple, match, same_source
from headwater.records import (
    Attribution,
    Figure,
    Part,
    Reading,
    Span,
    Spans,
    Time,
    Voice,
    from_json,
)
from headwater.records.spans import jaccard, trim

Link = tuple[str, str]
Tier = Literal["core", "debatable"]
_ARTICLE = re.compile(r"^(?:the|an?)\s+")
_SHOWN = 150
"""Code points of a passage that the table of misses shows."""


@dataclass(frozen=True, slots=True)
class KeyAttribution:
    """An attribution of the key: its roles, its chain and whether anybody would mark it.

    ``accepted`` holds other chains that the annotators count as right.
    """

    triple: Triple
    chain: tuple[Link, ...]
    tier: Tier
    accepted: tuple[tuple[Link, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class KeyMark:
    """A time or figure of the key."""

    mark: Time | Figure
    tier: Tier


@dataclass(frozen=True, slots=True)
class Key:
    """What a careful reader found in one text, which the key knows by its digest alone.

    ``pages`` holds the labels under which the page's own voice may go;
    ``threads`` says whether comments are labelled too.
    """

    sha256: str
    parts: tuple[Part, ...]
    attributions: tuple[KeyAttribution, ...]
    times: tuple[KeyMark, ...]
    figures: tuple[KeyMark, ...]
    pages: frozenset[str] = frozenset()
    threads: bool = False


@dataclass(slots=True)
class Score:
    """Right things out of all, by measure; and every miss in words."""

    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, measure: str, right: int, of: int) -> None:
        """Count ``right`` out of ``of`` for a measure."""
        self.right[measure] += right
        self.of[measure] += of

    def check(self, measure: str, right: bool, miss: str) -> None:
        """Count one thing; write it down if it is wrong."""
        self.add(measure, int(right), 1)
        if not right:
            self.misses.append(f"{measure}: {miss}")

    def shares(self) -> dict[str, float]:
        """The share that is right, by measure."""
        return {name: self.right[name] / of for name, of in self.of.items() if of}


def key_of(data: dict[str, Any]) -> Key:
    """The key that a JSON file holds.

    Raises:
        ValueError, KeyError: where a label is outside the contract's vocabulary or a field is missing.
    """
    return Key(
        sha256=data["sha256"],
        parts=tuple(_part(p) for p in data["parts"]),
        attributions=tuple(_attribution(a) for a in data["attributions"]),
        times=tuple(KeyMark(_time(t), t["tier"]) for t in data["times"]),
        figures=tuple(KeyMark(from_json(Figure, f), f["tier"]) for f in data["figures"]),
        pages=frozenset(plain(label) or "" for label in data.get("page_voices", ())),
        threads=data.get("threads", False),
    )


def _time(data: dict[str, Any]) -> Time:
    """A time without its precision, which ``value`` states and keys word more freely ("weekend")."""
    return from_json(Time, {**data, "precision": None})


def _part(data: dict[str, Any]) -> Part:
    voice = Voice(data["voice"]) if data["voice"] else None
    return Part(Span(data["start"], data["end"]), data["kind"], voice, data["reply_to"])


def _attribution(data: dict[str, Any]) -> KeyAttribution:
    triple = Triple(spans_of(data["source"]), spans_of(data["cue"]), spans_of(data["content"]))
    chain = tuple((link["label"], link["kind"]) for link in data["chain"])
    return KeyAttribution(triple, chain, data["tier"], tuple(_other_chains(data)))


def _other_chains(data: dict[str, Any]) -> Iterator[tuple[Link, ...]]:
    for chain in data.get("accept_chain", ()):
        if isinstance(chain, list) and chain and all(isinstance(link, dict) for link in chain):
            yield tuple((link["label"], link["kind"]) for link in chain)


def score(key: Key, reading: Reading) -> Score:
    """Every measure of one reading."""
    result = Score()
    _score_parts(result, key, reading)
    _score_attributions(result, key, reading)
    _score_marks(result, "times", key.times, reading.times, reading.document.text)
    _score_marks(result, "figures", key.figures, reading.figures, reading.document.text)
    return result


def plain(label: str | None) -> str | None:
    """A label as it is compared: lower case, no article, one blank between words, "and" as a comma."""
    if label is None:
        return None
    return _ARTICLE.sub("", " ".join(label.casefold().replace("’", "'").replace(" and ", ", ").split()))


def _voice(part: Part) -> str | None:
    return plain(part.voice.label) if part.voice else None


def words(text: str, spans: Iterable[Span]) -> str:
    """The words of a broken span in one line, long ones cut in the middle."""
    line = " … ".join(" ".join(s.of(text).split()) for s in spans) or "-"
    half = _SHOWN // 2
    return line if len(line) <= _SHOWN else f"{line[:half]} […] {line[-half:]}"


def _score_parts(result: Score, key: Key, reading: Reading) -> None:
    text = reading.document.text
    found = {
        (trim(text, p.span.start, p.span.end), p.kind, _voice(p), plain(p.reply_to)) for p in reading.parts
    }
    for part in key.parts:
        wanted = (trim(text, part.span.start, part.span.end), part.kind, _voice(part), plain(part.reply_to))
        result.check("parts", wanted in found, f"{_shown(part, text)}; read as {_read_as(part, reading)}")
    said, read = _by_point(key.parts), _by_point(reading.parts)
    points = [p for p in said if not text[p].isspace()]
    result.add("parts by character", sum(said[p] == read.get(p) for p in points), len(points))


def _by_point(parts: Iterable[Part]) -> dict[int, Link]:
    return {at: (p.kind, _voice(p) or "") for p in parts for at in range(p.span.start, p.span.end)}


def _read_as(part: Part, reading: Reading) -> str:
    meeting = [p for p in reading.parts if p.span.overlaps(part.span)]
    return "; ".join(_shown(p, reading.document.text) for p in meeting[:4]) or "nothing"


def _shown(part: Part, text: str) -> str:
    voice = part.voice.label if part.voice else "page"
    reply = f" to {part.reply_to}" if part.reply_to else ""
    return f"{part.kind}/{voice}{reply} [{part.span.start}, {part.span.end}) {words(text, [part.span])!r}"


def _score_attributions(result: Score, key: Key, reading: Reading) -> None:
    read = _labelled(key, reading)
    triples = [Triple(a.source, a.cue, a.content) for a in read]
    pairs = match(triples, [k.triple for k in key.attributions], with_source=False)
    for index, wanted in enumerate(key.attributions):
        found = read[pairs[index]] if index in pairs else None
        _score_one(result, key, wanted, found, reading.document.text)
    matched = set(pairs.values())
    for index, extra in enumerate(read):
        told = f"{_roles(triples[index], reading.document.text)} chain {_chain(_links(extra))}"
        result.check("attributions read that are in the key", index in matched, told)


def _labelled(key: Key, reading: Reading) -> list[Attribution]:
    """The attributions outside comments, which keys leave unlabelled."""
    comments = [p.span for p in key.parts if p.kind == "comment" and not key.threads]
    return [a for a in reading.attributions if not any(c.contains(a.content[0]) for c in comments)]


def _score_one(result: Score, key: Key, wanted: KeyAttribution, found: Attribution | None, text: str) -> None:
    tier = wanted.tier
    told = _roles(wanted.triple, text)
    result.check(f"{tier} found", found is not None, told)
    source = found is not None and same_source(found.source, wanted.triple.source)
    links = () if found is None else _under_key(key, wanted, _links(found))
    chain = any(same_chain(links, one) for one in (wanted.chain, *wanted.accepted))
    result.add(f"{tier} with source and chain", int(source and chain), 1)
    if found is None:
        result.add(f"{tier} source", 0, 1)
        result.add(f"{tier} chain", 0, 1)
        return
    result.check(f"{tier} source", source, f"{told} read as {words(text, found.source)!r}")
    result.check(f"{tier} chain", chain, f"{told} key {_chain(wanted.chain)} read {_chain(links)}")
    known = [link for one in (wanted.chain, *wanted.accepted) for link in one]
    for link in strangers(links, known):
        result.misses.append(f"WRONG VOICE: {link[0]} ({link[1]}) in {told}")
    result.add("links that are in the key", *_links_right(links, known))


def _under_key(key: Key, wanted: KeyAttribution, links: tuple[Link, ...]) -> tuple[Link, ...]:
    """The links with the page under the key's label, where it goes under one of those accepted.

    That holds for its "we" too, where the key has the page as a speaker.
    """
    if links and links[0][1] == "page" and plain(links[0][0]) in key.pages:
        page, label = links[0][0], wanted.chain[0][0]
        again = label in (name for name, _ in wanted.chain[1:])
        rest = ((label if again and name == page else name, kind) for name, kind in links[1:])
        return ((label, "page"), *rest)
    return links


def _links(attribution: Attribution) -> tuple[Link, ...]:
    return tuple((link.label, link.kind) for link in attribution.chain)


def _compared(chain: Iterable[Link]) -> list[Link]:
    return [(plain(label) or "", kind) for label, kind in chain]


def same_chain(read: Iterable[Link], wanted: Iterable[Link]) -> bool:
    """Whether two chains have the same voices of the same kinds in the same order."""
    return _compared(read) == _compared(wanted)


def strangers(read: Iterable[Link], wanted: Iterable[Link]) -> Iterator[Link]:
    """The links of a read chain that the key's has not: voices put into a mouth."""
    known = set(_compared(wanted))
    return (link for link in read if _compared([link])[0] not in known)


def _links_right(read: tuple[Link, ...], wanted: Iterable[Link]) -> tuple[int, int]:
    return len(read) - sum(1 for _ in strangers(read, wanted)), len(read)


def _chain(chain: Iterable[Link]) -> str:
    return " <- ".join(label for label, _ in chain)


def _roles(triple: Triple, text: str) -> str:
    content, cue, source = (words(text, s) for s in (triple.content, triple.cue, triple.source))
    start = min(s.start for s in triple.content or (*triple.cue, *triple.source))
    return f"@{start} {source!r} | {cue!r} | {content!r}"


def _score_marks(
    result: Score,
    name: str,
    wanted: Iterable[KeyMark],
    read: tuple[Time | Figure, ...],
    text: str,
) -> None:
    """Recall over the core, precision against all; a debatable one is right either way."""
    matched = set()
    for one in wanted:
        index = _nearest(one.mark.span, [r.span for r in read])
        matched.add(index)
        if one.tier == "core":
            _score_mark(result, name, one.mark, None if index is None else read[index], text)
    for index, extra in enumerate(read):
        result.check(f"{name} read that are in the key", index in matched, _told(extra, text))


def _score_mark(
    result: Score, name: str, wanted: Time | Figure, found: Time | Figure | None, text: str
) -> None:
    result.check(f"{name} found", found is not None, _told(wanted, text))
    right = found is not None and found.span == wanted.span and meaning(found) == meaning(wanted)
    result.add(f"{name} right", int(right), 1)
    if found is not None and not right:
        result.misses.append(f"{name} right: {_told(wanted, text)}; read {_told(found, text)}")


def _told(mark: Time | Figure, text: str) -> str:
    return f"{words(text, [mark.span])!r} {meaning(mark)}"


def _nearest(span: Span, others: list[Span]) -> int | None:
    """The span that shares most with ``span``, if any shares a code point."""
    wanted: Spans = (span,)
    closeness = [jaccard(wanted, (other,)) for other in others]
    best = max(range(len(others)), key=lambda i: closeness[i], default=None)
    return best if best is not None and closeness[best] > 0 else None


def meaning(mark: Time | Figure) -> tuple[object, ...]:
    """What a time or figure says, without where it stands or what it was counted from."""
    if isinstance(mark, Time):
        return (mark.type, mark.value, mark.mod)
    return (mark.low, mark.high, mark.hedge, mark.of)
