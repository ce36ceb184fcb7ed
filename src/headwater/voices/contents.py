"""Where the content of a cue begins and ends."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.records import Span
from headwater.records.spans import trim
from headwater.voices.clause import Sentence
from headwater.voices.cues import Cue
from headwater.voices.words import ADDRESSEE_CUES, COORDINATORS, TIME_WORDS

# Longest run of words between a cue and its "that" or quotation: "told reporters on
# Tuesday after the vote in the Senate that".
MAX_GAP = 16
_SETTING = frozenset(
    "statement interview speech letter tweet email e-mail memo report post conference briefing rally "
    "hearing message filing video channel website account facebook twitter telegram radio television "
    "newspaper release op-ed column debate remarks note phone call testimony appearance".split()
)
_CONNECTORS = frozenset("and but though although while as yet or nor whereas".split())
_CLAUSE_ENDS = frozenset(
    "after when while because during before until since although though if unless once".split()
)


def right_start(sentence: Sentence, cue: Cue) -> int | None:
    """The token that content after ``cue`` begins with, or ``None`` where none follows."""
    row = sentence.tokens
    p = cue.last + 1
    if p >= len(row) or row[p].text in ".!?;":
        return None
    if row[p].text == ":":
        return p + 1 if p + 1 < len(row) else None
    if row[p].low in ("and", "or", "but"):
        return None
    if row[p].low == "that" or sentence.quote_starting_at(p) is not None:
        return p
    found = _later_start(sentence, cue, p)
    if found is not None:
        return found
    if row[p].text == "," and sentence.low(p + 1) in ("citing", "quoting"):
        return p + 1
    if row[p].text in (",", "—", "–", "-") or (
        cue.word in ADDRESSEE_CUES and cue.word[:4] in ("tell", "told")
    ):
        return None
    p = _skip_setting(sentence, p)
    if sentence.low(p) == "," and sentence.low(p + 1) in ("citing", "quoting"):
        return p + 1
    return p if p < len(row) and row[p].text not in ".!?,;" else None


def _later_start(sentence: Sentence, cue: Cue, p: int) -> int | None:
    """A "that", a colon or a quotation behind an addressee, a time or a setting."""
    row = sentence.tokens
    settled = _skip_setting(sentence, p)
    addressed = cue.word in ADDRESSEE_CUES
    for q in range(p, min(p + MAX_GAP, len(row))):
        if sentence.quote_starting_at(q) is not None:
            introduced = row[q - 1].text in (",", ":") or q == settled or (addressed and q <= p + 3)
            return q if introduced else None
        if row[q].low == "that" and (addressed or q == settled):
            return q
        if row[q].low in ("whether", "how", "if") and addressed:
            return q
        if row[q].low == "to" and addressed and q > p and q + 1 < len(row) and not row[q + 1].is_capital:
            return q if cue.word[:3] in ("urg", "ask", "per", "con", "adv", "enc") else None
        if row[q].text in ";.!?" or (row[q].text == "," and q > settled and not addressed):
            return None
    return None


def _skip_setting(sentence: Sentence, p: int) -> int:
    """``p`` moved over "on Tuesday", "in a statement", "at a rally in Ohio"."""
    row = sentence.tokens
    while p < len(row):
        word = row[p].low
        if word in TIME_WORDS or (
            row[p].text[0].isdigit() and p + 1 < len(row) and row[p + 1].low in TIME_WORDS
        ):
            p += 1
            continue
        if word in ("on", "in", "at", "during", "to", "via", "late", "by", "of"):
            end = _setting_end(sentence, p)
            if end is not None:
                p = end
                continue
        return p
    return p


def _setting_end(sentence: Sentence, p: int) -> int | None:
    row = sentence.tokens
    if p + 1 < len(row) and row[p + 1].low in TIME_WORDS:
        return p + 2
    for q in range(p + 1, min(p + 7, len(row))):
        if not row[q].is_word or sentence.quoted[q]:
            return None
        if row[q].low in _SETTING or (
            row[p].low == "to" and row[q].low in ("reporters", "journalists", "supporters")
        ):
            after = row[q + 1].low if q + 1 < len(row) else ""
            return q + 2 if after in TIME_WORDS else q + 1
    return None


def left_content(sentence: Sentence, before: int, floor: int) -> Span | None:
    """The content that ends right before token ``before`` (a speaker or a cue), from ``floor`` on.

    A comma outside quotation marks stays out; a quotation that began in an
    earlier sentence of the paragraph is taken whole.
    """
    last = before - 1
    if last >= floor and sentence.tokens[last].text in (",", "—", "–", "-") and not _in_quote(sentence, last):
        last -= 1
    if last < floor:
        return None
    start = sentence.tokens[floor].start
    if floor == 0:
        start = _quote_start(sentence, start)
    return trim(sentence.text, start, sentence.tokens[last].end)


def _in_quote(sentence: Sentence, i: int) -> bool:
    return sentence.quoted[i]


def _quote_start(sentence: Sentence, start: int) -> int:
    inside = [q.span.start for q in sentence.quotes if q.span.start < start < q.span.end]
    return min(inside, default=start)


def right_content(sentence: Sentence, start: int, end: int) -> Span | None:
    """The content from token ``start`` up to, not including, token ``end``; final stop outside."""
    row = sentence.tokens
    last = end - 1
    while (
        last >= start
        and not sentence.quoted[last]
        and row[last].text in (",", ".", "!", "?", ";", ":", "—", "–", "-")
    ):
        if row[last].text == "." and last > start and row[last - 1].text in (".", "…"):
            break
        last -= 1
    if last < start:
        return None
    stop = row[last].end
    for quote in sentence.quotes:
        if quote.span.start < stop < quote.span.end and last == len(row) - 1:
            stop = quote.span.end
    return trim(sentence.text, row[start].start, stop)


def right_end(
    sentence: Sentence, cue: Cue, start: int, later: Sequence[tuple[Cue, int]], *, object_only: bool
) -> int:
    """The token before which the content that begins at ``start`` ends.

    ``later`` holds the cues after this one, each with the token where its own
    clause begins (its speaker, or the cue itself where it shares ours).
    """
    row = sentence.tokens
    limit = len(row)
    for other, clause in later:
        if other.first <= start or sentence.low(start) in ("citing", "quoting"):
            continue
        cut = _coordinate_cut(sentence, other, clause)
        if cut is None and object_only and clause < other.first and sentence.low(clause - 1) == ",":
            cut = clause - 1  # a headline: "Tesmar accuses Orvany, Brask denies role"
        if cut is None and clause < cue.first and sentence.tokens[other.first - 1].text == ",":
            cut = (
                other.first - 1
            )  # its subject stands before ours: "Officials, who feared for their jobs, said"
        if cut is not None and cut > start:
            limit = min(limit, cut)
            break
    for k in range(start + 1, limit):
        if sentence.quoted[k]:
            continue
        if row[k].text == ";" or (object_only and k > start + 1 and _object_ends(sentence, k)):
            return k
    return limit


def _coordinate_cut(sentence: Sentence, other: Cue, clause: int) -> int | None:
    """Where the clause of another cue breaks off what came before; ``None`` if it is nested in it."""
    row = sentence.tokens
    k = clause - 1
    if k > 0 and row[k].low in ("which", "whom") and row[k - 1].text == ",":
        return k - 1  # "accused it of sheltering them, which Brask denies": an aside of the writer's
    if other.kind == "phrase" or other.kind == "participle":
        return (
            k if k >= 0 and row[k].text in (",", "—", "–") else (clause if other.kind == "phrase" else None)
        )
    if k >= 0 and row[k].low in _CONNECTORS:
        before = k - 1
        if before >= 0 and row[before].text == ",":
            return before
        return k if clause == other.first or row[k].low in ("but", "while", "though", "although") else None
    return None


def _object_ends(sentence: Sentence, k: int) -> bool:
    row = sentence.tokens
    word = row[k].low
    following = row[k + 1] if k + 1 < len(row) else None
    if row[k].text in ("—", "–"):
        return True
    if row[k].text == "," and following is not None:
        return (
            following.low in COORDINATORS
            or following.low.endswith("ing")
            or following.low in _CLAUSE_ENDS
            or following.low == "who"
        )
    return word in _CLAUSE_ENDS or (word == "by" and following is not None and following.low.endswith("ing"))
