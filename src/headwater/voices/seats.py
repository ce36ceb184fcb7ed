"""The party and state that stand beside a name: "Rep. Jane Roe (D-Calif.)", "Texas Senator John Dorn"."""

from __future__ import annotations

import re

from headwater.records import Span

# Names of the states of the United States, as the Associated Press shortens them, as the post does.
_TABLE = """
Alabama|Ala|AL;Alaska||AK;Arizona|Ariz|AZ;Arkansas|Ark|AR;California|Calif|CA;Colorado|Colo|CO
Connecticut|Conn|CT;Delaware|Del|DE;Florida|Fla|FL;Georgia|Ga|GA;Hawaii||HI;Idaho||ID;Illinois|Ill|IL
Indiana|Ind|IN;Iowa||IA;Kansas|Kan|KS;Kentucky|Ky|KY;Louisiana|La|LA;Maine||ME;Maryland|Md|MD
Massachusetts|Mass|MA;Michigan|Mich|MI;Minnesota|Minn|MN;Mississippi|Miss|MS;Missouri|Mo|MO;Montana|Mont|MT
Nebraska|Neb|NE;Nevada|Nev|NV;New Hampshire|N.H|NH;New Jersey|N.J|NJ;New Mexico|N.M|NM;New York|N.Y|NY
North Carolina|N.C|NC;North Dakota|N.D|ND;Ohio||OH;Oklahoma|Okla|OK;Oregon|Ore|OR;Pennsylvania|Pa|PA
Rhode Island|R.I|RI;South Carolina|S.C|SC;South Dakota|S.D|SD;Tennessee|Tenn|TN;Texas|Tex|TX;Utah||UT
Vermont|Vt|VT;Virginia|Va|VA;Washington|Wash|WA;West Virginia|W.Va|WV;Wisconsin|Wis|WI;Wyoming|Wyo|WY
"""
_ROWS = [row.split("|") for row in re.split(r"[;\n]", _TABLE) if row]
_STATE = {form: row[0] for row in _ROWS for form in row if form}
STATES = frozenset(row[0].lower() for row in _ROWS)
"""In lower case."""
_FULL = "|".join(row[0] for row in _ROWS)
_ANY = "|".join(re.escape(form) for form in sorted(_STATE, key=lambda f: -len(f)))
_PARTIES = {"R": "republican", "D": "democrat"}
PARTIES = frozenset(_PARTIES.values())
# "(D-Calif.)", ", R-Ky.,", " (R., Texas)".
_MARK = re.compile(rf"(?:,|,? \() ?(?P<party>[DR])\.?(?:[-–—]|, ?)(?P<state>{_ANY})\b")
_ROLE = (
    r"(?:Republican|Democrat(?:ic)?|GOP|Sen(?:ator)?\b\.?|Rep(?:resentative)?\b\.?"
    r"|Congress(?:wo)?man|Gov(?:ernor)?\b\.?)"
)
_BEFORE = re.compile(rf"\b(?P<state>{_FULL})(?:['’]s)?(?: {_ROLE}){{1,3}} \Z")
_BEHIND = re.compile(
    rf",? (?:the |an? )?(?:\w+ )?(?:(?:{_ROLE}|senator|congress(?:wo)?man|lawmaker|governor) (?:of|from) )?"
    rf"(?P<state>{_FULL})(?: {_ROLE}| senator| congress(?:wo)?man| lawmaker| governor)?[,.;]"
)
_NEAR = 60


def seat_beside(text: str, name: Span) -> frozenset[str]:
    """The party and the state that stand beside a name, in lower case; either may lack."""
    mark = _MARK.match(text, name.end, name.end + _NEAR)
    if mark is not None:
        return frozenset((_PARTIES[mark["party"]], _STATE[mark["state"]].lower()))
    before = _BEFORE.search(text, max(0, name.start - _NEAR), name.start)
    behind = _BEHIND.match(text, name.end, name.end + _NEAR)
    found = (before, behind if behind is not None and behind[0].startswith(",") else None)
    return frozenset(_STATE[one["state"]].lower() for one in found if one is not None)
