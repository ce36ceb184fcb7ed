"""GUM: names out of its entities, and which of its texts a weight may be trained on.

GUM marks every mention of an entity with its full phrase. A mention is a name if
its head, the word that hangs from outside the phrase, is a proper noun (NNP,
NNPS). The name is the run of proper nouns, and of capitals and joining words
between them, around that head. person, organization and place are the contract's
person, organisation and location or facility; event, object, abstract and the
other kinds of things are sorted (``other``, mostly); times are no names. A body
that bears a country's name is a location, as other sets have it.

Peoples are not marked where they are adjectives ("Afghan"), so GUM is silent on
nationality. Named arms and craft are among its objects, and sorted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.names_re3d import bare, is_person_name
from headwater.reading.gazetteer import look_up
from headwater.records.vocabulary import EntityType
from training.names_texts import NamedSpan, NamedText, facility_or, sorted_other

GENRES: dict[str, tuple[str, bool, str]] = {
    "academic": ("CC BY 4.0", True, "as the corpus states, each paper's own licence apart"),
    "bio": ("CC BY-SA 3.0 (Wikipedia)", True, "commercial use allowed; share alike"),
    "conversation": ("CC BY by leave of the editor; CC BY-ND at the source", False, "two statements"),
    "court": ("CC BY 4.0 or public record", True, "as the corpus states"),
    "interview": ("CC BY 2.5 (Wikinews)", True, "free with credit"),
    "news": ("CC BY 2.5 (Wikinews)", True, "free with credit"),
    "speech": ("public record of governments and the UN", True, "as the corpus states"),
    "textbook": ("CC BY 4.0 (OpenStax, Rebus)", True, "free with credit"),
    "vlog": ("CC BY 3.0 (YouTube)", True, "free with credit"),
    "voyage": ("CC BY-SA 3.0 (Wikivoyage)", True, "commercial use allowed; share alike"),
}
"""For each genre: the licence of its texts, whether they train, and why. Sources: GUM's LICENSE.txt
and its page of licences (corpling.uis.georgetown.edu/gum/papers.html)."""

LEFT_OUT: dict[str, str] = {
    "academic_epistemic": "the publisher's licence was not verified (Springer)",
    "academic_replication": "the publisher's licence was not verified (Wiley)",
    "court_carpet": "from the Santa Barbara Corpus, as the conversations",
    "speech_destiny": "no licence stated (a copy of Nehru's speech)",
    "speech_trump": "no licence stated (a candidate's speech, before office)",
    "textbook_alamo": "no licence stated",
}
"""Single texts that do not train though their genre does."""

SILENT: frozenset[EntityType] = frozenset({"nationality"})
_TYPES: dict[str, EntityType] = {"person": "person", "organization": "organisation", "place": "location"}
_NO_NAMES = frozenset({"time", "quantity"})
_PROPER = ("NNP", "NNPS")
_JOINS = frozenset(
    "of the for and & de del della der den la le du da dos van von bin al el 's ’s - – . '".split()
)
_MAY_JOIN = ("JJ", "NN", "NNS", "CD", "VBG", "VBN")
_INSIDE = frozenset("flat compound nmod amod nummod fixed goeswith conj".split())
_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
_BRACKET = re.compile(r"\(([^()]*)(\)?)|([^()]+)\)")


class _Token(NamedTuple):
    start: int
    end: int
    form: str
    tag: str
    head: int
    rel: str

    @property
    def proper(self) -> bool:
        """Whether it is a proper noun."""
        return self.tag in _PROPER


class _Phrase(NamedTuple):
    """A mention: token range ``[first, last)`` and GUM's type."""

    first: int
    last: int
    kind: str


def read_gum(folder: Path) -> list[NamedText]:
    """The documents that may be trained on, by name."""
    return [read_document(path) for path in sorted(folder.glob("GUM_*.conllu")) if trains(path.stem)]


def trains(stem: str) -> bool:
    """Whether a weight may be trained on the document ``GUM_<genre>_<name>``.

    Raises:
        KeyError: for a genre whose licence is not known here.
    """
    _, genre, name = stem.split("_", 2)
    return GENRES[genre][1] and f"{genre}_{name}" not in LEFT_OUT


def read_document(path: Path) -> NamedText:
    """One document, its paragraphs a line each."""
    text, sentences = _document(path)
    spans = {s for tokens, phrases in sentences for s in _names(text, tokens, phrases)}
    return NamedText(path.stem, text, tuple(sorted(spans)), SILENT)


def _document(path: Path) -> tuple[str, list[tuple[list[_Token], list[_Phrase]]]]:
    """The text, and each sentence's tokens and mentions."""
    text, found = "", list[tuple[list[_Token], list[_Phrase]]]()
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = block.split("\n")
        line = next((r.removeprefix("# text = ") for r in rows if r.startswith("# text = ")), None)
        if line is None:
            continue
        text += ("\n" if any(r.startswith("# newpar") for r in rows) else " ") if text else ""
        cells = [r.split("\t") for r in rows if r and r[0].isdigit()]
        words = [c for c in cells if c[0].isdigit()]
        found.append((_tokens(line, words, len(text)), list(_phrases([c[9] for c in words]))))
        text += line
    return text, found


def _tokens(line: str, words: Sequence[Sequence[str]], offset: int) -> list[_Token]:
    """The words with their places; ``head`` counts tokens from 0, -1 is the root."""
    tokens, at = list[_Token](), 0
    for cells in words:
        start = line.index(cells[1], at)
        at = start + len(cells[1])
        tokens.append(_Token(offset + start, offset + at, cells[1], cells[4], int(cells[6]) - 1, cells[7]))
    return tokens


def _phrases(notes: Sequence[str]) -> Iterator[_Phrase]:
    """Mentions of a sentence; brackets open with ``(id-type-…`` and close with ``id)``."""
    opened: list[tuple[str, str, int]] = []
    for i, note in enumerate(notes):
        entity = _ENTITY.search(note)
        for opens, shut, closes in _BRACKET.findall(entity[1]) if entity else ():
            if opens:
                key, kind = opens.split("-")[:2]
                opened.append((key, kind, i))
            if shut or closes:
                which = closes or opens.split("-")[0]
                last = max(k for k, entry in enumerate(opened) if entry[0] == which)
                _, kind, first = opened.pop(last)
                yield _Phrase(first, i + 1, kind)


def _names(text: str, tokens: Sequence[_Token], phrases: Sequence[_Phrase]) -> Iterator[NamedSpan]:
    for phrase in phrases:
        head = _head(tokens, phrase)
        if head is None or not tokens[head].proper or phrase.kind in _NO_NAMES:
            continue
        first, last = _run(tokens, phrase, head, phrases)
        kind = _TYPES.get(phrase.kind, "other")
        start, end = bare(text, tokens[first].start, tokens[last - 1].end, kind)
        cut = text.find(" of ", start, end)
        if kind != "person" or is_person_name(text, start, end if cut < 0 else cut):
            yield NamedSpan(start, end, _type(text[start:end], kind), "name")


def _type(name: str, kind: EntityType) -> EntityType:
    known = look_up(name)
    if kind == "organisation" and known is not None and known.type == "location":
        return "location"
    return sorted_other(name) if kind == "other" else facility_or(name, kind)


def _head(tokens: Sequence[_Token], phrase: _Phrase) -> int | None:
    """The first token that hangs from outside the phrase, marks aside."""
    for i in range(phrase.first, phrase.last):
        outside = not phrase.first <= tokens[i].head < phrase.last
        if outside and tokens[i].rel not in ("punct", "case", "cc"):
            return i
    return None


def _run(tokens: Sequence[_Token], phrase: _Phrase, head: int, phrases: Sequence[_Phrase]) -> tuple[int, int]:
    """The token range of the name around its head."""
    first, last = head, head + 1
    while (step := _step(tokens, range(first - 1, phrase.first - 1, -1), head, phrases)) is not None:
        first = step
    while (step := _step(tokens, range(last, phrase.last), head, phrases)) is not None:
        last = step + 1
    return first, last


def _step(tokens: Sequence[_Token], way: range, head: int, phrases: Sequence[_Phrase]) -> int | None:
    """The next token on the way that belongs to the name, past at most two joining words."""
    for i in way[:3]:
        token = tokens[i]
        if token.proper or (token.form[:1].isupper() and token.tag in _MAY_JOIN) or _numeral(tokens, i, head):
            return i if _belongs(tokens, i, head, phrases) else None
        if token.form.lower() not in _JOINS:
            return None
    return None


def _numeral(tokens: Sequence[_Token], i: int, head: int) -> bool:
    """Whether a number stands in a name: "Apollo 11", "5th Fleet"."""
    return tokens[i].tag in ("CD", "JJ") and tokens[i].form[0].isdigit() and abs(i - head) == 1


def _belongs(tokens: Sequence[_Token], i: int, head: int, phrases: Sequence[_Phrase]) -> bool:
    """Whether the way up the tree from ``i`` to the head passes nothing but parts of one name."""
    k = i
    while k != head:
        token = tokens[k]
        if token.rel.split(":")[0] not in _INSIDE or token.head < 0:
            return False
        alone = any(p.first <= k < p.last and not p.first <= head < p.last for p in phrases)
        if alone and token.rel in ("nmod:poss", "conj"):
            return False
        if token.rel == "nmod" and not _of(tokens, k):
            return False
        k = token.head
    return True


def _of(tokens: Sequence[_Token], k: int) -> bool:
    """Whether a modifier hangs on "of" or "for", as within names; "in" and "from" tell where one is."""
    cases = [t.form.lower() for t in tokens if t.head == k and t.rel == "case"]
    return not cases or cases[0] in ("of", "for", "de", "du", "del", "von", "van")
