"""How far a statement that was read is to be trusted: weights learned from labelled passages.

The readers of statements find what looks like one. Whether anybody said it, and whether
its voice is the right one, shows in more than the cue: who the source is, whether it
stands in another's words, what stands around it. `python -m training.credit` learns what
each sign is worth, and says how well.

Only statements inside others are left out for want of trust. There a wrong one costs most,
since it lends somebody's words to a third ("the mayor said you might think ..."), and the
model, which is run again on each content, takes most for one that is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import exp

from headwater.voices.build import Statement
from headwater.voices.chains import ancestry, parents
from headwater.voices.draft import Draft
from headwater.voices.heard import RULE
from headwater.voices.lexicon import (
    ATTITUDES,
    BELIEFS,
    CITING,
    DENIALS,
    HEARSAY,
    LEFT_OUT,
    LIGHT_VERBS,
    PREDICATES,
    PROBABLE,
    QUOTED_AS,
    REFUSALS,
    SAYING,
    SPEAKERLESS,
    TELLING,
    UNCERTAIN,
)
from headwater.voices.rates import form_rates
from headwater.voices.relays import RELAYS
from headwater.voices.traits import sort_of

LEAST = 0.55
"""Below this a statement inside another is left out: in folds by article 21 such that were whole and right
are lost with 70 of 273 that had a wrong voice; at 0.5 it is 31 with 89."""

_CLASSES = {
    "attitudes": ATTITUDES,
    "beliefs": BELIEFS,
    "citing": CITING,
    "denials": DENIALS,
    "hearsay": HEARSAY,
    "left out": LEFT_OUT,
    "light verbs": LIGHT_VERBS,
    "predicates": PREDICATES,
    "probable": PROBABLE,
    "quoted as": QUOTED_AS,
    "refusals": REFUSALS,
    "saying": SAYING,
    "speakerless": SPEAKERLESS,
    "telling": TELLING,
    "uncertain": UNCERTAIN,
}
_SOURCES = {
    "you": frozenset("you your".split()),
    "I": frozenset("i we my our me us".split()),
    "who": frozenset("who which that".split()),
    "it": frozenset("it this these those there its".split()),
    "he": frozenset("he she they his her their him them".split()),
}
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|should|did|do(?:es)?)\b"
)
_MODAL = re.compile(r"\b(?:would|should|could|might|may|must|can)\b")
_TO_COME = re.compile(r"\b(?:will|won['’]t|going to|to)\b|['’]ll\b")
_SUPPOSED = re.compile(
    r"\b(?:if|whether|unless|wouldn?['’]?t?|should|could|might)\b[^.;!?“”\"]*$", re.IGNORECASE
)
_BEFORE = 80
_NOT = re.compile(r"n['’]t\b|\b(?:not|never)\b")
_MOST_WORDS = 40
_MOST_CUE = 8
_FARTHEST = 100
_ASKED = re.compile(r"[^.!?\n]{0,200}\?")
_MOST_NEAR = 8
# Beyond this sum trust is none or all; exp() would overflow.
_MOST_SUM = 500.0
_STRETCH = 400
"""Code points of a stretch in which cues are near one another."""


def credited(text: str, told: Sequence[Statement]) -> list[Statement]:
    """The statements of a document but for those inside others that are hardly trusted.

    Voices that are passed on in so many words ("TTA quoted her as saying", "citing her") stay.
    """
    parent_of = parents([s.draft for s in told])
    crowd = _crowd(told)
    return [
        one
        for i, one in enumerate(told)
        if parent_of[i] is None
        or one.draft.rule in RELAYS
        or trust(_signs_of(text, told, parent_of, crowd, i)) >= LEAST
    ]


def trust(signs_of: Mapping[str, float], weights: Mapping[str, float] | None = None) -> float:
    """How likely, by its signs, a statement was said by those in its chain."""
    known = WEIGHTS if weights is None else weights
    sum_ = sum(known.get(name, 0.0) * value for name, value in signs_of.items())
    return 1 / (1 + exp(-max(-_MOST_SUM, min(sum_, _MOST_SUM))))


def signs(text: str, told: Sequence[Statement], parent_of: Sequence[int | None]) -> list[dict[str, float]]:
    """What speaks for each statement of a document and against it, by name; most in [0, 1]."""
    crowd = _crowd(told)
    return [_signs_of(text, told, parent_of, crowd, i) for i in range(len(told))]


def _crowd(told: Sequence[Statement]) -> Counter[int]:
    return Counter(s.draft.start // _STRETCH for s in told)


def _signs_of(
    text: str,
    told: Sequence[Statement],
    parent_of: Sequence[int | None],
    crowd: Mapping[int, int],
    i: int,
) -> dict[str, float]:
    statement = told[i]
    found = {
        "base": 1.0,
        "cues near": min(crowd[statement.draft.start // _STRETCH], _MOST_NEAR) / _MOST_NEAR,
        **_of_cue(text, statement.draft),
        **_of_source(text, statement),
        **_of_content(text, statement.draft),
        **_of_place(told, parent_of, i),
    }
    return {name: float(value) for name, value in found.items() if value}


def _of_cue(text: str, draft: Draft) -> dict[str, float]:
    cue = " ".join(s.of(text) for s in draft.cue).lower()
    found: dict[str, float] = {
        "heard": draft.rule == RULE,
        "rate": draft.rate,
        "rate of the word": form_rates().get(draft.word, 0.0),
        "attitude heard": draft.attitude or 0.0,
        "no cue": not cue,
        "words of the cue": min(len(cue.split()), _MOST_CUE) / _MOST_CUE,
        "cue with a modal": _MODAL.search(cue) is not None,
        "cue to come": _TO_COME.search(cue) is not None,
        "supposed": _SUPPOSED.search(text, max(0, draft.start - _BEFORE), draft.start) is not None,
        "cue with a not": _NOT.search(cue) is not None,
        "cue in -ing": draft.word.endswith("ing"),
        f"cue: {draft.kind}": 1.0,
        f"sort: {sort_of(draft)}": 1.0,
    }
    return found | {name: 1.0 for name, words in _CLASSES.items() if draft.word in words}


def _of_source(text: str, statement: Statement) -> dict[str, float]:
    draft, who = statement.draft, statement.who
    words = " ".join(s.of(text) for s in draft.source)
    found: dict[str, float] = {
        "nobody": not who.clusters and who.label is None,
        "several": who.label is not None,
        "source with a capital": words[:1].isupper(),
        "source behind the cue": bool(draft.source and draft.cue)
        and draft.source[0].start > draft.cue[0].start,
        f"kind: {who.kind}": 1.0,
    }
    return found | {f"source: {name}": 1.0 for name, every in _SOURCES.items() if words.lower() in every}


def _of_content(text: str, draft: Draft) -> dict[str, float]:
    content = " ".join(s.of(text) for s in draft.content)
    end = (draft.cue or draft.content)[-1].end
    away = draft.content[0].start - end
    return {
        "words of the content": min(len(content.split()), _MOST_WORDS) / _MOST_WORDS,
        "content with a verb": _VERB.search(content) is not None,
        "content in pieces": len(draft.content) > 1,
        "content with a quotation": "“" in content or '"' in content,
        "content before the cue": away < 0,
        "content away from the cue": min(max(away, 0), _FARTHEST) / _FARTHEST,
        "asked": _ASKED.match(text, end) is not None,
    }


def _of_place(told: Sequence[Statement], parent_of: Sequence[int | None], i: int) -> dict[str, float]:
    parent = parent_of[i]
    if parent is None:
        return {}
    own, outer = told[i], told[parent]
    same = bool(own.who.clusters) and own.who.clusters == outer.who.clusters
    return {
        "nested": 1.0,
        "nested, its speaker's own": same,
        "nested, another's": bool(own.who.clusters) and not same,
        "nested, attitude": sort_of(own.draft) == "attitude",
        "voices around": len(ancestry(parent_of, i)),
    }


WEIGHTS: Mapping[str, float] = {
    "asked": -0.53,
    "attitude heard": 0.25,
    "attitudes": 0.19,
    "base": -0.57,
    "beliefs": -0.27,
    "citing": -0.11,
    "content away from the cue": 0.1,
    "content before the cue": 0.01,
    "content in pieces": -0.01,
    "content with a quotation": 0.48,
    "content with a verb": 0.18,
    "cue in -ing": 0.25,
    "cue to come": -0.07,
    "cue with a modal": -0.32,
    "cue with a not": -0.01,
    "cue: adverb": 0.4,
    "cue: participle": -0.54,
    "cue: passive": -0.3,
    "cue: phrase": 0.5,
    "cue: verb": -0.24,
    "cues near": 0.06,
    "denials": 0.24,
    "heard": 1.65,
    "hearsay": 0.4,
    "kind: anonymous": -0.35,
    "kind: author": -0.57,
    "kind: document": 0.47,
    "kind: implicit": 0.7,
    "kind: named_organisation": -0.28,
    "kind: named_person": 0.3,
    "kind: outlet": -0.33,
    "kind: unnamed_group": 0.0,
    "kind: unnamed_person": -0.5,
    "left out": -0.33,
    "light verbs": 0.34,
    "nested": -0.5,
    "nested, another's": 0.36,
    "nested, attitude": 0.07,
    "nested, its speaker's own": 1.58,
    "nobody": 0.7,
    "predicates": 0.08,
    "probable": 0.23,
    "quoted as": 0.49,
    "rate": 1.01,
    "rate of the word": -0.11,
    "refusals": 0.28,
    "saying": 0.24,
    "several": -0.07,
    "sort: attitude": -0.41,
    "sort: statement": -0.15,
    "source behind the cue": -0.28,
    "source with a capital": 0.27,
    "source: I": -0.05,
    "source: he": -0.74,
    "source: it": -1.32,
    "source: who": -0.77,
    "source: you": 0.23,
    "speakerless": 0.36,
    "supposed": -0.46,
    "telling": 0.11,
    "uncertain": 0.26,
    "voices around": -0.57,
    "words of the content": 0.74,
    "words of the cue": 0.13,
}
