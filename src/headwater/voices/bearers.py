"""Which of the names in a source's words can be the speaker: not whom an aide serves, nor a list's end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from headwater.reading.titles import PERSON_TITLES
from headwater.reading.tokens import Token
from headwater.records import Mention, Span
from headwater.voices.nounkinds import BODIES, COMPANIES, OTHER_PERSONS, OUTLETS, PERSONS, can_speak
from headwater.voices.words import AUXILIARIES, DETERMINERS, NEGATIONS, PREPOSITIONS, RELATIVES

# What a firm or other body is called before its name: "the operator, Tarn Lines".
_FIRMS = (BODIES | COMPANIES | OUTLETS | {"operator", "owner", "maker", "supplier"}) - {"house", "head"}
GERUNDS = frozenset(
    "filing ruling hearing briefing wing meeting shooting bombing building offering opening beginning "
    "warning writing king spring ring thing feed seed bed shed breed creed recording finding "
    "reading sitting".split()
)
"""Nouns with the ending of a participle: "the court filing in the case"."""
# What stands behind an outlet's name: "the Interfax news agency".
_OF_OUTLETS = frozenset(
    "news agency newspaper newswire daily weekly magazine broadcaster television tv radio network website "
    "service channel paper tabloid outlet".split()
)
_JOINTS = (" and ", ", ", ", and ", " or ")
_IN_TITLES = frozenset(("of", "the", "and", "for"))
_LONGEST_TITLE = 9


def speakers_among(
    text: str, inner: Sequence[Mention], tokens: Sequence[Token], words: Sequence[Token], head: str
) -> list[Mention]:
    """The names of a source that can be the speaker, those of its core first, then those of appositions.

    ``inner`` are all its names, ``tokens`` its words, of which ``words`` are the core with the noun ``head``.
    """
    core = Span(words[0].start, words[-1].end)
    after = [t for t in tokens if t.start >= words[-1].end]
    usable = [n for n in inner if n.type != "nationality" and _can_speak(tokens, n, core)]
    usable = _with_holder(text, inner, [n for n in usable if not _goes_on_with(text, n, inner, usable)], core)
    in_core = [n for n in usable if core.contains(n.span) or n.span.overlaps(core)]
    types = ("person", "organisation") if head in _FIRMS else ("person",)
    behind = [n for n in usable if n not in in_core and n.type in types and _is_apposed(after, n)]
    if any(w.low in PREPOSITIONS for w in words):  # "a group of ex-Tarn, Delta and Omni clerks"
        behind = [n for n in behind if n.type == "person" or _stands_alone(after, n)]
    heads = [n for n in in_core if n.span.end >= core.end or _heads(words, n)]
    return _coordinated(words, in_core) or heads or (behind[:1] if _is_role(words) else [])


def _can_speak(tokens: Sequence[Token], name: Mention, core: Span) -> bool:
    """Not a possessor ("Trump's aide"), nor an object ("an aide to Trump", "lawyers suing Trump")."""
    after = next((t for t in tokens if t.end > name.span.end or t.start >= name.span.end), None)
    if after is not None and after.start < name.span.end:
        return False  # the token goes on: a possessive ending
    before = [t for t in tokens if t.end <= name.span.start]
    low = [t.low for t in before if core.contains(Span(t.start, t.end)) or not core.contains(name.span)]
    segment = _last_segment(_without_title(before))
    if any(w in PREPOSITIONS for w in segment) or _is_object(tokens, len(before)):
        return False
    return not (low and low[-1] in PREPOSITIONS)


def _with_holder(text: str, names: Sequence[Mention], usable: list[Mention], core: Span) -> list[Mention]:
    """The names with a person who closes a phrase behind its body and post.

    "Envoy to the United Nations Ada Roe", "the Star of Tarn baker Piet Marn".
    """
    last = next((n for n in names if n.type == "person" and n.span.end == core.end), None)
    if last is None or last in usable:
        return usable
    holds = any(
        n.span.end < last.span.start
        and (gap := text[n.span.end : last.span.start])[0] == gap[-1] == " "
        and (gap != " " or n.type in ("organisation", "location"))
        and all(word in PERSONS | OTHER_PERSONS for word in gap.split())
        for n in names
    )
    return [*usable, last] if holds else usable


def _goes_on_with(text: str, name: Mention, names: Sequence[Mention], usable: Sequence[Mention]) -> bool:
    """Whether "and" joins a name to another that cannot speak: "failures of Falcon 1 and Falcon 9"."""
    return name.type != "person" and any(
        n not in usable and n.type == name.type and text[n.span.end : name.span.start] in _JOINTS
        for n in names
    )


def _heads(words: Sequence[Token], name: Mention) -> bool:
    """Whether a name heads its phrase: "Jane Roe of the institute", "the Dawn daily", not "Trump aides"."""
    after = [w for w in words if w.start >= name.span.end]
    if after and (after[0].low in PREPOSITIONS or _is_placed(after)):
        return True
    outlets = all(w.low in _OF_OUTLETS and not w.is_capital for w in after)
    return name.type != "person" and bool(after) and outlets


def _is_placed(after: Sequence[Token]) -> bool:
    """Whether a participle tells where a name belongs or when: "the Tarn League based in Dorn"."""
    word = after[0].low
    if word == "following":
        return True
    placing = word.endswith("ed") and not after[0].is_capital
    return placing and len(after) > 1 and after[1].low in PREPOSITIONS


def _coordinated(words: Sequence[Token], names: Sequence[Mention]) -> list[Mention]:
    """Both names of "The White House and Pentagon"."""
    if len(names) < 2 or not any(w.low in ("and", "or") for w in words):
        return []
    joints = [w.start for w in words if w.low in ("and", "or")]
    sides = [
        n
        for n in names
        if any(n.span.end <= j <= n.span.end + 2 or j + 3 <= n.span.start <= j + 8 for j in joints)
    ]
    return sides if len(sides) >= 2 else []


def _is_apposed(after: Sequence[Token], name: Mention) -> bool:
    """Whether a name behind the core says who it is: not in a clause ("that Roe met"), not denied."""
    between = takewhile(lambda t: t.start < name.span.start, after)
    return not any(t.low in RELATIVES | AUXILIARIES | NEGATIONS | {"including"} for t in between)


def _stands_alone(after: Sequence[Token], name: Mention) -> bool:
    """Whether a comma or nothing follows on a name, and no list goes on."""
    behind = [t.low for t in after if t.start >= name.span.end][:2]
    return not behind or behind[0] == ")" or (behind[0] == "," and behind[1:] not in (["and"], ["or"]))


def _is_role(words: Sequence[Token]) -> bool:
    """Whether the core is a common noun that a name behind it can stand for."""
    return (bool(words) and not words[-1].is_capital) or words[0].low in DETERMINERS


def _is_object(tokens: Sequence[Token], stop: int) -> bool:
    """Whether what stands at ``stop`` is what others do something to: "two lawyers representing Roe"."""
    for i in range(stop - 1, 0, -1):
        token, doer = tokens[i], tokens[i - 1]
        if token.text == ",":
            return False
        doing = token.low.endswith("ing") and token.low not in GERUNDS and not token.is_capital
        met = tokens[i + 1 : i + 2]
        if not met or not (met[0].is_capital or met[0].low in DETERMINERS):
            continue  # "the running back Piet Marn"
        noun = can_speak(doer.stem) or doer.low.endswith("s") or (doer.is_capital and i > 1)
        if doing and doer.is_word and noun:
            return True
    return False


def _without_title(before: Sequence[Token]) -> Sequence[Token]:
    """The words before a name without its title: "U.S. Secretary of State" Ada Roe."""
    for i in range(len(before) - 1, max(-1, len(before) - _LONGEST_TITLE), -1):
        word = before[i]
        if not (word.is_capital or word.low in _IN_TITLES):
            break
        if word.is_capital and word.low in PERSON_TITLES and [w.low for w in before[i + 1 : i + 2]] == ["of"]:
            return before[:i] if before[-1].is_capital else before
    return before


def _last_segment(before: Sequence[Token]) -> list[str]:
    words: list[str] = []
    for token in reversed(before):
        if token.text == "," or token.low in ("and", "or"):
            break
        words.append(token.low)
    return words
