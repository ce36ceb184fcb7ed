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
from headwater.voices.words import AUXILIARIES, PREPOSITIONS

_OPENING = '“"'
_BEFORE = 4
_MOST_BETWEEN = 15


def sureness(text: str, told: Sequence[Statement], parent_of: Sequence[int | None]) -> list[float]:
    """How likely each chain of a document is right, in [0, 1]."""
    return [trust(found, WEIGHTS) for found in signs_of(text, told, parent_of)]


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
    "a rule agrees": 0.1,
    "a rule disagrees": -0.28,
    "and between": -0.59,
    "asked": -0.89,
    "attitude heard": -0.29,
    "attitudes": 0.35,
    "base": -0.54,
    "beliefs": -0.21,
    "citing": -0.27,
    "comma between": -0.48,
    "content away from the cue": -0.12,
    "content before the cue": -0.4,
    "content in pieces": 0.37,
    "content with a quotation": 0.36,
    "content with a verb": 0.31,
    "cue in -ing": -0.08,
    "cue to come": -0.03,
    "cue with a modal": -0.06,
    "cue with a not": -0.03,
    "cue with a preposition first": -0.76,
    "cue: adverb": -0.26,
    "cue: continued": -0.79,
    "cue: participle": -0.23,
    "cue: passive": 0.17,
    "cue: phrase": 0.56,
    "cue: relay": -0.02,
    "cue: verb": -0.23,
    "cues near": 0.79,
    "denials": -0.0,
    "heard": -1.27,
    "hearsay": -0.26,
    "kind: anonymous": -0.33,
    "kind: author": -0.38,
    "kind: document": 0.26,
    "kind: implicit": 1.02,
    "kind: named_organisation": -0.27,
    "kind: named_person": 0.19,
    "kind: outlet": -0.61,
    "kind: unnamed_group": -0.03,
    "kind: unnamed_person": -0.63,
    "left out": -0.37,
    "light verbs": 0.44,
    "nested": -0.83,
    "nested, another's": 0.44,
    "nested, attitude": 0.37,
    "nested, its speaker's own": 1.4,
    "nobody": 1.02,
    "not told as said": -1.71,
    "one way alone": -0.36,
    "predicates": 0.37,
    "probable": -0.13,
    "pronoun in doubt": -2.46,
    "quoted as": 0.56,
    "rate": 1.18,
    "rate of the word": -0.09,
    "refusals": 0.8,
    "saying": 0.16,
    "several": 0.21,
    "sort: attitude": -0.31,
    "sort: statement": -0.23,
    "source behind a mark": 0.22,
    "source behind the cue": -0.42,
    "source with a capital": 0.28,
    "source: I": -0.24,
    "source: he": -0.67,
    "source: it": -1.02,
    "source: who": -0.47,
    "speakerless": 0.34,
    "supposed": -0.4,
    "sure of the content": 1.01,
    "sure of the link": 1.15,
    "sure of the source": 1.45,
    "telling": 0.02,
    "uncertain": 0.56,
    "verb between": -0.27,
    "voices around": -0.4,
    "within a quotation": 0.17,
    "words between": 0.14,
    "words of the content": 0.46,
    "words of the cue": 0.36,
}
