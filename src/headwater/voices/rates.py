"""How often a word is a cue, by what stands beside it.

The counts come from PolNeAR's training articles (``training/cues.py``); the
rates for conflict reporting, which US campaign news of 2015-16 lacks, are ours.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# Weight of a form's overall rate against what was seen in the very same context.
PRIOR_WEIGHT = 2.0
# Where a form was never seen in a context: nouns ("the report") and infinitives are seldom cues.
_CONTEXT_FACTOR = {"det": 0.4, "to": 0.5, "be": 0.8}

# Cues of conflict reporting that the training articles show too rarely or never:
# how often we take them for a cue where nothing else is known.
_OWN_FORMS: dict[float, str] = {
    0.9: "said says told according reiterated alleged alleges confirmed confirms denied denies announced "
    "announces emphasises stressed contended testified conceded asserted affirmed declared warned warns "
    "vowed vows",
    0.7: "classified condemned condemns blaming accused accusing accuses claimed claims admitted admits "
    "confessed confesses disclosed signalled signaled speculated emphasising emphasised recognised "
    "criticised criticises criticising advocated justified specify tweeted retracted corrected testifying "
    "identified cautioned threatened threatens pledged pledges promised insisted reported estimates "
    "estimated",
    0.5: "suspect suspects doubt fear fears advocates advocating believe believes suspected posted blamed",
}
OWN_RATES = {form: rate for rate, forms in _OWN_FORMS.items() for form in forms.split()}


@dataclass(frozen=True, slots=True)
class Seen:
    """How a form behaves in one context.

    Attributes:
        as_cue: how often it was a cue's head.
        total: how often it occurred.
        with_next: how often the word after it belonged to the cue.
    """

    as_cue: int
    total: int
    with_next: int


@cache
def counts() -> dict[tuple[str, str, str], Seen]:
    """The table of ``training/cues.py``: (form, class before, class after) -> counts."""
    text = (files("headwater.voices") / "data" / "cues.tsv").read_text(encoding="utf-8")
    found = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            form, before, after, *numbers = line.split("\t")
            found[form, before, after] = Seen(*map(int, numbers))
    return found


@cache
def form_rates() -> dict[str, float]:
    """How often each form is a cue's head at all."""
    as_cue: defaultdict[str, int] = defaultdict(int)
    total: defaultdict[str, int] = defaultdict(int)
    for (form, _, _), seen in counts().items():
        as_cue[form] += seen.as_cue
        total[form] += seen.total
    rates = {form: as_cue[form] / n for form, n in total.items()}
    return {f: max(rates.get(f, 0.0), OWN_RATES.get(f, 0.0)) for f in rates.keys() | OWN_RATES.keys()}


def cue_rate(form: str, before: str, after: str) -> float:
    """The share of such words in such a context that head a cue, in [0, 1].

    The counts of the context, shrunk towards the form's own rate by
    ``PRIOR_WEIGHT`` imagined occurrences.
    """
    prior = form_rates().get(form)
    if prior is None:
        return 0.0
    seen = counts().get((form, before, after))
    if seen is None:
        return prior * _CONTEXT_FACTOR.get(before, 1.0)
    return (seen.as_cue + PRIOR_WEIGHT * prior) / (seen.total + PRIOR_WEIGHT)


@cache
def _taking_next() -> frozenset[tuple[str, str]]:
    """The forms, with the class after them, that take the next word into the cue oftener than not."""
    as_cue: defaultdict[tuple[str, str], int] = defaultdict(int)
    with_next: defaultdict[tuple[str, str], int] = defaultdict(int)
    for (form, _, after), seen in counts().items():
        as_cue[form, after] += seen.as_cue
        with_next[form, after] += seen.with_next
    return frozenset(key for key, n in as_cue.items() if n > 0 and with_next[key] > 0.5 * n)


def takes_next(form: str, after: str) -> bool:
    """Whether the small word after a cue's head belongs to the cue ("called for", "according to")."""
    return (form, after) in _taking_next()
