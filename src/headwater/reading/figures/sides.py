"""Who the people counted belong to, by the words of their phrase and around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from headwater.reading.figures import lexicon
from headwater.reading.figures.cardinals import word_set
from headwater.reading.figures.nounphrase import bare, phrase_words
from headwater.reading.gazetteer import known_names
from headwater.records import Span

_PARTIES = word_set(
    "police army rebel rebels government military militia coalition navy opposition regime "
    "paramilitary security enforcement "
    "gang cartel black white "
    "border maoist maoists naxalite taliban peshmerga policeman policemen policewoman marine marines"
)
_BELONGS = re.compile(
    r"\s(?:of|from|belonging\sto|loyal\sto|with|for)\s(?:the\s|a\s|an\s)?(?:\d{1,3}(?:st|nd|rd|th)\s)?"
    r"(?P<party>(?:[\w-]{1,20}ern\s)?[A-Z][\w.&’'-]{0,30}(?:\s[A-Z][\w.&’'-]{0,30}){0,4}"
    r"|(?:police|army|military|government|rebel)\b)"
)
_NATION = (
    r"(?:(?:North|South|East|West|Central)\s)?"
    r"(?:U\.S\.|US|British|French|Kurd|Muslim|Greek|[A-Z][a-z]{1,20}(?:an|i|ish|ese|ite))"
)
_COUNTED_BEFORE = re.compile(
    rf"\b(?P<party>{_NATION}(?:\s[A-Z][a-z]{{1,20}})?)\s(?:death\stoll|toll|deaths"
    r"|casualties|dead|fatalities|wounded|injured|losses)\b(?:(?!\bwhile\b)[^.;:]){0,80}$"
)
"""“the Irellian death toll rose to 16”: the side of a bare count."""
_ORIGIN = re.compile(
    rf"\b(?:(?P<nation>{_NATION})\s(?:refugees?|asylum|migrants?|evacuees)\b(?!\scamp)"
    r"|(?:refugees|seekers|asylees|people|families|those|migrants)\s(?:(?:coming|fleeing|arriving)\s)?from\s(?:the\s)?"
    r"(?P<place>[A-Z][\w.’'-]{1,20}(?:\s[A-Z][\w-]{1,20}){0,2}(?:\sand\s[A-Z][\w-]{1,20})?(?:\scountries)?))"
)
"""“the number of Irellian refugees”, “refugees from Irelle”: where the displaced of a sentence come from."""
_STRUCK = re.compile(
    r"\b(?:on|at|against|targeting|near|sank|sunk|torpedoed|hit|hitting|struck|striking|bombed|bombing"
    rf"|attacked|attacking|ambushed|stormed|shelled|downed|shot\sdown)\s(?:an?|the|two|three)\s(?P<party>{_NATION})\s(?:[\w-]{{1,20}}\s){{0,2}}"
    r"(?:base|bases|outpost|outposts|checkpoint|checkpoints|post|position|positions|barracks|convoy|camp|station|warship"
    r"|ship|vessel|patrol|plane|helicopter|jet|aircraft|academy|consulate|embassy|headquarters)\b"
)
"""“an attack on an Irellian army base killed 12 soldiers”: whose those at the place are."""
_THEIR_TOLL = re.compile(
    r"\b(?P<party>[A-Z][a-z]{2,20}(?:\s[A-Z][a-z]{2,20})?)\s(?:(?:has|have|had)\s)?"
    r"(?:raised|revised|put|updated|lowered|increased)"
    r"\sits\s(?:official\s)?(?:death\s)?toll\b[^.;:]{0,60}$"
)
"""“Irelle raised its death toll to 12”."""
_CAPITALS = r"[A-Z][\w.’'-]{1,20}(?:\s[A-Z][\w-]{1,20}){0,2}"
_TOLL_IN = re.compile(
    rf"\b(?:death\stoll|toll|number\sof\s(?:dead|deaths|fatalities))\s(?:in|for|across)\s(?:the\s)?(?P<party>{_CAPITALS})"
    r"(?:(?!\bwhile\b)[^.;:]){0,80}$"
)
"""“the death toll in Irelle rose to 16”."""
_BY_THEIR_MEDICS = re.compile(
    rf"\b(?P<party>{_NATION}|Gaza)(?:[’']s)?\s(?:[Hh]ealth|[Mm]edical|[Hh]ospital)\s"
    r"(?:[Mm]inistry|[Oo]fficials?|[Ss]ources|[Ww]orkers)\b"
    rf"|\b(?:[Hh]ealth|[Mm]edical|[Hh]ospital)\s(?:[Mm]inistry|[Oo]fficials?|[Ss]ources|[Ww]orkers)\sin\s(?P<place>{_CAPITALS})"
)
"""“Irellian health officials said 12 people were killed”: they count their own."""
_WAR_ON = re.compile(
    r"\b(?:(?:[Aa]ir\s?strikes?|[Bb]ombardment|[Ss]helling|[Ww]ar|offensive|invasion|blockade)\s(?:campaign\s)?(?:on|against|in|of)"
    rf"|bombing\s(?:campaign\s)?of)\s(?P<party>{_CAPITALS})"
)
"""“airstrikes on Irelle have killed thousands”: a country at war and its dead."""
_ON_SIDE = re.compile(rf"[^.;:]{{0,60}}?\son\sthe\s(?P<party>{_NATION}|{_CAPITALS})\sside\b")
_OF_ITS = re.compile(r"\sof\s(?:its|their)\s(?:own\s)?")
_SAYS = re.compile(
    rf"\b(?:The\s)?(?P<party>(?!The\b){_CAPITALS})\s(?:[a-z]{{2,12}}\s){{0,2}}?(?:said|says|confirmed|reported|announced|lost|acknowledged)\b[^.;:]{{0,60}}$"
)
"""“Irelle says 64 of its soldiers have died”."""
_IN_PLACE = re.compile(
    r"\bin\s(?:the\s)?(?P<place>[A-Z][\w.]{1,20}(?:\s[A-Z][a-z]{2,20})?)"
    r"(?!\s(?:history|custody|detention|hospitals?|prisons?|jails?|waters|territory|airstrikes|strikes|raids?|operations?"
    r"|attacks?)\b)"
)
_LOST = re.compile(
    r"\b(?P<party>[A-Z][a-z]{2,20}(?:\s[A-Z][a-z]{2,20})?)\s(?:(?:has|have|had)\s)?(?:also\s)?"
    r"lost\s(?:at\sleast\s)?$"
)
"""“Irelle has lost 67 people”."""
_MODIFIER = (
    r"(?!(?:from|out|of|the|an?|that|this|these|those|their|his|her|its|our|another|any|some|through|over|along|around|across"
    r"|into|onto|to|toward|towards|within|in|inside|at|by|for|with|via|near|between|beyond|and|or|but|when|as|after|before)\b)"
    r"[a-z-]{2,20}\s"
)
_FLED = re.compile(
    r"\b(?:(?:fled|flee|flees|fleeing|escaped|escaping|evacuated?|evacuating)\s(?:from\s|out\sof\s)?"
    r"|(?:displaced|driven|forced|uprooted|expelled)\s(?:from|out\sof)\s)(?:the\s)?"
    rf"(?P<place>{_CAPITALS}|(?:{_MODIFIER}){{1,2}}(?:region|country|city|town|village|area|enclave|province|island))\b"
)
"""“hundreds fleeing from Dorn”, “who fled the besieged town”: where the displaced come from."""
_FAR = 140
_HERE = re.compile(
    rf"[^,.;:()]{{0,60}}?\s(?:in|across|inside|throughout|within)\s(?:the\s)?(?P<place>{_CAPITALS})"
)
_ELSEWHERE = re.compile(
    r"\b(?:to|into|refugees?|migrants?|seekers?|camps?|shelters?|sheltering|refuge|asylum|hotels?|resettled|admitted|arrived|stranded|living|live)\b"
)
_LANDS = frozenset(
    ("Gaza", "Gaza Strip", "West Bank", "Puerto Rico", "Kashmir", "Chechnya", "Darfur", "Kurdistan", "Crimea",
     "Africa", "Europe", "Latin America", "Central America")
)  # fmt: skip
"""Lands without a state of their own."""
_FLED_FAR = 80
_NEARBY = 300
_POLICE = re.compile(r"\b(?P<party>[Pp]olice|law\senforcement)\b")
_GROUPS = re.compile(
    r"\b(?P<party>Islamic\sState|ISI[SL]|Daesh|Taliban|[Aa]l[- ]Qaeda|Hamas|Hezbollah"
    r"|Boko\sHaram|[Aa]l[- ]Shabab|Nusra|Houthis?|PKK"
    r"|Kurdish|Maoists?|FARC|LTTE)\b"
)
_FORCE = {
    **dict.fromkeys(("officer", "officers"), _POLICE),
    **dict.fromkeys(("militant", "militants", "fighters", "insurgents", "jihadists", "terrorists"), _GROUPS),
}
"""Who is of a force that the paragraph tells of elsewhere, and how that is told."""
_SOLDIERS = re.compile(
    rf"\b(?P<party>{_NATION})\s(?:[a-z-]{{2,20}}\s)?(?:soldiers?|troops|servicemen|service\smembers?|forces|army|Army|military)\b"
)
_PROTESTERS = re.compile(
    rf"(?:\b|\b(?P<by>protests|demonstrations|rallies)\sby\s)(?P<party>{_NATION}s?)(?(by)\b|\s(?:[a-z-]{{2,20}}\s)?(?:protesters?|demonstrators?|protests|demonstrations)\b)"
)
_ALIKE = {
    **dict.fromkeys(
        ("soldiers", "soldier", "servicemen", "troops", "service members", "service member"), _SOLDIERS
    ),
    **dict.fromkeys(("protesters", "protester", "demonstrators"), _PROTESTERS),
}
"""Whose those of a sort are, by others of the sort."""
_AT_A_PLACE = word_set(
    "soldiers soldier troops sailors sailor servicemen guards personnel policemen police officers crew"
)
_NEUTRAL = word_set(
    "other on-duty off-duty uniformed plainclothes armed unarmed night morning evening afternoon early late"
)
_DAY = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
    r"|(?:I|The|A|In|On|At|But|More|Some|Another|Two|One|Three|Dozens|Hundreds|Thousands|Most|Many|Several)$"
)


def side_of(text: str, span: Span, start: int, end: int) -> Span | None:
    """The words that say whom the people of the figure at ``span`` belong to, from ``start`` to ``end``."""
    run: list[Span] = []
    for word in phrase_words(text, span, end):
        if _is_party(word.of(text)):
            run.append(word)
        elif run:
            break
    if run:
        told = Span(run[0].start, run[-1].end).of(text)
        if told.lower() == "law":
            return None
        return Span(run[0].start, run[0].start + len(bare(told)))
    words = phrase_words(text, span, end)
    last = max([span.end, *(w.end for w in words)])
    if _OF_ITS.match(text, span.end, end) and (
        own := _SAYS.search(text, max(start, span.start - _FAR), span.start)
    ):
        return None if _DAY.match(own["party"]) else Span(*own.span("party"))
    match = _BELONGS.match(text, last, end) or _told_before(text, span, start, words)
    match = match or _told_elsewhere(text, span, start, end, words)
    if match is None or _DAY.match(match["party"]):
        return None
    return Span(match.start("party"), match.start("party") + len(bare(match["party"])))


def _told_before(text: str, span: Span, start: int, words: Sequence[Span]) -> re.Match[str] | None:
    """The words before a figure in its clause that say whose toll or loss it is."""
    patterns = (_LOST,) if words else (_COUNTED_BEFORE, _THEIR_TOLL, _TOLL_IN, _LOST)
    start = max(start, span.start - _FAR)
    return next((m for p in patterns if (m := p.search(text, start, span.start))), None)


def land_of(text: str, span: Span, sentence: Span) -> Span | None:
    """The land or people whose dead a bare count is of, by who counts them or by the war that is told of."""
    start, end = max(sentence.start, span.start - _FAR), min(sentence.end, span.end + _FAR)
    counted = (
        _ON_SIDE.match(text, span.end, end),
        _BY_THEIR_MEDICS.search(text, start, span.start),
        _BY_THEIR_MEDICS.search(text, span.end, end),
    )
    told = (_place_in(match) for match in counted if match is not None)
    war = (_place_in(match) for match in _WAR_ON.finditer(text, start, span.start))
    places = chain(
        (place for place in told if not _DAY.match(place.of(text))),
        (place for place in war if _is_country(place.of(text))),
    )
    return next(places, None)


def _place_in(match: re.Match[str]) -> Span:
    """The place or people that a pattern found, without what is no part of its name."""
    group = next(g for g in ("party", "place") if match.groupdict().get(g))
    return Span(match.start(group), match.start(group) + len(bare(match[group])))


def _is_country(place: str) -> bool:
    if place in _LANDS:
        return True
    known = known_names().get(place)
    return known is not None and known.country is not None and known.type == "location"


def _told_elsewhere(
    text: str, span: Span, start: int, end: int, words: Sequence[Span]
) -> re.Match[str] | None:
    """Other words of the paragraph for the force, place or sort of those counted, by their noun."""
    nouns = [bare(w.of(text)).lower() for w in words if not _DAY.match(w.of(text))]
    roles = [noun for noun in nouns if noun not in _NEUTRAL]
    # "two prison officers" are not of the police
    role = " ".join(roles) if len(roles) == 1 or roles[:1] == ["service"] else ""
    match = _told_near(text, span, _FORCE[role]) if role in _FORCE else None
    if match is None and not _AT_A_PLACE.isdisjoint(roles):
        match = _STRUCK.search(text, max(start, span.start - _NEARBY), span.start)
    if match is None and role in _ALIKE:
        match = _told_alike(text, span, end, _ALIKE[role])
    return match


def origin_of(text: str, span: Span, sentence: Span, end: int) -> Span | None:
    """Where the displaced of a figure come from.

    That is what they fled, told before ``end``, where the next figure stands; else a people or place
    named before them in the sentence, else one behind them.
    """
    fled = _FLED.search(text, span.end, min(end, span.end + _FLED_FAR))
    if fled and not _DAY.match(fled["place"]):
        return _place_in(fled)
    before = list(_ORIGIN.finditer(text, max(sentence.start, span.start - _FAR), span.start))
    match = before[-1] if before else _ORIGIN.search(text, span.end, min(sentence.end, span.end + _FAR))
    if match is None:
        return _uprooted_in(text, span, sentence)
    return Span(*match.span("nation" if match["nation"] else "place"))


def _uprooted_in(text: str, span: Span, sentence: Span) -> Span | None:
    """“200,000 people in Dorn were told to leave”: the place, where nobody went to it."""
    match = _HERE.match(text, span.end, min(sentence.end, span.end + _FAR))
    if match is None or _DAY.match(match["place"]) or _ELSEWHERE.search(match[0]):
        return None
    return _place_in(match)


def _told_alike(text: str, span: Span, end: int, alike: re.Pattern[str]) -> re.Match[str] | None:
    """Those of the same sort before a figure in its paragraph, else behind it, if all are of one nation."""
    start = max(0, span.start - _NEARBY)
    before = list(alike.finditer(text, max(start, text.rfind("\n", start, span.start) + 1), span.start))
    told = before or list(alike.finditer(text, span.end, min(end, span.end + _FAR)))
    return told[-1] if len({match["party"] for match in told}) == 1 else None


def place_of(text: str, span: Span, end: int, *, near: bool = False) -> Span | None:
    """“More than 30,000 die each year in Irelle”: the country behind a figure, up to ``end``.

    One that is ``near`` stands in the same part of the sentence.
    """
    for match in _IN_PLACE.finditer(text, span.end, min(end, span.end + _FAR)):
        place = bare(match["place"])
        if near and "," in text[span.end : match.start()]:
            return None
        if _is_country(place):
            return Span(match.start("place"), match.start("place") + len(place))
    return None


def _told_near(text: str, span: Span, force: re.Pattern[str]) -> re.Match[str] | None:
    """The first words of a force before a figure in its paragraph, else those behind it."""
    start = max(0, span.start - _NEARBY)
    start = max(start, text.rfind("\n", start, span.start) + 1)
    end = min(len(text), span.end + _NEARBY)
    line = text.find("\n", span.end, end)
    return force.search(text, start, span.start) or force.search(text, span.end, end if line < 0 else line)


def _is_party(word: str) -> bool:
    name = word[0].isupper() and not _DAY.match(word) and not _is_role(bare(word))
    return (name and not word.endswith("-related")) or bare(word).lower() in _PARTIES or word == "law"


def _is_role(word: str) -> bool:
    return word.lower() in lexicon.PEOPLE | lexicon.TROOPS and word.lower() not in _PARTIES
