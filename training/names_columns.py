"""Sets with one token a line: wikigold, WNUT 2017, Universal NER, CrossNER.

Their schemes became the contract's types as follows; ``MISC`` and its like are
sorted by ``sorted_other``, places by ``facility_or``:

- wikigold: PER person, ORG organisation, LOC location, MISC sorted;
- WNUT 2017: person, location; corporation and group (bands, teams) organisation;
  product and creative-work sorted;
- Universal NER: PER, ORG, LOC (its OTH is not in the file);
- CrossNER politics: politician and person; politicalparty and organisation;
  country and location; election, event and misc sorted.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.names_re3d import bare
from headwater.records.vocabulary import EntityType
from training.names_texts import NamedSpan, NamedText, facility_or, joined, sorted_other, stretches

Tagged = list[tuple[str, str]]
Scheme = Mapping[str, EntityType]

Types = frozenset[EntityType]

_NONE: Types = frozenset()
_PEOPLES: Types = frozenset({"nationality"})
_PEOPLES_OTHER: Types = frozenset({"nationality", "other"})
_THINGS: Types = frozenset({"nationality", "weapon", "military_platform", "other"})
_WIKIGOLD: Scheme = {"PER": "person", "ORG": "organisation", "LOC": "location", "MISC": "other"}
_WNUT: Scheme = {
    "person": "person",
    "location": "location",
    "corporation": "organisation",
    "group": "organisation",
    "product": "other",
    "creative-work": "other",
}
_UNER: Scheme = {"PER": "person", "ORG": "organisation", "LOC": "location"}
_CROSSNER: Scheme = {
    "person": "person",
    "politician": "person",
    "organisation": "organisation",
    "politicalparty": "organisation",
    "country": "location",
    "location": "location",
    "election": "other",
    "event": "other",
    "misc": "other",
}


def read_wikigold(path: Path) -> list[NamedText]:
    """Whole articles, their sentences a line each."""
    documents: list[list[Tagged]] = [[]]
    for sentence in _sentences(path, " "):
        if sentence[0][0] == "-DOCSTART-":
            documents.append([])
        else:
            documents[-1].append(sentence)
    articles = [d for d in documents if d]
    return [_text(f"wikigold/{i}", d, _WIKIGOLD, _NONE) for i, d in enumerate(articles)]


def read_wnut(path: Path) -> list[NamedText]:
    """Posts; events and peoples are unmarked."""
    return [_text(f"wnut17/{i}", [s], _WNUT, _PEOPLES_OTHER) for i, s in enumerate(_sentences(path, "\t"))]


def read_crossner(path: Path) -> list[NamedText]:
    """Single sentences of Wikipedia; peoples are marked as misc only here and there."""
    rows = enumerate(_sentences(path, "\t"))
    return [_text(f"{path.stem}/{i}", [s], _CROSSNER, _PEOPLES) for i, s in rows]


def read_uner(path: Path) -> list[NamedText]:
    """Documents of the English Web Treebank, with the spacing of the originals."""
    found: list[NamedText] = []
    for key, lines in _uner_documents(path):
        text, spans = "", list[NamedSpan]()
        for line, tagged in lines:
            spans += _placed(line, [t for t, _ in tagged], [g for _, g in tagged], len(text))
            text += line + "\n"
        found.append(NamedText(f"uner-ewt/{key}", text, tuple(spans), _THINGS))
    return found


def _uner_documents(path: Path) -> Iterator[tuple[str, list[tuple[str, Tagged]]]]:
    """Documents as pairs of a sentence's text and its tokens."""
    key, lines, line = "", list[tuple[str, Tagged]](), ""
    tagged: Tagged = []
    for row in [*path.read_text(encoding="utf-8").split("\n"), "", "# newdoc id = "]:
        if row.startswith("# newdoc id"):
            if lines:
                yield key, lines
            key, lines = row.partition("= ")[2], []
        elif row.startswith("# text = "):
            line = row.removeprefix("# text = ")
        elif not row and tagged:
            lines.append((line, tagged))
            tagged = []
        elif row and not row.startswith("#"):
            cells = row.split("\t")
            tagged.append((cells[1], cells[2]))


def _placed(line: str, tokens: Sequence[str], tags: Sequence[str], offset: int) -> Iterator[NamedSpan]:
    """The names of a line whose tokens are found in it one after the other."""
    places, at = list[tuple[int, int]](), 0
    for token in tokens:
        start = line.index(token, at)
        at = start + len(token)
        places.append((start, at))
    yield from _spans(line, places, tags, _UNER, offset)


def _text(key: str, sentences: Sequence[Tagged], scheme: Scheme, silent: Types) -> NamedText:
    text, spans = "", list[NamedSpan]()
    for sentence in sentences:
        line, places = joined([t for t, _ in sentence])
        spans += _spans(line, places, [g for _, g in sentence], scheme, len(text))
        text += line + "\n"
    return NamedText(key, text.rstrip("\n"), tuple(spans), silent)


def _spans(
    line: str, places: Sequence[tuple[int, int]], tags: Iterable[str], scheme: Scheme, offset: int
) -> Iterator[NamedSpan]:
    for first, last, label in stretches(tags):
        kind = scheme[label]
        start, end = bare(line, places[first][0], places[last - 1][1], kind)
        name = line[start:end]
        kind = sorted_other(name) if kind == "other" else facility_or(name, kind)
        yield NamedSpan(offset + start, offset + end, kind, "name")


def _sentences(path: Path, cut: str) -> Iterator[Tagged]:
    """Blocks of lines between empty ones, as pairs of token and tag."""
    block: Tagged = []
    for row in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if row.strip():
            token, _, tag = row.rstrip().rpartition(cut)
            block.append((html.unescape(token), tag))
        elif block:
            yield block
            block = []
