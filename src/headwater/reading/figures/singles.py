"""Counts of one without a number word: "a civilian was killed", "killed along with his assistant"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from headwater.reading.figures import lexicon
from headwater.reading.figures.cardinals import word_set
from headwater.reading.figures.counted import fate_of
from headwater.records import Figure, Span
from headwater.records.vocabulary import FigureOf

_MANY = word_set("people men women children police dead wounded injured family crew personnel troop")
_NOUNS = "|".join(sorted(n for n in (lexicon.PEOPLE | lexicon.TROOPS) - _MANY if not n.endswith("s")))
_AGENT = (
    r"(?!(?:another|other|number|order|border|river|tower|shoulder|finger|encounter|matter"
    r"|power|paper|quarter|chapter|former|senior|major|minor|lower|upper|inner|outer"
    r"|paramilitary)\b)[a-z]{2,16}(?:er|or|ist|man|woman)"
)
_ENDS = (  # "neutralised a Maoist training camp" is no person
    r"(?=\s?(?:[.,;:()”\"—–-]|$)|\s(?:in|at|on|by|from|during|after|before|when|near"
    r"|and|or|of|who|whose|identified|named|belonging|as|while|to|with|for|late|early|along|outside|inside|last|this|was|were"
    r"|under|today|yesterday)\b)"
)
_DETERMINERS = r"(?:an?|another|his|her|their|its)"
_PHRASE = (
    rf"(?P<phrase>\b{_DETERMINERS}\s(?:(?!(?:of|in|and|the|was|were|who|that|to|by|for)\b)[\w'’-]{{1,25}}\s){{0,4}}?"
    rf"(?:{_NOUNS}|{_AGENT}{_ENDS}))\b(?!['’-])"
)
_PASSIVE = (
    r"(?:killed|shot\sdead|murdered|slain|injured|wounded|hurt|arrested|detained|abducted"
    r"|kidnapped|beheaded|executed|freed|released|rescued|gunned\sdown|assassinated|hacked\sto\sdeath)"
)
_ACTIVE = (
    r"(?:killed|killing|kills|murdered|murdering|wounded|wounding|injured|injuring|arrested"
    r"|arresting|abducted|abducting|kidnapped|kidnapping|shot\sdead|executed|beheaded"
    r"|detained|freed|rescued|assassinated)"
)

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            rf"{_PHRASE}(?:,?\s(?:who|identified|named|from|of|belonging|in|at|near|aged)\b[^.;]{{0,120}}?)?,?\s"
            rf"(?:was|were|is|has\sbeen|had\sbeen|got)\s(?:also\s|later\s|\w+ly\s)?"
            rf"(?P<fate>{_PASSIVE})\b"
        ),
        rf"{_PHRASE}\s(?:has\s|had\s|also\s|later\s)?(?P<fate>died|dead)\b",
        rf"\b(?<!was\s)(?<!were\s)(?<!been\s)(?P<fate>{_ACTIVE})\s(?:\w+ly\s)?{_PHRASE}{_ENDS}",
        rf"\b(?P<fate>death|killing|murder|assassination)\sof\s{_PHRASE}",
        rf"\b(?P<fate>{_PASSIVE})\b[^.;]{{0,80}}?\s(?:along|together)\swith\s{_PHRASE}",
    )
)
_AND_AFTER = re.compile(rf"(?:,|,?\sand|\salong\swith)\s{_PHRASE}", re.IGNORECASE)
_AND_BEFORE = re.compile(rf"{_PHRASE}(?:,|,?\sand)\s", re.IGNORECASE)
_PAIR_REACH = 120
_NOUN_FATES: dict[str, FigureOf] = {"murder": "killed", "assassination": "killed"}


def singles(text: str, sentence: Span) -> Iterator[Figure]:
    """Every person counted without a number word, with what became of them."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            of = _NOUN_FATES.get(match["fate"].lower()) or fate_of(text, match.start("fate"))
            if of is not None:
                yield from _with_pair(text, sentence, Span(*match.span("phrase")), of)


def _with_pair(text: str, sentence: Span, phrase: Span, of: FigureOf) -> Iterator[Figure]:
    """The person at ``phrase``, and the one joined to it: “a guard and a villager were killed”."""
    spans = [phrase]
    after = _AND_AFTER.match(text, phrase.end, sentence.end)
    if after:
        spans.append(Span(*after.span("phrase")))
    start = max(sentence.start, phrase.start - _PAIR_REACH)
    before = next(
        (m for m in _AND_BEFORE.finditer(text, start, phrase.start) if m.end() == phrase.start), None
    )
    if before:
        spans.append(Span(*before.span("phrase")))
    return (Figure(span, 1, 1, "exact", "person", of) for span in spans)
