"""Words that say what became of people, with the place where those people stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from headwater.records.vocabulary import FigureOf

Sort = Literal["T", "G", "B", "I", "A", "K", "X", "P"]
"""T "killed" (they did, or it was done to them), G "killing", B "kill", I "died" (those before it),
A "dead", K "bodies", "death" (followed by "of"), X "the lives of" (those behind it), P "killed him"."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of somebody, and how the word is built into its sentence."""

    of: FigureOf
    sort: Sort


def _table() -> dict[str, Fate]:
    rows: tuple[tuple[FigureOf, Sort, str], ...] = (
        ("killed", "T",
            "killed murdered slain assassinated executed massacred beheaded lynched slaughtered electrocuted "
            "butchered slew martyred hanged decapitated"),
        ("killed", "G",
            "killing murdering assassinating executing massacring beheading slaying slaughtering"),
        ("killed", "B", "kill kills murders slay execute executes behead"),
        ("killed", "I", "died die dies dying perished drowned succumbed"),
        ("killed", "A", "dead"),
        ("killed", "K",
            "death deaths murder killings murders assassination assassinations execution executions body "
            "bodies "
            "slaughter remains corpses corpse beheadings massacre"),
        ("injured", "T", "injured wounded hurt maimed hospitalised hospitalized thrashed assaulted"),
        ("injured", "G", "injuring wounding hurting maiming assaulting"),
        ("injured", "K", "injuries injury"),
        ("injured", "B", "injure injures wound wounds"),
        ("arrested", "T",
            "arrested detained apprehended captured nabbed jailed imprisoned convicted sentenced interned"),
        ("arrested", "G", "arresting detaining apprehending capturing nabbing jailing"),
        ("arrested", "B", "arrest detain detains capture captures apprehend apprehends jail"),
        ("arrested", "K", "arrests detention detentions imprisonment"),
        ("displaced", "T", "displaced evacuated uprooted relocated resettled"),
        ("displaced", "G", "displacing evacuating uprooting"),
        ("displaced", "B", "displace displaces evacuate evacuates uproot"),
        ("displaced", "I", "fled flee fleeing"),
        ("displaced", "A", "homeless"),
        ("displaced", "K", "displacement evacuation evacuations exodus resettlement"),
        ("freed", "T", "freed released rescued liberated"),
        ("freed", "G", "freeing releasing rescuing liberating"),
        ("freed", "B", "release releases rescue rescues liberate"),
        ("abducted", "T", "abducted kidnapped"),
        ("abducted", "B", "abduct abducts kidnap kidnaps"),
        ("abducted", "G", "abducting kidnapping"),
        ("abducted", "K", "abduction abductions kidnappings"),
        ("missing", "A", "missing"),
        ("casualties", "K", "casualties"),
    )  # fmt: skip
    return {word: Fate(of, sort) for of, sort, words in rows for word in words.split()}


FATES = _table()
_TO_DEATH = (
    r"(?:hacked|stabbed|beaten|burnt|burned|clubbed|thrashed|tortured|strangled|bludgeoned|stoned|beat|axed|crushed"
    r"|trampled|gassed|starved|frozen|froze|lynched|assaulted|hanged|put|done|shot|tasered|bayoneted)"
)
_HARM = r"(?:injury|injuries|injures|wounds?|burns|fractures)"
_COUNTED = (
    r"(?:(?:other|many|first|last|youngest|oldest|confirmed|known|dead|\d+|two|three|four|five|six|seven|eight|nine"
    r"|ten)\s)?"
)
DEATH = re.compile(
    r"\b(?:kill(?:ed|s|ing|ings)?|dead|deadl\w+|die[ds]?|dying|deaths?|fatal\w*|murder\w*|massacre\w*|slain|slaughter\w*"
    r"|perished|drowned|executed|bod(?:y|ies)|(?:los[et]|claimed|took)\s(?:\w+\s){0,2}(?:life|lives))\b",
    re.IGNORECASE,
)
FIXED = re.compile(
    rf"""\b(?:
     (?P<killed_T>shot\s(?:and\s(?:fatally\s)?(?:killed|murdered)|dead|to\sdeath)|gunned\sdown|mowed\sdown
        |{_TO_DEATH}(?:\sand\s\w+)?\sto\sdeath|fatally\s(?:shot|stabbed|wounded|injured|struck|hit)
        |(?:burned|burnt|buried)\salive
        |(?:beat\sup|thrashed|assaulted|beat|hacked|stabbed|strangled|axed|crushed|burnt|tortured|shot)
         (?=\s(?!him\b|them\b|her\b)(?:[\w().,-]+\s){{1,9}}to\sdeath))
    |(?P<killed_P>(?:shot|shooting|hacked|hacking|beat|beating|stabbed|stabbing|killed|killing|kill|murdered|murdering|executed)
        \s(?:him|them)(?:\sdead|\sto\sdeath)?|(?:slit|slitting)\s(?:his|her|their)\sthroats?)
    |(?P<killed_X>los(?:t|ing)(?=\s(?:(?!to\b|his\b|her\b|their\b|in\b|and\b|out\b)[\w,.-]+\s){{1,5}}?(?:soldiers|troops|fighters
        |policemen|marines|civilians|people|officers|firefighters|children|students)\b)|loss\sof(?=\s(?:[\w,.-]+\s){{1,4}}?(?:people|soldiers
        |troops|officers|civilians|children)\b)|(?:slit|slitting|slashed|slashing|cut|cutting)\s(?:the\s)?throats?\sof|(?:claim|tak|cost)(?:ed|ing|en|e|s)?\sthe\slives\sof|took\s(?:the\s)?lives\sof
        |(?:fatally|mortally)\s(?:shooting|wounding)|shooting\s(?:dead|to\sdeath)|(?:hacking|stabbing|beating)\sto\sdeath)
    |(?P<killed_I>los(?:t|ing|e)\s(?:their|his|her)\s(?:own\s)?li(?:ves|fe)|ha(?:d|ve|s|ving)\s(?:their|his|her)\sli(?:ves|fe)\scut\sshort|(?:breathed|breathing)\s(?:their|his|her)\slast
        |succumbed\sto\s(?:\w+\s){{0,2}}{_HARM}|bled\sto\sdeath
        |(?:killed|killing|shot\sand\skilled|fatally\sshot)\s(?:himself|herself|themselves)|(?:took|taking)\s(?:his|her|their)\sown\sli(?:fe|ves)
        |(?:committed|committing)\ssuicide|(?:blew|blow|blowing)\s(?:himself|herself|themselves)\sup
        |(?:was|were|are|is)\samong\s(?:the|those)\s(?:(?:\w+\s)?(?:dead|killed|fatalities)|who\s(?:(?:have|had|were|was|been)\s){{0,2}}(?:died|killed|perished)))
    |(?P<killed_I_victims>(?:was|were|are|is)\samong\sthe\s{_COUNTED}victims)
    |(?P<killed_X_named>the\sdead\swere\sidentified\sas)
    |(?P<killed_X_victims>(?:the|other)\s{_COUNTED}victims\sinclude[ds]?|among\sthe\s{_COUNTED}victims\s(?:[\w-]+\s){{0,4}}?(?:was|were|is|are))
    |(?P<abducted_I>(?:was|were|are|is)\samong\s(?:the|those)\s(?:\w+\s)?hostages)
    |(?P<abducted_X>(?:took|tak(?:e|es|ing)|h[eo]ld(?:s|ing)?)(?=\s(?:[\w,.’'-]+\s){{1,7}}?(?:hostage|captive)\b)|(?:hold(?:s|ing)?|held|took|taking)\s(?:captive|hostage)
        (?=\s(?:\d+|an?|the|some|about|more|nearly|dozens|hundreds|two|three|four|five|six|seven|eight|nine|ten|at\sleast)\b))
    |(?P<injured_I_among>(?:was|were|are|is)\samong\s(?:the|those)\s(?:injured|wounded))
    |(?P<injured_I>(?:sustain|suffer|receiv)(?:ed|ing|es?|s)?\s(?:[\w-]+\s){{0,4}}?{_HARM}|escaped\swith\s(?:\w+\s){{0,2}}{_HARM}
        |(?:has|have|had)\s(?:minor|serious|severe|critical|(?:non-)?life-threatening)\sinjuries
        |(?:required|requiring|needed|needing)\s(?:hospitali[sz]ation|surgery)
        |(?:received|receiving|required|requiring|needed)\s(?:hospital|medical)\s(?:treatment|care)|got\s(?:\w+\s){{0,2}}injuries
        |(?:(?:was|were|is|are|been|being)\s){{1,2}}(?:treated\s(?:at|in|for\s(?:\w+\s){{0,3}}(?:wounds?|injuries|burns|inhalation))
        |(?:taken|rushed|admitted|airlifted|transported|brought)\s(?:\w+\s)?to\s(?:\w+\s){{0,3}}hospitals?))
    |(?P<injured_X>(?:saw|sent|left)(?=\s[\w,]+\s(?:\w+\s)?(?:taken\s)?(?:to|in)\s(?:the\s)?hospitals?\b))
    |(?P<injured_T>(?:shot|struck|stabbed|hit)\s(?:(?!him|her|them|me|us)\w+\s)?in\s(?:the|his|her)\s(?:shoulder|leg|arm|back|chest|stomach|foot|hand|abdomen
        |neck|hip|thigh|knee|torso|side|face)s?|beaten\sup|beat\sup|(?:severely|badly|brutally|mercilessly)\s(?:beaten|beat)(?:\sup)?|shot\sand\s(?:injured|wounded))
    |(?P<missing_A>unaccounted\sfor|(?:gone|went|go)\smissing)
    |(?P<arrested_T>taken\sinto\s(?:\w+\s)?custody|rounded\sup|placed\sunder\sarrest|put\sunder\sarrest|taken\sprisoner)
    |(?P<killed_X_among>(?:the|those)\s(?:dead|killed|fatalities)\s(?:include[ds]?|were|are|was)|among\s(?:the|those)\s
        (?:dead|killed|fatalities|who\s(?:died|were\skilled))\s(?:[\w-]+\s){{0,4}}?(?:was|were|is|are))
    |(?P<injured_X_among>(?:the|those)\s(?:injured|wounded)\s(?:include[ds]?|were|are|was)|among\s(?:the|those)\s
        (?:injured|wounded)\s(?:[\w-]+\s){{0,4}}?(?:was|were|is|are))
    |(?P<arrested_A>(?:was|were|are|is|being)\s(?:being\s|still\s)?held|in\s(?:police\s|federal\s|custody\s)?custody|behind\sbars)
    |(?P<killed_A>fallen(?=\s(?:soldiers?|troops|officers?|marines?|servicemen|firefighters?|comrades|heroes)\b))
    |(?P<injured_A>at\s(?:local|area|nearby)\shospitals|in\s(?:the\s|a\s)?(?:local\s|area\s)?(?:hospitals?|intensive\scare|(?:critical|serious|stable|grave)\s(?:condition|state)))
    |(?P<arrested_X>took\sinto\s(?:\w+\s)?custody)
    |(?P<displaced_T>(?:made|left|rendered)\shomeless|(?:driven|forced|chased|expelled|evicted|pushed)\s(?:from|out\sof)\stheir\s(?:homes|villages|towns|land|houses|country|city|neighbou?rhoods)
        |(?:forced|ordered|told|urged|asked|advised|warned)\sto\s(?:\w+ly\s)?(?:flee|evacuate|leave|clear\sout))
    |(?P<displaced_X>(?:(?:forc|driv|evict|remov)(?:ed|ing|es|en)|drove)(?=\s(?:[\w,.’'-]+\s){{1,8}}?(?:from\stheir\shomes?|to\s(?:flee|evacuate
        |leave\stheir|abandon)|out\sof\s\w|off\stheir\sland|from\sthe\s(?:\w+\s)?(?:city|town|village|area|region|country)))
        |evacuations?(?:\sorders?)?\s(?:(?:were|was|are|remain|have\sbeen|had\sbeen)\s)?(?:(?:ordered|issued|in\seffect|in\splace|called)\sfor|covering|covered|affecting|affected)
        |(?:told|urg(?:ed|ing|es)|order(?:ed|ing|s)|ask(?:ed|ing|s)|warn(?:ed|ing|s))(?=\s(?:[\w,.’'-]+\s){{1,8}}?to\s(?:flee|evacuate)\b))
    |(?P<displaced_I>(?:have|had|has)\s(?:left|departed)\stheir\s(?:homes|country|homeland|villages?)|(?:taken|took|taking|sought|seeking|found)\s(?:refuge|shelter)
        |(?:spent|spending)\s(?:[\w-]+\s){{1,2}}in\s(?:[\w-]+\s){{0,2}}(?:shelters?|camps|tents)
        |(?:sought|seeking|seek|requested|requesting)\s(?:political\s)?asylum|(?:left|leave|lost|lose|evacuated?|evacuating|fled|flee|fleeing)\stheir\shomes?)
    |(?P<displaced_A>without\s(?:homes|a\shome|shelter)|in\s(?:(?:emergency|temporary|red\scross|evacuation)\s){{0,2}}shelters|in\s(?:evacuation\scent(?:er|re)s|refugee\scamps)|under\s(?:\w+\s)?evacuations?(?:\sorders?)?|under\sorders\sto\s(?:leave|evacuate|flee)|(?:being\s)?(?:sheltered|housed|sheltering|huddled|huddling)\sin
        |(?:(?:living|live|lived|staying|stayed|slept|sleeping)\sin|(?:packed|crowded|poured|crammed)\sinto)\s(?:[\w-]+\s){{0,2}}(?:shelters?|camps|tents))
    |(?P<abducted_T>taken\shostage|held\shostage|taken\scaptive|held\scaptive)
    |(?P<joined>as\swell\sas|along\swith|together\swith|in\saddition\sto)
    |(?P<including>among\s(?:them|those|whom)|of\swhom|of\sthem|of\swhich)
    |(?P<adverb>a\s(?:year|day|month|week)(?=\s(?:die|are|were|have|lose|flee)\b)|(?:said|reported|known|understood)\sto\s(?:be|have\sbeen)|(?:left|right)[\s-]wing|later\son|sexually\sassault(?:ed|ing)|so\sfar|at\sleast|on\sthe\sspot|in\sall|at\sonce|in\stotal|an?\s(?:average|estimated\stotal)\sof|a\stotal\sof|a\scombined\stotal\sof|aged\s(?:between\s)?\d{{1,3}}(?:,\s\d{{1,3}}){{0,8}}(?:,?\s(?:and|to)\s\d{{1,3}})?)
    )\b(?!-)""",
    re.VERBOSE,
)
"""Phrases that stand for one word, in lower case. Every repetition is bounded."""


def fixed_fate(match: re.Match[str]) -> Fate:
    """The fate that a fixed phrase tells of, by its group's name: ``killed_X``, ``killed_X_among``."""
    of, sort, *_ = (match.lastgroup or "").split("_")
    return Fate(of, sort)  # type: ignore[arg-type]  # the names of the groups are of these kinds


def is_of_victims(match: re.Match[str]) -> bool:
    """Whether a fixed phrase tells of "victims": dead only where a death was told."""
    return (match.lastgroup or "").endswith("_victims")


def together(first: FigureOf, second: FigureOf) -> FigureOf:
    """The fate of those who met with two.

    "Killed or wounded" is casualties, "abducted and killed" killed, "detained and released" freed.
    """
    if {first, second} == {"killed", "injured"}:
        return "casualties"
    return second if second in ("killed", "freed") else first
