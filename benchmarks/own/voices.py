"""Whether two labels name the same voice. Pure; defined in words in docs/measures.md."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[\w&]+(?:[’'.-]\w+)*")
ARTICLES = frozenset("the a an".split())
_TITLES = frozenset(
    "mr mrs ms dr prof professor sen senator rep representative gov governor gen general lt lieutenant col "
    "colonel maj major sgt sergeant capt captain president vice-president minister prime chancellor king "
    "queen prince princess mayor judge justice rev reverend sir lord lady dame chief secretary ambassador "
    "congressman congresswoman former then-president ex-president".split()
)
_HEAD_ENDS = frozenset("of at in for from with on to close familiar".split())
PRONOUNS = frozenset("he she they it we i you who which that his her their its our my him them us".split())


def words_of(label: str) -> tuple[str, ...]:
    """The words of a label in lower case, without article, possessive and stops."""
    folded = label.casefold().replace("’", "'")
    words = [re.sub(r"'s?$", "", w).replace(".", "") for w in _WORD.findall(folded)]
    return tuple(w for i, w in enumerate(words) if w and not (i == 0 and w in ARTICLES))


def without_titles(words: Sequence[str]) -> tuple[str, ...]:
    """The words behind the titles that open a name; a title alone or with an "of" is kept."""
    at = 0
    while at + 1 < len(words) and words[at] in _TITLES and words[at + 1] not in _HEAD_ENDS:
        at += 1
    return tuple(words[at:])


def same_label(left: str, right: str) -> bool:
    """Whether one label is the other, its short form, its head or its initials, case and titles aside."""
    a, b = (without_titles(words_of(label)) for label in (left, right))
    if not a or not b or a == b:
        return bool(a) and a == b
    short, long = sorted((a, b), key=len)
    return _is_short(short, long) or _is_initials(left, right) or _is_initials(right, left)


def _is_short(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether ``short`` ends as ``long`` ("Lorn", "Ada Lorn") or is its head ("aide", "aide to Lorn")."""
    if len(long) == len(short):
        return False
    tail = short[-1] == long[-1] and set(short) <= set(long)
    head = tuple(long[: len(short)]) == tuple(short) and long[len(short)] in _HEAD_ENDS
    return tail or head


def _is_initials(short: str, long: str) -> bool:
    letters = re.sub(r"^(?:the|The) ", "", short).replace(".", "")
    capitals = "".join(w[0] for w in long.split() if w[0].isupper() and w.casefold() not in ARTICLES)
    return len(letters) > 1 and letters.isupper() and letters == capitals


def same_voice(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether any label of the one names the same voice as any of the other."""
    others = list(right)
    return any(same_label(a, b) for a in left for b in others)


def as_full(read: str, wanted: Iterable[str]) -> bool:
    """Whether a label has every word of one of those wanted, titles aside."""
    have = set(words_of(read))
    return any(set(without_titles(words_of(w))) <= have or _is_initials(w, read) for w in wanted)


def is_pronoun(words: str) -> bool:
    """Whether the words of a source are one pronoun."""
    found = words_of(words)
    return len(found) == 1 and found[0] in PRONOUNS


def is_short_form(words: str, speaker: Iterable[str]) -> bool:
    """Whether the words of a source are no pronoun and lack a word of each label of their speaker."""
    have = set(words_of(words))
    return not is_pronoun(words) and not any(set(without_titles(words_of(s))) <= have for s in speaker)
