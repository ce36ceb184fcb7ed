"""Where a noun phrase beside a cue begins and ends.

No tagger: a phrase is bounded by marks, clause words and verbs that are known
to be verbs (auxiliaries, frequent cues). Ranges are ``(first, last)`` token
indices, both included.
"""

from __future__ import annotations

from headwater.voices.clause import Sentence
from headwater.voices.rates import form_rates
from headwater.voices.words import (
    AUXILIARIES,
    CONTRACTED,
    COORDINATORS,
    DETERMINERS,
    LEADING_ADVERBS,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    WEEKDAYS,
    is_adverb,
)

Range = tuple[int, int]
MAX_WORDS = 30
# "According to HUR, Kyiv's military intelligence, the ..." names nobody at greater length.
SHORT_APPOSITION = 7
_BOUNDARY_MARKS = frozenset(',;:—–-()[]“”"«»….!?/')
# Prepositions that carry on a phrase after its head noun.
_INSIDE = frozenset(
    "of for from with at in on to under by against behind near inside outside between".split()
)
# A form that is a cue this often is a verb.
_VERBISH = 0.45
_APPOSITION_ENDS = frozenset(",;—–:")
_LONGEST_APPOSITION = 22
_LONGEST_INNER = 28
# Adverbs that open an apposition: "John Roe, now a farmer, said".
_ONCE = frozenset(("now", "then", "once", "formerly"))

# Words that end a speaker who stands behind a cue: a clause or a setting begins.
_STOPS_AFTER = frozenset(
    "who which that as when while after before during since until in on at by via through because if "
    "though although where".split()
)

# Nouns for persons that take the body they belong to along: "a professor at Yale".
_POSTS = frozenset(
    "scene ministry department office company embassy hospital port terminal station area region city".split()
)
_ROLES = frozenset(
    "professor officer manager spokesperson analyst fellow expert official officials scientist researcher "
    "lecturer lawyer director editor resident spokesman spokeswoman spokesperson economist strategist "
    "adviser advisor diplomat doctor surgeon".split()
)


def is_verb(sentence: Sentence, i: int) -> bool:
    """Whether a token is surely a verb: an auxiliary or a frequent cue word."""
    word = sentence.low(i)
    if word in AUXILIARIES or word in CONTRACTED:
        return True
    return form_rates().get(word, 0.0) >= _VERBISH and not sentence.tokens[i].is_capital


def subject_before(sentence: Sentence, i: int) -> Range | None:
    """The noun phrase that ends right before token ``i``, appositions included."""
    j = i - 1
    if j < 0 or sentence.quoted[j]:
        return None
    if sentence.tokens[j].text == ",":
        return _before_apposition(sentence, j)
    if sentence.tokens[j].text in (")", "]"):
        return _before_bracket(sentence, j)
    return _plain(sentence, j)


def _plain(sentence: Sentence, j: int) -> Range | None:
    if not sentence.tokens[j].is_word or sentence.quoted[j]:
        return None
    word = sentence.low(j)
    if word in RELATIVES or word in PRONOUNS:
        return (j, j)
    last = _strip_tail(sentence, j)
    first = _left_edge(sentence, last)
    start = _strip_lead(sentence, first, last)
    return (start, last) if start is not None and start <= last else None


def _strip_tail(sentence: Sentence, last: int) -> int:
    """Leave out a time behind the phrase: "The White House on Monday confirmed"."""
    k = last
    while k > 0 and (sentence.low(k) in TIME_WORDS or sentence.tokens[k].text.isdigit()):
        k -= 1
    if k < last and k > 0 and sentence.low(k) in ("on", "in", "at", "last", "this", "late", "early"):
        return k - 1
    weekday = sentence.low(last) in WEEKDAYS or sentence.low(last) in ("today", "yesterday", "recently")
    return k if weekday and k < last else last


def _left_edge(sentence: Sentence, j: int) -> int:
    """The first token of the words that may belong to the phrase that ends in ``j``."""
    k = j
    while k > 0 and j - k < MAX_WORDS and not _bounds(sentence, k - 1):
        k -= 1
    return k


def _bounds(sentence: Sentence, k: int) -> bool:
    """Whether no noun phrase reaches over token ``k`` to the left."""
    word = sentence.low(k)
    return (
        sentence.quoted[k]
        or (sentence.tokens[k].text in _BOUNDARY_MARKS and not _inner_mark(sentence, k))
        or word in SUBORDINATORS
        or word in RELATIVES
        or is_verb(sentence, k)
        or (word in COORDINATORS and not _joins_nouns(sentence, k))
    )


def _inner_mark(sentence: Sentence, k: int) -> bool:
    """A stop inside a name ("Lt.", "J."), a hyphen, an apostrophe."""
    text = sentence.tokens[k].text
    if text == ".":
        glued = k > 0 and sentence.tokens[k].start == sentence.tokens[k - 1].end
        return glued and len(sentence.tokens[k - 1].text) <= 5 and k + 1 < len(sentence.tokens)
    return text in "/-" and sentence.tokens[k].start == sentence.tokens[k - 1].end


def _joins_nouns(sentence: Sentence, k: int) -> bool:
    """Whether "and" at ``k`` stands between two noun phrases rather than two clauses."""
    if sentence.low(k) not in ("and", "or") or k == 0:
        return False
    m = k - 1
    while m >= 0 and not (sentence.tokens[m].text in _BOUNDARY_MARKS and not _inner_mark(sentence, m)):
        if is_verb(sentence, m) or sentence.low(m) in SUBORDINATORS or sentence.quoted[m]:
            return False
        m -= 1
    return m < k - 1


def _strip_lead(sentence: Sentence, first: int, last: int) -> int | None:
    """Drop adverbs, conjunctions and phrases of time or place before the phrase proper."""
    at: int | None = first
    while at is not None and at <= last:
        if _leads(sentence, at, last):
            at += 1
        elif sentence.low(at) in PREPOSITIONS or sentence.low(at) == "as":
            at = _after_prepositional(sentence, at, last)
        else:
            return at
    return None


def _leads(sentence: Sentence, k: int, last: int) -> bool:
    """Whether an adverb, conjunction or time at ``k`` only leads up to the phrase that ends in ``last``."""
    word = sentence.low(k)
    ordinal_name = word in ("first", "second", "third") and sentence.tokens[k].is_capital
    if word in LEADING_ADVERBS and not ordinal_name:
        return True
    if k == last:
        return False
    return is_adverb(word) or (word in TIME_WORDS and not _capital_name_follows(sentence, k))


def _capital_name_follows(sentence: Sentence, first: int) -> bool:
    """``May`` or ``April`` as a name: ``April Ryan said``."""
    return (
        sentence.low(first) in MONTHS
        and sentence.tokens[first].is_capital
        and sentence.tokens[first + 1].is_capital
    )


def _after_prepositional(sentence: Sentence, first: int, last: int) -> int | None:
    """Where the phrase proper begins after an opening prepositional phrase without a comma."""
    k = first + 1
    while k <= last and (sentence.low(k) in TIME_WORDS or sentence.tokens[k].text[0].isdigit()):
        k += 1
    if k > first + 1 and k <= last:
        return k
    starts = [
        m
        for m in range(first + 2, last + 1)
        if (sentence.low(m) in DETERMINERS or sentence.low(m) in PRONOUNS or sentence.tokens[m].is_capital)
        and not (
            sentence.tokens[m - 1].is_capital
            or sentence.low(m - 1) in _INSIDE
            or sentence.low(m - 1) in DETERMINERS
        )
    ]
    return starts[-1] if starts else None


def _before_apposition(sentence: Sentence, comma: int) -> Range | None:
    """The phrase before ``, the leader of X,`` with its apposition and both commas."""
    for k in range(comma - 1, max(0, comma - MAX_WORDS), -1):
        if sentence.quoted[k]:
            return None
        if sentence.low(k) == "," and k < comma - 1:
            if _is_apposition(sentence, k + 1, comma - 1):
                head = _plain(sentence, k - 1)
                return (head[0], comma) if head is not None else None
            if not sentence.tokens[k - 1].is_word:  # as it is in ", R-Texas," and "the mayor of X, Y,"
                return None
    return None


def _is_apposition(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words between two commas say who somebody is."""
    words = [sentence.low(k) for k in range(first, last + 1)]
    if not words or len(words) > _LONGEST_INNER:
        return False
    opener = words[0]
    if opener in ("who", "whose", "which", "whom"):
        return True
    relative = next((i for i, w in enumerate(words) if w in RELATIVES), len(words) - 1)
    if any(is_verb(sentence, first + i) for i in range(relative + 1)):
        return False
    named = sentence.tokens[first].is_capital or sentence.tokens[first].text[0].isdigit()
    clause = opener in SUBORDINATORS or opener in PREPOSITIONS or opener in COORDINATORS
    return named or opener in DETERMINERS or opener in _ONCE or not (clause or is_adverb(opener))


def _before_bracket(sentence: Sentence, close: int) -> Range | None:
    k = close - 1
    while k > 0 and sentence.tokens[k].text not in ("(", "["):
        k -= 1
    head = _plain(sentence, k - 1) if k > 0 and close - k < 12 else None
    return (head[0], close) if head is not None else None


def phrase_after(sentence: Sentence, i: int, *, closed: bool = False) -> Range | None:
    """The noun phrase that begins at token ``i`` (a speaker after "said" or "according to").

    An apposition and the comma that closes it belong to it; with ``closed``, one
    that runs to the end of the sentence does not ("According to the navy, the barge held food").
    """
    row = sentence.tokens
    if i >= len(row) or sentence.quoted[i] or not row[i].is_word:
        return None
    if row[i].low in PRONOUNS and not (row[i].low == "one" and sentence.low(i + 1) == "of"):
        return (i, i)
    k = i
    while k + 1 < len(row) and k - i < MAX_WORDS and not _ends_phrase(sentence, k + 1, k > i):
        k += 1
    end = _apposition_after(sentence, k)
    return (i, k if closed and (end + 2 >= len(row) or end - k > SHORT_APPOSITION) else end)


def _ends_phrase(sentence: Sentence, k: int, beyond_first: bool) -> bool:
    """Whether a noun phrase on the left ends before token ``k``."""
    token, word = sentence.tokens[k], sentence.low(k)
    if sentence.quoted[k] or (word in _STOPS_AFTER and not _inside_name(sentence, k)):
        return True
    if not token.is_word and token.text not in ("'", "’", "&") and not _inner_mark(sentence, k):
        return True
    if word in TIME_WORDS and beyond_first and word not in ("week", "year"):
        return True
    if word in COORDINATORS and not _coordinates_right(sentence, k):
        return True
    return is_verb(sentence, k) or _new_phrase(sentence, k)


def _new_phrase(sentence: Sentence, k: int) -> bool:
    """Another noun phrase begins: "according to the port authority some 140 people were"."""
    word, before = sentence.low(k), sentence.low(k - 1)
    opens = (
        word in ("the", "a", "an", "some", "about", "several", "more", "at")
        or sentence.tokens[k].text[0].isdigit()
    )
    return opens and before not in PREPOSITIONS | COORDINATORS and not sentence.tokens[k - 1].is_capital


def _inside_name(sentence: Sentence, k: int) -> bool:
    """Whether "at" or "in" belongs to a role: "professor at Yale", "a police officer at the scene".

    Not where a setting follows: "an official in a statement", "the officer at a briefing".
    """
    if sentence.low(k) not in ("at", "in") or k == 0:
        return False
    if sentence.low(k - 1) in ("source", "sources"):
        return sentence.low(k + 1) not in TIME_WORDS | DETERMINERS or sentence.low(k + 1) == "the"
    if sentence.low(k - 1) not in _ROLES:
        return False
    if k + 1 < len(sentence.tokens) and sentence.tokens[k + 1].is_capital:
        return sentence.low(k + 1) not in TIME_WORDS
    return sentence.low(k + 1) == "the" and sentence.low(k + 2) in _POSTS


def _coordinates_right(sentence: Sentence, k: int) -> bool:
    follow = sentence.tokens[k + 1] if k + 1 < len(sentence.tokens) else None
    if sentence.low(k) not in ("and", "or") or follow is None or follow.low in PRONOUNS:
        return False
    if not (follow.is_capital or follow.low in DETERMINERS or sentence.tokens[k - 1].low.endswith("s")):
        return False
    return not any(is_verb(sentence, m) for m in range(k + 1, min(k + 6, len(sentence.tokens))))


def _apposition_after(sentence: Sentence, k: int) -> int:
    """``k`` moved over ``, a delegate from Ohio`` and the comma behind it."""
    end = _apposition_end(sentence, k + 2) if _apposition_opens(sentence, k) else None
    if end is None:
        return k
    if sentence.low(end + 1) != "," or end + 1 == len(sentence.tokens):
        return end
    following = sentence.low(end + 2)
    return k if following in PRONOUNS and following != "who" else end + 1


def _apposition_opens(sentence: Sentence, k: int) -> bool:
    """Whether a comma and what can open an apposition stand behind ``k``."""
    if sentence.low(k + 1) != "," or k + 2 >= len(sentence.tokens) or sentence.quoted[k + 2]:
        return False
    opener = sentence.tokens[k + 2]
    names = opener.low in DETERMINERS or opener.low in _ROLES
    return (names or opener.is_capital or opener.text[0].isdigit()) and opener.low not in PRONOUNS


def _apposition_end(sentence: Sentence, first: int) -> int | None:
    """The last token of an apposition; ``None`` if a verb shows that it is none."""
    row, end = sentence.tokens, first
    while end + 1 < len(row) and row[end + 1].text not in _APPOSITION_ENDS and not sentence.quoted[end + 1]:
        if is_verb(sentence, end + 1) or end - first > _LONGEST_APPOSITION:
            return None
        last_stop = row[end + 1].text in ".!?" and end + 2 >= len(row)
        if last_stop or row[end + 1].low in RELATIVES:
            break
        end += 1
    return end
