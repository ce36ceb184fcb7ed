"""What is known of cue words: how often each is a cue, and what it says of polarity and certainty.

The counts come from PolNeAR's training articles (``training/cues.py``); the
word lists for conflict reporting, which US campaign news of 2015-16 lacks, are
ours.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# Weight of a form's overall rate against what was seen in the very same context.
PRIOR_WEIGHT = 2.0

# Cues of conflict reporting that the training articles show too rarely or never:
# form -> how often we take it for a cue where nothing else is known.
OWN_FORMS: dict[str, float] = {
    form: rate
    for rate, forms in {
        0.9: "said says told according reiterated alleged alleges confirmed confirms denied denies announced announces "
        "emphasised emphasises stressed contended testified conceded asserted affirmed declared warned warns vowed vows",
        0.7: "classified condemned condemns blamed blaming accused accusing accuses claimed claims admitted admits "
        "confessed confesses disclosed signalled signaled speculated emphasising emphasised recognised criticised "
        "criticises criticising advocated justified specify tweeted retracted corrected testifying identified "
        "cautioned threatened threatens pledged pledges promised insisted reported estimates estimated",
        0.5: "suspect suspects doubt fear fears advocates advocating believe believes suspected posted blamed",
    }.items()
    for form in forms.split()
}
SAYING = frozenset(
    "say says said saying tell tells told telling add adds added adding write writes wrote note notes "
    "noted explain explains explained report reports reported announce announces announced claim claims "
    "claimed declare declares declared state states stated reply replies replied respond responded "
    "continue continued tweet tweeted post posted shout shouted joke joked quip quipped recall recalled "
    "remark remarked observe observed warn warned insist insisted argue argued conclude concluded ask "
    "asks asked admit admitted acknowledge acknowledged concede conceded lament lamented complain "
    "complained testify testified assert asserted boast boasted confirm confirmed predict predicted "
    "suggest suggested stress stressed caution cautioned reads read allege alleged emphasize emphasise "
    "emphasized emphasised reiterate reiterated vow vowed promise promised pledge pledged deny denied "
    "agree agreed believe believes think thinks thought wrote emailed countered retorted replied chanted "
    "yelled exclaimed mused recounted estimated shows showed found finds concedes contends contended "
    "speculated affirmed indicated revealed disclosed".split()
)
"""Verbs that may stand after their content: ``..., said the minister``."""

INVERTING = frozenset(
    "said says wrote writes added asked explained tweeted shouted replied recalled noted warned reported "
    "declared announced joked argued beamed quipped insisted continued exclaimed countered retorted mused "
    "posted predicted concluded complained lamented asks adds".split()
)
"""Verbs after which the speaker may follow."""

ATTITUDES = frozenset(
    "want wants wanted wanting hope hopes hoped hoping fear fears feared fearing like likes liked love "
    "loves prefer prefers preferred plan plans planned planning intend intends intended intending seek "
    "seeks sought seeking try tries tried trying expect expects expected expecting think thinks thought "
    "thinking believe believes believed believing suspect suspects suspected doubt doubts doubted know "
    "knows knew known feel feels felt worry worries worried support supports supported supporting oppose "
    "opposes opposed opposing back backs backed backing favor favors favored favour favours favoured "
    "desire desires willing willingness determined refuse refuses refused refusing decide decides decided "
    "consider considers considered considering see sees saw seen wish wishes wished need needs aim aims "
    "aimed aiming concern concerned regard regards regarded interpreted idea view views seem seems seemed "
    "appear appears appeared wonder wonders wondered convinced eager reluctant skeptical sceptical aware "
    "confident agree agrees agreed envision envisioned struggled sure hate hates hated understand "
    "understands understood press pressing push pushes pushed pushing ready prided desire support "
    "opposition".split()
)
REFUSALS = frozenset("declined declines declining decline refused refuses refusing refuse".split())
NO_WORDS_FOR = frozenset(
    "specify elaborate comment respond disclose say provide give name identify mention answer return "
    "explain details reveal address discuss offer said commented specified disclosed responded provided "
    "given identified elaborated explained revealed".split()
)
DENIALS = frozenset(
    "denied denies deny denying denials denial rejected rejects rejecting refuted refutes disputed "
    "disputes dispute disputing dismissed dismisses dismissing repudiated contradicted".split()
)
HEARSAY = frozenset("reportedly allegedly apparently purportedly supposedly".split())
PROBABLE = frozenset(
    "likely probably appears appear appeared seems seem seemed presumably suspect suspects suspected "
    "believe believes believed think thinks thought expect expects expected estimate estimates estimated "
    "apparently indication indicated assume assumes assumed predict predicts predicted".split()
)
LIKELY_IN_CONTENT = frozenset(
    "likely probably appears appear appeared seems seem presumably apparently expected".split()
)
POSSIBLE = frozenset(
    "may might could possibly perhaps maybe possible potentially conceivably speculated suggest suggests "
    "suggested".split()
)
UNCERTAIN = frozenset(
    "whether unclear unknown unsure wonder wonders wondered doubt doubts reportedly allegedly purportedly "
    "supposedly alleged".split()
)


@dataclass(frozen=True, slots=True)
class Seen:
    """How a form behaves in one context: times a cue's head, times in all, times the next word is in the cue."""

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
    return {
        form: max(rates.get(form, 0.0), OWN_FORMS.get(form, 0.0)) for form in rates.keys() | OWN_FORMS.keys()
    }


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


# Where a form was never seen in a context: nouns ("the report") and infinitives are seldom cues.
_CONTEXT_FACTOR = {"det": 0.4, "to": 0.5, "be": 0.8}


def takes_next(form: str, before: str, after: str) -> bool:
    """Whether the small word after a cue's head belongs to the cue ("called for", "according to")."""
    found = [s for (f, _, a), s in _by_form().get(form, ()) if a == after]
    as_cue = sum(s.as_cue for s in found)
    return as_cue > 0 and sum(s.with_next for s in found) > 0.5 * as_cue


@cache
def _by_form() -> dict[str, list[tuple[tuple[str, str, str], Seen]]]:
    table: defaultdict[str, list[tuple[tuple[str, str, str], Seen]]] = defaultdict(list)
    for key, seen in counts().items():
        table[key[0]].append((key, seen))
    return table
