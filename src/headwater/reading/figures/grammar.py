"""The shapes of figures. Every repetition is bounded, so a search takes time in proportion to the text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from headwater.reading.figures import lexicon
from headwater.reading.figures.cardinals import NUMBER, SHORT_SCALES

S = r"(?:[ \t\u00a0]{1,3}|[ \t]?\r?\n[ \t]?)"


def _any(words: Iterable[str]) -> str:
    """The words as alternatives, longest first."""
    listed = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(w).replace(r"\ ", S) for w in listed)


_HEDGE = (
    rf"(?:(?P<hedge>{_any(lexicon.HEDGES)}){S}(?:(?:{_any(lexicon.HEDGES)}){S})?"
    rf"(?:(?:another|an{S}additional|a{S}further){S})?)?"
)
_MONEY = rf"(?P<money>(?:US|A|C|HK)?\$|[€£¥₹]|Rs\.?{S}?|INR{S}?|USD{S}?|EUR{S}?|GBP{S}?)"
_SCALE = r"(?:dozen|hundred|thousand|million|billion|trillion)"
_VAGUE = (
    rf"(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions)(?:{S}of{S}"
    rf"(?:thousands|millions|billions|trillions))?"
)
_SHORT = rf"(?P<short>{'|'.join(SHORT_SCALES)})\b"
_GLUED = r"(?P<glued>%|(?:kgs?|km|kms|cm|mm|lbs?|ft|mi|oz)\b)"
_PARTS = "one|two|three|four|five|nine"
_FRACTION = (
    rf"(?:(?:(?P<parts>an?|{_PARTS}){S}|(?P<parts2>{_PARTS})-)"
    rf"(?P<fraction_of>half|third|quarter|fourth|fifth|sixth|tenth)(?:s\b(?={S}[a-z]|[.,;)])|\b(?={S}of\b|{S}the\b))"
    rf"|(?P<half_of>half)(?={S}(?:of|the|its|their|all)\b))"
)
_MONEY2 = _MONEY.replace("money", "money2")
_END2 = rf"(?:{_SHORT}|{_GLUED}|(?!\w))".replace("short", "short2").replace("glued", "glued2")
"""The second number of a range has its own money sign and measure."""

FIGURE = re.compile(
    rf"""(?<![\w@#/\\&=])(?<!\d[.,:])(?<![A-Za-z\d][-–’'])(?<![\s(][-−.])
    {_HEDGE}(?:(?P<article>an?){S}(?=\d[\d,.]{{0,20}}{S}or{S}so\b))?{_MONEY}?
    (?:
      (?P<couple>(?:an?{S})?couple(?:{S}of)?{S}(?P<couple_scale>{_SCALE})s?\b|an?{S}couple{S}of\b)
     |(?P<few>(?:an?{S})?(?:few|several){S}(?P<few_scale>{_SCALE}s?)\b)
     |(?P<vague>{_VAGUE}\b)
     |(?P<quarter>(?:an?{S})?quarter(?:{S}of{S}|-of-)an?(?:{S}|-)(?P<quarter_scale>{_SCALE})\b)
     |(?P<fraction>{_FRACTION})
     |(?P<half>(?:half{S}an?{S}|an?{S}half(?:-|{S}))(?P<half_scale>{_SCALE})\b|half{S}an?(?={S}(?:tons?|tonnes?|miles?|kilo\w*|pounds?|met(?:re|er))\b))
     |(?P<one_scale>an?{S}(?P<one_of>{_SCALE})\b)
     |between{S}(?P<from>(?>{NUMBER})){S}and{S}(?:[$€£])?(?P<upto>(?>{NUMBER}))(?!\w)
     |(?P<low>(?>{NUMBER}))(?P<glue>-|–|{S}to{S}|{S}or{S}){_MONEY2}?(?P<high>(?>{NUMBER})){_END2}
     |(?P<number>(?>{NUMBER}))(?:\ ?{_GLUED}|{_SHORT}|(?!\w))
    )
    (?P<suffix>{S}or{S}so\b|{S}or{S}more\b|{S}or{S}fewer\b|{S}or{S}less\b|-odd\b|-plus\b|\+)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
