"""Words that stand before a person's name, and words that make a name a body's."""

from __future__ import annotations

PERSON_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father pastor bishop "
    "archbishop cardinal pope rabbi imam ayatollah sheikh sheik king queen prince princess emperor sultan "
    "president vice-president vice premier chancellor prime minister deputy foreign defence defense "
    "interior finance justice secretary ambassador attorney general lt lieutenant col colonel maj major "
    "gen capt captain cmdr commander adm admiral sgt sergeant ssgt spc staff cpl corporal pvt private brig "
    "brigadier rear marshal officer detective inspector superintendent chief constable sheriff judge justice "
    "sen senator rep representative congressman congresswoman gov governor mayor councilman councilwoman "
    "councillor alderman speaker chairman chairwoman chair spokesman spokeswoman spokesperson director "
    "ceo president-elect former then-president ex-president press national security adviser advisor air "
    "force army navy marine leader candidate nominee delegate strategist pollster analyst reporter "
    "correspondent columnist editor coach quarterback actor actress singer comedian author special "
    "counsel agent trooper deputy coroner prosecutor lawyer investigator able seaman engineer nurse "
    "comrade commandant brigadier-general".split()
)
"""Lower case, without the full stop."""

RANK_STARTS = frozenset(
    "mr mrs ms dr prof sir dame lord lady rev president vice-president chancellor prime secretary "
    "ambassador attorney lt lieutenant col colonel maj major gen general capt captain cmdr commander adm "
    "admiral sgt sergeant brig brigadier sen senator rep representative congressman congresswoman gov "
    "governor mayor judge justice speaker chairman pope king queen prince princess sheriff vice ayatollah "
    "sheikh minister premier professor director president-elect detective officer".split()
)
"""Titles that split a run of capitals: what stands before them is another name."""

BODY_WORDS = frozenset(
    "ministry department service services council court office agency bureau commission committee party "
    "university college institute institution school hospital company corporation corp inc ltd llc plc "
    "group bank union association federation foundation fund centre center police army navy force forces "
    "troops guard guards corps command brigade regiment battalion division legion militia front movement "
    "organisation organization authority authorities parliament assembly congress senate house government "
    "administration cabinet board times post journal news press herald tribune gazette telegraph guardian "
    "observer chronicle network television radio tv magazine review daily club church league team society "
    "project initiative campaign alliance coalition network systems industries airlines airways motors "
    "technologies partners holdings intelligence directorate secretariat tribunal exchange prosecutors "
    "lines mission chiefs staff ferries railway railways shipping".split()
)

PLACE_WORDS = frozenset(
    "city county state province region district village town island islands river lake sea ocean bay gulf "
    "mountain mountains valley street avenue road boulevard square park bridge beach coast peninsula "
    "desert airport port harbour harbor strait oblast governorate heights hills".split()
)
