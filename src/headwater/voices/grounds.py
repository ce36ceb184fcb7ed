"""Words that show how a speaker knows.

The classes are those of the literature on evidentiality: knowledge at first
hand, seen or heard or done (Aikhenvald, *Evidentiality*, 2004, ch. 2: visual,
sensory and participatory), and knowledge from others, reported and quoted
(the same, "reported" and "quotative"; FactBank, Saurí and Pustejovsky 2009,
nests such sources; the Penn Discourse Treebank, Prasad et al. 2007, marks
communication apart from belief). English has no endings for them: what counts
here are verbs with an object that can only be perceived or done, since "I saw
an opportunity" shows nothing. The words were gathered from the stream's
articles; all patterns are bounded, so that they cost in proportion to a text.
"""

from __future__ import annotations

import re


def _any(words: str) -> str:
    return "(?:" + "|".join(words.split()) + ")"


_OF_SIGHT = _any(
    "people man men woman women child children kids? boys? girls? guys? body bodies blood smoke fire "
    "flames? flash soldiers? troops policem[ae]n gunm[ae]n attackers? assailants? someone somebody cars? "
    "trucks? bus(?:es)? vans? planes? helicopters? jets? drones? boats? tanks? bombs? rockets? missiles? "
    "explosions? blast guns? rifles? knife knives debris wreckage rubble crater ambulances? bullets? shots? "
    "wounded corpses?"
)
_OF_SOUND = _any(
    "blasts? bangs? explosions? shots? gunfire gunshots? screams? screaming booms? noises? crash shooting "
    "cries crying sirens? shelling planes? jets? helicopters? yelling shouting shouts pops? popping firing "
    "bullets? thud rumble footsteps knock voices?"
)
_OF_TOUCH = _any("blast explosion shock tremors? shaking shake ground earth quake earthquake heat impact")
_ADVERB = r"(?:(?:just|also|then|suddenly|personally|first|later|only|actually|clearly)\s+)?"
_WITHIN = r"(?:[\w’'-]+\s+){0,4}?"
_PERCEIVED = (
    r"(?:"
    rf"(?:saw|seen|could\s+see|watched|witnessed|filmed|noticed)\s+{_WITHIN}{_OF_SIGHT}\b(?!\s+as\b)"
    r"|(?:saw|seen|watched)\s+(?:him|her|them)\s+\w+ing\b"
    r"|witnessed\s+(?:the|it|an?)\b"
    rf"|(?:heard|hear)\s+{_WITHIN}{_OF_SOUND}\b"
    rf"|(?:felt|feel)\s+{_WITHIN}{_OF_TOUCH}\b"
    r"|looked\s+(?:outside|out\s+(?:of\s+)?the\s+(?:window|door))\b"
    r")"
)
_PLACES = _any(
    "car bus train plane boat truck van taxi house home room kitchen bed bedroom bathroom office store shop "
    "classroom cafe restaurant building street crowd middle basement corridor hallway lobby car park"
)
_LIVED = (
    r"(?:"
    r"(?:(?:sitting|standing|walking|driving|sleeping|lying|hiding|praying|cooking|eating)\b"
    r"(?!\s+(?:up|by|with|on\s+(?:the\s+)?shoulders|a\s+(?:line|fine))\b))"
    r"|inside\b|aboard\b|on\s+board\b|asleep\b|there\s+(?:when|that|the\s+(?:day|night))\b"
    rf"|(?:in|on)\s+(?:the|my|his|her|a|our|their)\s+{_PLACES}\b"
    r"|(?:trapped|ambushed|evacuated|blindfolded|kidnapped|tortured|shot\s+at|beaten(?!\s+(?:by\s+\d|in\s+the"
    r"\s+(?:polls|election|primary)))|wounded|taken\s+hostage|pulled\s+from|thrown\s+to)\b"
    r")"
)
# Acts that a body reports of itself, each with what shows that it is meant in earnest.
_ARMED = _any(
    "attacks? strikes? air\\s?strikes? airstrikes? raids? missiles? rockets? operations? offensive drones? "
    "positions? targets? militants? fighters? soldiers? troops rebels? insurgents? terrorists? bombing "
    "bombings shelling ambush mortars? gunmen suspects? camps? shells?"
)
_DONE = (
    r"(?:"
    rf"(?:carried\s+out|conducted|launched|fired|hit|struck|killed|attacked|targeted|bombed|destroyed|seized"
    rf"|captured|foiled|thwarted|repelled|neutrali[sz]ed)\s+{_WITHIN}{_ARMED}\b"
    r"|(?:was|were)\s+behind\s+(?:the|an?|that|this)\b|shot\s+down\b|intercepted\b|shelled\b"
    r"|(?:had\s+)?(?:arrested|detained|evacuated|rescued|deported)\b"
    r")"
)

SAW = re.compile(rf"\b(?:I|[Ww]e)\s+{_ADVERB}{_PERCEIVED}")
"""First person in a quotation: the speaker perceived it."""
LIVED = re.compile(
    rf"\b(?:I|[Ww]e)\s+(?:was|were)\s+{_ADVERB}(?:still\s+|all\s+|both\s+)?{_LIVED}"
    r"|\b(?:I|[Ww]e)\s+(?:ran\s+(?:out|away|outside|for\s+(?:cover|my|our))|hid\s+(?:in|under|behind)|ducked\b"
    r"|crawled\b|took\s+part\s+in)"
)
"""First person in a quotation: the speaker was in it."""
WAS_TOLD = re.compile(
    r"\b(?:I|[Ww]e)(?:\s+|[’']ve\s+|[’']d\s+)(?:have\s+|had\s+)?(?:was|were|been)\s+told\b"
    r"|\b(?:I|[Ww]e)(?:\s+|[’']ve\s+)(?:have\s+|had\s+)?(?:just\s+)?heard\s+(?:that|from|rumou?rs|reports)\b"
    r"|\b(?:told|informed)\s+(?:me|us)\s+(?:that\b|(?:he|she|they|it|there|the)\b)"
)
"""First person in a quotation: another told the speaker."""

_OPENS = r"(?:[“\"‘']\s*)?(?:that\s+)?(?:he|she|they)\s+(?:(?:had|have|has|also|then|himself|herself)\s+)*"
HE_SAW = re.compile(rf"{_OPENS}{_ADVERB}{_PERCEIVED}")
"""At the head of a content: "that she heard a blast"."""
HE_LIVED = re.compile(rf"{_OPENS}(?:was|were|been)\s+{_ADVERB}{_LIVED}|{_OPENS}(?:took|taken)\s+part\s+in\b")
"""At the head of a content: "he was in the car when"."""
HE_WAS_TOLD = re.compile(
    rf"{_OPENS}(?:was|were|been)\s+(?:told|informed)\s+(?!to\b|not\b)|{_OPENS}heard\s+(?:that|from|rumou?rs)\b"
)
"""At the head of a content: "he was told by friends"."""
IT_DID = re.compile(
    rf"(?:that\s+)?(?:it|they|we|its\s+(?:\w+\s+)?(?:forces|fighters|troops|soldiers|members|jets|warplanes|planes"
    rf"|aircraft|officers))\s+(?:(?:had|have|has|also)\s+)*{_DONE}"
)
"""At the head of a content: "it carried out the attack"."""
RESPONSIBILITY = re.compile(r"responsibility\b", re.IGNORECASE)
"""At the head of a content whose cue is to claim."""
HIS_MEN = re.compile(
    r"(?:that\s+)?(?:his|her|our|their)\s+(?:own\s+)?(?:men|forces|troops|fighters|soldiers|unit|battalion|brigade"
    r"|platoon|comrades|squad|crew|team)\b",
    re.IGNORECASE,
)
"""At the head of a content, by somebody with a name of :data:`COMMANDERS`."""
COMMANDERS = re.compile(
    r"\b(?:commanders?|fighters?|soldiers?|militants?|rebels?|pilots?|captain|capt|sergeant|sgt|lieutenant|lt"
    r"|colonel|col|major|maj|general|gen|brigadier)\b",
    re.IGNORECASE,
)
"""Words in a source for those who lead men or fight."""

# A noun that heads a source: nothing of which it is only a part stands before it.
_HEADS = r"(?:(?!(?:of|on|for|with|to|in|by|about|who|that|against|from|and|or)\b)[\w’'.-]+\s+){0,5}?"
WITNESSES = re.compile(
    rf"{_HEADS}"
    r"(?<!expert )(?<!defen[cs]e )(?<!prosecution )(?<!state )(?<!star )(?<!key )(?<!trial )(?<!character )"
    r"\b(?:eye-?)?witness(?:es)?\b(?!\s+(?:statements?|accounts?|list|stand|protection|testimony|box))",
    re.IGNORECASE,
)
"""At the head of a source: nouns for those who saw it."""
AT_COURT = re.compile(
    r"\b(?:hearing|committee|trial|court|jury|testif\w+|prosecut\w+|defen[cs]e)\b", re.IGNORECASE
)
"""Words beside a witness of another kind."""
WHO_SAW = re.compile(
    r"\bwho\s+(?:(?:had|has|also|says\s+(?:he|she)|said\s+(?:he|she|they))\s+)*"
    rf"(?:witnessed|{_PERCEIVED}|saw\s+(?:the|it|him|her|them)\s+(?!(?:documents?|letter|report|draft|text|emails?"
    r"|memo|transcript|video|film|movie)\b)\w+)",
    re.IGNORECASE,
)
"""A clause about a source: "who saw the crash"."""
TOOK_PART = re.compile(
    r"\bwho\s+(?:(?:had|has|also)\s+)*(?:took\s+part|participated|survived|escaped\s+(?:from|the)|"
    r"attended|was\s+present|were\s+present|was\s+at\s+the\s+(?:meeting|scene)|was\s+in\s+the\s+room"
    r"|were\s+in\s+the\s+room)\b"
    r"|\binvolved\s+in\s+the\s+(?:talks|negotiations|operation|investigation"
    r"|rescue|raid|discussions|planning|case)\b",
    re.IGNORECASE,
)
"""Words in or behind a source for those who were in it."""
PARTAKERS = re.compile(
    rf"{_HEADS}(?:survivors?|participants?|attendees?|passengers?|crew\s+members?|former\s+hostages?)\b"
    r"(?!\s+(?:group|association|list))",
    re.IGNORECASE,
)
"""At the head of a source: nouns for those who were in it."""
BRIEFED = re.compile(r"\bbriefed\s+(?:on|about|by)\b", re.IGNORECASE)
"""Words behind a source for those whom others told."""
_PAPERS = (
    r"(?:reports?|stud(?:y|ies)|survey|poll|filings?|lawsuit|complaint|indictment|affidavit|audit|memo|dossier"
    r"|(?:court|internal|leaked|legal|police)\s+(?:documents?|papers|records|files)|documents?|records)\b"
)
_PAPER_PHRASE = rf"(?:(?!(?:of|that|with|to|in|on|by)\b)[\w’'.-]+\s+){{0,4}}?{_PAPERS}"
IN_PAPERS = re.compile(
    rf"\b(?:in|citing)\s+(?!(?:media|news|press)\b){_PAPER_PHRASE}(?!\s+(?:on|for|by)\s+(?:cnn|fox|the\s+bbc))"
    rf"|\bwho\s+(?:(?:had|has)\s+)*(?:saw|seen|reviewed|read|obtained)\s+(?:a\s+copy\s+of\s+)?{_PAPER_PHRASE}",
    re.IGNORECASE,
)
"""Words around a statement that rests on what is written."""
REPORTEDLY = frozenset("reportedly rumored rumoured".split())
"""Cues by which a writer says that others say so."""
NO_PAPER = re.compile(
    r"\bthis\s+(?:article|story|piece|column|post|page)\b|\b(?:who|(?:senior|key|top|public|political|leading"
    r"|military|opposition|various|some|other)(?:\s+[\w-]+){0,3}\s+figures)\b",
    re.IGNORECASE,
)
"""The page speaks of itself; figures that are people."""
TOLD_OF = frozenset(
    "said says told tells announced warned claimed claims denied denies testified confirmed reported reports "
    "insisted stated tweeted wrote argued acknowledged admitted promised pledged vowed accused complained "
    "explained declared added noted saying according".split()
)
"""Cues by which one voice tells of another's words; "show" and "asked to" are none."""
