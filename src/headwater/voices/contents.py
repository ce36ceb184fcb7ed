"""Where the content of a cue begins and ends."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.records import Span
from headwater.records.spans import trim
from headwater.voices.clause import Sentence
from headwater.voices.cues import Cue
from headwater.voices.lexicon import ADDRESSEE_CUES, CITES
from headwater.voices.words import COORDINATORS, TIME_WORDS, is_adverb

# Longest run of words between a cue and its "that" or quotation: "told reporters on
# Tuesday after the vote in the Senate that".
MAX_GAP = 16
# Nouns of where or how something is said: "in a statement", "at a rally".
_SETTING = frozenset(
    "statement interview speech letter tweet email e-mail memo report post conference briefing rally "
    "hearing message filing video channel website account facebook twitter telegram radio television "
    "newspaper anonymity release op-ed column debate remarks note phone call testimony appearance".split()
)
_SETTING_OPENERS = frozenset("on in at during to via late by of".split())
_LISTENERS = frozenset("reporters journalists supporters".split())
_END_MARKS = frozenset(",.!?;:—–-")
_COMMA_OR_DASH = (",", "—", "–")
# Verbs with an infinitive that is what is said: urge, ask, persuade, convince, advise, encourage.
_BIDDING = ("urg", "ask", "per", "con", "adv", "enc")
# Words that may join two clauses with a speaker each ...
_CONNECTORS = frozenset("and but though although while as yet or nor whereas".split())
# ... those of them that always do ...
_CONTRASTS = frozenset("but while though although".split())
# ... and words that end a content which is no more than an object.
_CLAUSE_ENDS = frozenset(
    "after when while because during before until since although though if unless once".split()
)
TELLS_ANEW = frozenset("told said added wrote tweeted".split())
_OBJECT_ENDS = COORDINATORS | _CLAUSE_ENDS | {"who"}


def right_start(sentence: Sentence, cue: Cue) -> int | None:
    """The token that content after ``cue`` begins with, or ``None`` where none follows."""
    row = sentence.tokens
    p = cue.last + 1
    if p >= len(row) or row[p].text in ".!?;" or row[p].low in ("and", "or", "but"):
        return None
    if row[p].text == ":":
        return p + 1 if p + 1 < len(row) else None
    if row[p].low == "that" or sentence.quote_starting_at(p) is not None:
        return p
    return _later_start(sentence, cue, p) or _cited_start(sentence, p) or _plain_start(sentence, cue, p)


def _cited_start(sentence: Sentence, comma: int) -> int | None:
    """``reported, citing officials``: the citing voice is content."""
    cites = sentence.low(comma) == "," and sentence.low(comma + 1) in CITES
    return comma + 1 if cites else None


def _plain_start(sentence: Sentence, cue: Cue, p: int) -> int | None:
    """Content right behind the cue, or behind a time or setting, that nothing introduces."""
    row = sentence.tokens
    told = cue.word in ADDRESSEE_CUES and cue.word.startswith(("tell", "told"))
    if told or row[p].text in (*_COMMA_OR_DASH, "-"):
        return None
    p = _skip_setting(sentence, p)
    plain = p < len(row) and row[p].text not in ".!?,;"
    return p if plain else _cited_start(sentence, p)


def _later_start(sentence: Sentence, cue: Cue, p: int) -> int | None:
    """A "that", a colon or a quotation behind an addressee, a time or a setting."""
    row = sentence.tokens
    settled = _skip_setting(sentence, p)
    addressed = cue.word in ADDRESSEE_CUES
    for q in range(p, min(p + MAX_GAP, len(row))):
        if sentence.quote_starting_at(q) is not None:
            introduced = row[q - 1].text in (",", ":") or q == settled or (addressed and q <= p + 3)
            return q if introduced else None
        if q > p and row[q].low in TELLS_ANEW:
            return None  # "dismissed the findings and told Reuters: “...”"
        if _introduces(sentence, q, addressed=addressed, settled=q == settled):
            return q
        if row[q].low == "to" and addressed and q > p and q + 1 < len(row) and not row[q + 1].is_capital:
            return q if cue.word.startswith(_BIDDING) else None
        goes_on = not addressed or sentence.low(q + 1).endswith(
            "ing"
        )  # "told Reuters, contradicting her claim that"
        if row[q].text in ";.!?" or (row[q].text == "," and q > settled and goes_on):
            return None
    return None


def _introduces(sentence: Sentence, q: int, *, addressed: bool, settled: bool) -> bool:
    """Whether the word at ``q`` opens content: "that", or a question put to somebody."""
    word = sentence.low(q)
    return (word == "that" and (addressed or settled)) or (addressed and word in ("whether", "how", "if"))


def _skip_setting(sentence: Sentence, p: int) -> int:
    """``p`` moved over "on Tuesday", "separately in a statement", "at a rally in Ohio"."""
    while p < len(sentence.tokens):
        if _is_time(sentence, p) or (is_adverb(sentence.low(p)) and sentence.low(p + 1) in _SETTING_OPENERS):
            p += 1
            continue
        end = _setting_end(sentence, p) if sentence.low(p) in _SETTING_OPENERS else None
        if end is None:
            break
        p = end
    return p


def _is_time(sentence: Sentence, p: int) -> bool:
    """A word of a time, or a number before one: "4 p.m. Tuesday" is none, "4 May" is."""
    digit = sentence.tokens[p].text[0].isdigit()
    return sentence.low(p) in TIME_WORDS or (digit and sentence.low(p + 1) in TIME_WORDS)


def _setting_end(sentence: Sentence, p: int) -> int | None:
    """The token behind the setting that the preposition at ``p`` opens."""
    row = sentence.tokens
    if sentence.low(p + 1) in TIME_WORDS:
        return p + 2
    for q in range(p + 1, min(p + 7, len(row))):
        if not row[q].is_word or sentence.quoted[q]:
            return None
        if row[q].low in _SETTING or (row[p].low == "to" and row[q].low in _LISTENERS):
            return q + 2 if sentence.low(q + 1) in TIME_WORDS else q + 1
    return None


def left_content(sentence: Sentence, before: int, floor: int) -> Span | None:
    """The content that ends right before token ``before`` (a speaker or a cue), from ``floor`` on.

    A comma outside quotation marks stays out; a quotation that began in an
    earlier sentence of the paragraph is taken whole.
    """
    last = before - 1
    if last >= floor and sentence.tokens[last].text in (*_COMMA_OR_DASH, "-") and not sentence.quoted[last]:
        last -= 1
    if last < floor:
        return None
    start = sentence.tokens[floor].start
    if floor == 0:
        start = _quote_start(sentence, start)
    return trim(sentence.text, start, sentence.tokens[last].end)


def _quote_start(sentence: Sentence, start: int) -> int:
    inside = [q.span.start for q in sentence.quotes if q.span.start < start < q.span.end]
    return min(inside, default=start)


def right_content(sentence: Sentence, start: int, end: int) -> Span | None:
    """The content from token ``start`` up to, not including, token ``end``; final stop outside."""
    row = sentence.tokens
    last = _without_marks(sentence, start, end - 1)
    if last < start:
        return None
    stop = row[last].end
    if last == len(row) - 1:  # a quotation that goes on in the next sentence is taken whole
        for quote in sentence.quotes:
            if quote.span.start < stop < quote.span.end:
                stop = quote.span.end
    return trim(sentence.text, row[start].start, stop)


def _without_marks(sentence: Sentence, start: int, last: int) -> int:
    """``last`` moved back over marks outside quotations, but not into an ellipsis."""
    row = sentence.tokens
    while last >= start and not sentence.quoted[last] and row[last].text in _END_MARKS:
        if row[last].text == "." and last > start and row[last - 1].text in (".", "…"):
            break
        last -= 1
    return last


def right_end(
    sentence: Sentence, cue: Cue, start: int, later: Sequence[tuple[Cue, int]], *, object_only: bool
) -> int:
    """The token before which the content that begins at ``start`` ends.

    ``later`` holds the cues after this one, each with the token where its own
    clause begins (its speaker, or the cue itself where it shares ours).
    """
    limit = _later_clause(sentence, cue, start, later, object_only=object_only)
    for k in range(start + 1, limit):
        ends = sentence.tokens[k].text == ";" or (object_only and k > start + 1 and _object_ends(sentence, k))
        if ends and not sentence.quoted[k]:
            return k
    return limit


def _later_clause(
    sentence: Sentence, cue: Cue, start: int, later: Sequence[tuple[Cue, int]], *, object_only: bool
) -> int:
    """Where the first later clause that is not nested in this one breaks it off."""
    if sentence.low(start) not in CITES:
        for other, clause in later:
            cut = _cut(sentence, cue, other, clause, object_only=object_only) if other.first > start else None
            if cut is not None and cut > start:
                return min(cut, len(sentence.tokens))
    return len(sentence.tokens)


def _cut(sentence: Sentence, cue: Cue, other: Cue, clause: int, *, object_only: bool) -> int | None:
    cut = _coordinate_cut(sentence, other, clause)
    if cut is None and object_only and clause < other.first and sentence.low(clause - 1) == ",":
        cut = clause - 1  # a headline: "Tesmar accuses Orvany, Brask denies role"
    if cut is None and clause < cue.first and sentence.low(other.first - 1) == ",":
        cut = other.first - 1  # its subject stands before ours: "Officials, who feared him, said"
    return cut


def _coordinate_cut(sentence: Sentence, other: Cue, clause: int) -> int | None:
    """Where the clause of another cue breaks off what came before; ``None`` if it is nested in it."""
    k = clause - 1
    joint, before = sentence.low(k), sentence.low(k - 1)
    if joint in ("which", "whom") and before == ",":
        return k - 1  # "accused it of sheltering them, which Brask denies": an aside of the writer's
    if other.kind in ("phrase", "participle"):
        unmarked = clause if other.kind == "phrase" else None
        return k if joint in _COMMA_OR_DASH else unmarked
    if joint not in _CONNECTORS:
        return None
    if before == ",":
        return k - 1
    return k if clause == other.first or joint in _CONTRASTS else None


def _object_ends(sentence: Sentence, k: int) -> bool:
    """Whether a content that is no more than an object ends before ``k``."""
    word, after = sentence.low(k), sentence.low(k + 1)
    if word == ",":
        return after in _OBJECT_ENDS or after.endswith("ing")
    return word in ("—", "–") or word in _CLAUSE_ENDS or (word == "by" and after.endswith("ing"))
