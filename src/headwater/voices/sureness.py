"""How likely a chain that was read is right, for whoever has to rely on it.

The signs are those of ``credit``, with how sure the reader model is of source and content, and
whether a rule finds the same. `python -m training.sureness` learns what each is worth from chains of
fresh articles that were judged by eye and from our own labelled passages, and says how well.
Nothing is left out by it: what is less sure than ``records.attribution.LEAST_SURE`` is shown as in
need of a second look.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from headwater.voices.build import Statement
from headwater.voices.credit import signs, trust
from headwater.voices.draft import Draft
from headwater.voices.modality import modality_of
from headwater.voices.relays import QUOTED
from headwater.voices.words import AUXILIARIES, PREPOSITIONS

BY_FORM = 0.85
"""Of "quoted by ... as saying", which the weights cannot know, since so few were judged: in 633 articles the
voices of nine such statements out of ten are right, by one reader."""
_OPENING = '“"'
_BEFORE = 4
_MOST_BETWEEN = 15


def sureness(text: str, told: Sequence[Statement], parent_of: Sequence[int | None]) -> list[float]:
    """How likely each chain of a document is right, in [0, 1]."""
    scores = (trust(found, WEIGHTS) for found in signs_of(text, told, parent_of))
    return [
        max(score, BY_FORM) if one.draft.rule == QUOTED else score
        for one, score in zip(told, scores, strict=True)
    ]


def signs_of(text: str, told: Sequence[Statement], parent_of: Sequence[int | None]) -> list[dict[str, float]]:
    """What speaks for each chain of a document and against it, by name; all in [0, 1]."""
    known = signs(text, told, parent_of)
    return [{**known[i], **_more(text, told, parent_of[i], one)} for i, one in enumerate(told)]


def _more(text: str, told: Sequence[Statement], parent: int | None, one: Statement) -> Mapping[str, float]:
    """The signs beside those of ``credit`` that are not nought."""
    found = {
        **_of_model(one.draft),
        **_of_order(text, one.draft),
        "pronoun in doubt": 1 - one.who.share,
        "not told as said": modality_of(text, one.draft) != "actual",
        "within a quotation": parent is not None and text[told[parent].draft.content[0].start] in _OPENING,
    }
    return {name: float(value) for name, value in found.items() if value}


def _of_model(draft: Draft) -> dict[str, float]:
    found: dict[str, float] = {
        "a rule agrees": draft.seconded is True,
        "a rule disagrees": draft.seconded is False,
        "one way alone": draft.seconded is None,
    }
    if draft.fit is not None:
        found["sure of the source"] = draft.fit.source
        found["sure of the content"] = draft.fit.content
        found["sure of the link"] = draft.fit.link
    return found


def _of_order(text: str, draft: Draft) -> dict[str, float]:
    """How the source stands to what is before it and to its cue."""
    if not draft.source or not draft.cue:
        return {}
    source, cue = draft.source[-1], draft.cue[0]
    at = draft.source[0].start
    before = text[max(0, at - _BEFORE) : at].rstrip(" ")
    gap = text[source.end : cue.start] if source.end <= cue.start else ""
    words = gap.split()
    return {
        "source behind a mark": not before or not before[-1].isalnum(),
        "words between": min(len(words), _MOST_BETWEEN) / _MOST_BETWEEN,
        "comma between": "," in gap,
        "and between": bool({"and", "but", "or"} & set(words)),
        "verb between": bool(AUXILIARIES & set(words)),
        "cue with a preposition first": cue.of(text).split()[0].lower() in PREPOSITIONS,
    }


WEIGHTS: Mapping[str, float] = {
    "a rule agrees": -0.05,
    "a rule disagrees": -0.15,
    "and between": -0.28,
    "asked": -0.86,
    "attitude heard": -0.13,
    "attitudes": 0.4,
    "base": -0.67,
    "beliefs": -0.15,
    "citing": -0.36,
    "comma between": -0.46,
    "content away from the cue": 0.09,
    "content before the cue": -0.14,
    "content in pieces": 0.19,
    "content with a quotation": 0.33,
    "content with a verb": 0.32,
    "cue in -ing": -0.04,
    "cue to come": -0.09,
    "cue with a modal": -0.01,
    "cue with a not": -0.21,
    "cue with a preposition first": -0.32,
    "cue: adverb": -0.15,
    "cue: colon": 0.7,
    "cue: continued": -0.78,
    "cue: participle": -0.23,
    "cue: passive": -0.12,
    "cue: phrase": 0.56,
    "cue: relay": -0.17,
    "cue: verb": -0.21,
    "cues near": 0.81,
    "denials": -0.12,
    "heard": -1.13,
    "hearsay": -0.15,
    "kind: anonymous": -0.4,
    "kind: author": -0.24,
    "kind: document": 0.15,
    "kind: implicit": 1.04,
    "kind: named_organisation": -0.33,
    "kind: named_person": 0.12,
    "kind: outlet": -0.43,
    "kind: unnamed_group": 0.04,
    "kind: unnamed_person": -0.62,
    "left out": -0.46,
    "light verbs": 0.54,
    "nested": -0.79,
    "nested, another's": 0.43,
    "nested, attitude": 0.07,
    "nested, its speaker's own": 1.34,
    "nobody": 1.04,
    "not told as said": -1.62,
    "one way alone": -0.47,
    "predicates": 0.56,
    "probable": -0.13,
    "pronoun in doubt": -2.34,
    "quoted as": 0.77,
    "rate": 1.38,
    "rate of the word": -0.06,
    "refusals": 0.9,
    "saying": 0.19,
    "several": 0.06,
    "sort: attitude": -0.43,
    "sort: statement": -0.24,
    "source behind a mark": 0.24,
    "source behind the cue": -0.21,
    "source with a capital": 0.27,
    "source: I": -0.37,
    "source: he": -0.55,
    "source: it": -1.0,
    "source: who": -0.38,
    "source: you": 0.29,
    "speakerless": 0.35,
    "supposed": -0.27,
    "sure of the content": 0.75,
    "sure of the link": 1.2,
    "sure of the source": 1.51,
    "telling": -0.03,
    "uncertain": 0.32,
    "verb between": 0.09,
    "voices around": -0.29,
    "within a quotation": 0.6,
    "words between": -0.3,
    "words of the content": 0.34,
    "words of the cue": 0.53,
}
