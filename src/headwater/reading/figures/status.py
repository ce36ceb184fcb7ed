"""Whether the people counted bear arms."""

from __future__ import annotations

from headwater.reading.figures import lexicon
from headwater.reading.figures.cardinals import word_set
from headwater.reading.figures.nounphrase import bare, phrase_words
from headwater.records import Span
from headwater.records.vocabulary import VictimStatus

_COMBATANTS = lexicon.TROOPS | word_set(
    "officer officers policewoman guard guards bodyguard bodyguards terrorist terrorists attacker "
    "attackers bomber "
    "bombers cadre cadres maoist maoists naxal naxals naxalite naxalites extremist extremists "
    "commander commanders "
    "jawan jawans constable constables sniper snipers shooter shooters assailant assailants ultra "
    "ultras operative "
    "operatives infiltrator infiltrators separatist separatists colonel captain sergeant lieutenant "
    "general generals "
    "corporal ranger rangers sub-inspector sub-inspectors inspector homeguard home-guard warlord "
    "bandits pirates "
    "sailor sailors paramilitaries "
    "combatant combatants deputies cop cops crewmen serviceman airman pilot pilots "
    "cavalrymen hijacker "
    "kidnapper kidnappers captor captors assassin assassins warrior warriors cadet cadets recruit recruits "
    "marshal patrolman patrolmen agent agents loyalist loyalists enforcer service seals special-forces "
    "hijackers havildar naik subedar lance-naik jihadi jihadis trooper personnel"
)
_CIVILIANS = word_set(
    "civilian civilians child children boy boys girl girls baby babies infant infants toddler "
    "toddlers kid kids teenager "
    "teenagers teen teens bystander bystanders resident residents villager villagers passenger "
    "passengers worker workers "
    "journalist journalists reporter reporters student students pupil pupils schoolchildren "
    "schoolgirls schoolgirl "
    "schoolboys worshipper worshippers worshipers woman women teacher teachers tourist tourists "
    "pilgrim pilgrims patient "
    "patients nurse nurses doctor doctors medic medics paramedic paramedics farmer farmers shopper "
    "shoppers customer "
    "customers pedestrian pedestrians protester protesters protestor protestors demonstrator "
    "demonstrators activist "
    "activists refugee refugees migrant migrants family families mourner mourners guest guests "
    "driver drivers trader "
    "traders vendor vendors priest priests imam cleric shopkeeper fisherman fishermen labourer "
    "labourers laborers "
    "employee employees staff contractor contractors lawyer lawyers politician politicians lawmaker "
    "lawmakers mother "
    "father wife husband son sons daughter daughters brother brothers sister sisters parents "
    "grandmother grandfather "
    "homeowner homeowners neighbors neighbours businessman businessmen engineer engineers motorist "
    "motorists cyclist "
    "photographer cameraman volunteer volunteers missionary missionaries spectators spectator "
    "concertgoers tribal tribals "
    "trespasser evacuees evacuee inhabitants households people's locals informer sarpanch "
    "elderly immigrant immigrants innocents diplomat diplomats staffer staffers congregants "
    "parishioners churchgoers moviegoers revelers revellers festivalgoers commuters hikers bartender "
    "waitress cashier clerk innocent innocents educator educators classmate classmates roommate roommates "
    "schoolteacher schoolteachers professor professors scholar scholars coach miner miners herder herders "
    "shepherd shepherds peasant peasants merchant merchants hawker hawkers trucker truckers hiker musician "
    "musicians artist artists athlete athletes runner runners fan fans singer nun nuns monk monks pastor "
    "pastors preacher bishop rabbi deacon clergy "
    "clerics priests imams congregant traveler travelers traveller "
    "travellers vacationers holidaymakers picnickers marchers voter voters rallygoers beachgoers mayor "
    "councillor councilman judge judges prosecutor "
    "prosecutors ambassador envoy newborn newborns preschoolers "
    "kindergartners undergraduate undergraduates pensioner pensioners "
    "retiree retirees widow widows housewife "
    "orphan orphans bride groom newlyweds "
    "grandparents grandson grandsons granddaughter granddaughters nephew "
    "niece uncle aunt cousin cousins sibling siblings "
    "twins girlfriend boyfriend fiancee blogger bloggers editor "
    "editors correspondent correspondents photojournalist cartoonist cartoonists broadcaster noncombatants "
    "non-combatants householder householders settler settlers evangelist dancer dancers actor entrepreneur "
    "clerks caretaker diner diners schoolchild grandchild grandchildren great-grandchildren"
)
_FORCES = word_set(
    "police army navy marines brigade battalion regiment militia taliban isis isil qaeda hezbollah "
    "peshmerga guard"
)
_CIVILIAN_ENDS = ("goer", "goers", "graders", "grader")


def bears_arms(words: str) -> bool:
    """Whether those counted are of a force: " members of the Capitol Police"."""
    told = words.lower().split()
    return told[:1] == ["members"] and not _FORCES.isdisjoint(told)


def status_of(text: str, span: Span, end: int) -> VictimStatus | None:
    """Whether the people of the figure bear arms, where their noun says so: the last noun that does."""
    for word in reversed(phrase_words(text, span, end)):
        low = bare(word.of(text)).lower()
        low = low if low in _COMBATANTS | _CIVILIANS else low.split("-")[-1]
        if low.endswith(_CIVILIAN_ENDS):
            return "civilian"
        if low in _COMBATANTS:
            return "combatant"
        if low in _CIVILIANS:
            return "civilian"
    return None
