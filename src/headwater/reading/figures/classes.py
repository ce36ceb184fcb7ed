"""The words of a sentence as one letter each, so that grammar over them is a plain pattern.

A pattern over letters reads as a phrase does: ``N[nwC]*`` is a number with its
noun. Each word keeps its place in the text and, if it tells of harm, its fate.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from headwater.reading.figures import lexicon
from headwater.reading.figures.cardinals import word_set
from headwater.reading.figures.fates import DEATH, FATES, FIXED, Fate, fixed_fate, is_of_victims
from headwater.reading.tokens import Token, lowered, sentence_tokens
from headwater.records import Span

NUMBER, NOUN, FATE = "N", "n", "TGBIAKX"
"""The letters for a figure, for a noun for people, and for the sorts of words of harm."""

_SETS: tuple[tuple[str, frozenset[str]], ...] = (
    ("a", word_set("a an another one")),
    ("s", word_set("his her their its our my your")),
    ("t", word_set("the this these those both all")),
    ("o", word_set("of")),
    ("p", word_set(
        "in at on by from near with without under over to for into onto during after before since until "
        "inside "
        "outside around across along through between against as within behind beside off toward towards "
        "despite amid than via alongside below above beyond per aboard due following like about up out "
        "according")),
    ("&", word_set("and or & plus nor")),
    ("i", word_set("including include includes included involving comprising")),
    ("b", word_set("was were is are be been being am got get gets getting remain "
        "remained")),
    ("h", word_set("has have had having")),
    ("m", word_set("will would may might can could should must to continue continued")),
    ("e", word_set("reported feared believed thought expected presumed confirmed found left declared "
        "pronounced leave")),
    ("r", word_set("who which whom whose that")),
    ("j", word_set(
        "where when while because if but although though so then whereas unless once what how why saying "
        "adding claiming reporting")),
    ("x", word_set(
        "identified named belonging aged known called described alias accused suspected working serving "
        "posted "
        "travelling traveling deployed comprising based living hailing carrying wanted related attached "
        "attending travelling riding standing walking sleeping fishing guarding patrolling manning studying "
        "loyal numbering ages")),
    ("d", word_set("he she they him them it we us i you himself themselves there here")),
    ("y", word_set(
        "also later still already since yet now then all both just only even again too almost instead "
        "subsequently "
        "not never eventually ago soon more meanwhile however moreover severely seriously critically")),
    ("z", word_set(
        "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight overnight "
        "last earlier each every january february april june july august september october november december "
        "nearby elsewhere ahead early late recently")),
    ("v", word_set(
        "said says say told came went took set blew ran shot hit struck made did broke fell fought sent "
        "held led saw "
        "began gave put met lost threw burst took fired shooting does do fight fights hits leaves rose goes "
        "keep kept became become seen done stood brought bring brings hurled hid wrote sought taken beaten")),
)  # fmt: skip
_LETTER = {word: letter for letter, words in reversed(_SETS) for word in words}
_BEFORE = 600
"""Code points before a sentence in which a death may be told of, whose victims it names."""
_PEOPLE = lexicon.PEOPLE | lexicon.TROOPS
_MARKS = {
    ",": ",", "(": "(", ")": ")", "[": "(", "]": ")", "/": "&", "-": "w",
    **dict.fromkeys("\"“”", "q"),
}  # fmt: skip
_QUOTE_MARKS = frozenset("'‘’`")
_DASHES = frozenset(["-", "–", "—", "--"])
_ADVERB_LIKE = word_set("family assembly supply fly ally bully july italy butterfly early elderly only")
_PLAIN_PARTICIPLES = word_set(
    "armed unarmed uniformed unidentified retired alleged suspected masked elected unnamed trained "
    "married red "
    "hundred united wanted feed seed speed bed need indeed embed rebel young king being bearing sacred naked "
    "leading serving sitting visiting ruling morning evening building ring spring wing thing "
    "anything something "
    "nothing during aging opening teaching nursing cleaning evening-time combined hooded bearded estimated "
    "paid skilled wing's limited advanced veiled assigned off-duty remaining surviving fleeing teenaged"
)


class Word(NamedTuple):
    """One word, mark, figure or fixed phrase of a sentence."""

    start: int
    end: int
    low: str
    letter: str
    capital: bool = False
    number: int | None = None
    fate: Fate | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as words and as their letters."""

    words: tuple[Word, ...]
    letters: str

    def span(self, first: int, last: int) -> Span:
        """From the first of some words up to the end of the last (which is inside)."""
        return Span(self.words[first].start, self.words[last].end)


def line_of(text: str, sentence: Span, figures: Sequence[Span]) -> Line:
    """The words of a sentence; ``figures`` are those in it, in order."""
    words = tuple(_words(text, sentence, figures))
    return Line(words, "".join(w.letter for w in words))


def _words(text: str, sentence: Span, figures: Sequence[Span]) -> Iterator[Word]:
    whole = _wholes(text, sentence, figures)
    starts = [w.start for w in whole]
    given = -1
    for token in sentence_tokens(text, sentence):
        at = bisect_right(starts, token.start) - 1
        if at >= 0 and token.start < whole[at].end:
            if at != given:
                yield whole[at]
            given = at
        elif token.text not in _QUOTE_MARKS:
            yield _word(
                token, spaced=text[token.end : token.end + 1] == " " == text[token.start - 1 : token.start]
            )


def _wholes(text: str, sentence: Span, figures: Sequence[Span]) -> list[Word]:
    """What counts as one word though it is several: figures and fixed phrases outside of them."""
    found = [Word(s.start, s.end, s.of(text).lower(), NUMBER, number=n) for n, s in enumerate(figures)]
    starts = [s.start for s in figures]
    for match in FIXED.finditer(lowered(sentence.of(text))):
        if is_of_victims(match) and not DEATH.search(text, max(0, sentence.start - _BEFORE), sentence.end):
            continue
        word = _fixed(match, sentence.start)
        at = bisect_right(starts, word.end - 1) - 1
        if at < 0 or figures[at].end <= word.start:
            found.append(word)
    return sorted(found, key=lambda w: w.start)


def _fixed(match: re.Match[str], start: int) -> Word:
    """A phrase found in the sentence that begins at ``start``."""
    kind, begin, end = match.lastgroup, start + match.start(), start + match.end()
    if kind in ("joined", "including", "adverb"):
        return Word(begin, end, match[0], {"joined": "&", "including": "i", "adverb": "y"}[kind])
    fate = fixed_fate(match)
    return Word(begin, end, match[0], fate.sort, fate=fate)


def _word(token: Token, *, spaced: bool) -> Word:
    if spaced and token.text in _DASHES:
        return Word(token.start, token.end, token.low, ",")
    capital = token.is_capital
    fate = FATES.get(token.low)
    if fate is not None:
        return Word(token.start, token.end, token.low, fate.sort, capital, fate=fate)
    return Word(token.start, token.end, token.low, _letter(token), capital)


def _letter(token: Token) -> str:
    low = token.low
    if not token.is_word:
        return _MARKS.get(token.text, "." if token.text == "." else ";")
    if low in _LETTER and not (token.is_capital and low in ("may", "us", "is")):
        return _LETTER[low]
    if low in _PEOPLE or (token.stem in _PEOPLE and not token.is_possessive) or low.split("-")[-1] in _PEOPLE:
        return NOUN
    if token.is_capital:
        return "C"
    return _by_ending(low)


def _by_ending(low: str) -> str:
    if low.endswith("ly") and low not in _ADVERB_LIKE:
        return "y"
    if low.endswith(("ed", "ing")) and low not in _PLAIN_PARTICIPLES and "-" not in low and len(low) > 4:
        return "v" if low.endswith("ed") else "g"
    return "w"
