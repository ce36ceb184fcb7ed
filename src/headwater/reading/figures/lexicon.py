"""The words around numbers, as data."""

from __future__ import annotations

from headwater.reading.figures.cardinals import word_set
from headwater.records.vocabulary import FigureOf, Hedge

HEDGES: dict[str, Hedge] = {
    "about": "about", "around": "about", "some": "about", "roughly": "about", "approximately": "about",
    "nearly": "about", "almost": "about", "close to": "about", "an estimated": "about", "estimated": "about",
    "circa": "about",
    "something like": "about", "somewhere around": "about", "in the neighborhood of": "about",
    "in the region of": "about", "on the order of": "about", "just about": "about", "perhaps": "about",
    "just shy of": "less_than", "just short of": "less_than", "a little over": "more_than",
    "a little more than": "more_than", "slightly more than": "more_than", "just more than": "more_than",
    "slightly over": "more_than", "a little under": "less_than", "slightly less than": "less_than",
    "well under": "less_than", "north of": "more_than", "far more than": "more_than",
    "at the very least": "at_least", "at the least": "at_least",
    "not fewer than": "at_least", "as few as": "at_least", "as little as": "at_least",
    "never more than": "at_most", "at the most": "at_most",
    "just over": "more_than", "just under": "less_than", "well over": "more_than",
    "at least": "at_least",
        "no fewer than": "at_least", "no less than": "at_least", "not less than": "at_least",
    "a minimum of": "at_least", "more than": "more_than", "over": "more_than", "upwards of": "more_than",
    "upward of": "more_than", "in excess of": "more_than", "up to": "at_most", "as many as": "at_most",
    "as much as": "at_most", "no more than": "at_most", "not more than": "at_most", "at most": "at_most",
    "a maximum of": "at_most", "fewer than": "less_than", "less than": "less_than", "under": "less_than",
}  # fmt: skip
SUFFIXES: dict[str, Hedge] = {
    "or so": "about", "-odd": "about", "or more": "at_least", "-plus": "at_least", "+": "at_least",
    "or fewer": "at_most", "or less": "at_most",
}  # fmt: skip
VAGUE: dict[str, tuple[int, int]] = {
    "tens": (20, 99), "dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999),
        "thousands": (2_000, 9_999),
    "tens of thousands": (20_000, 99_999), "hundreds of thousands": (200_000, 999_999),
    "millions": (2_000_000, 9_999_999), "tens of millions": (20_000_000, 99_999_999),
    "hundreds of millions": (200_000_000, 999_999_999), "billions": (2 * 10**9, 10**10 - 1),
    "tens of billions": (20 * 10**9, 10**11 - 1), "hundreds of billions": (200 * 10**9, 10**12 - 1),
    "trillions": (2 * 10**12, 10**13 - 1), "tens of trillions": (20 * 10**12, 10**14 - 1),
}  # fmt: skip
"""What a plural without a number allows: from two of the unit to just below the next word."""

FRACTIONS: dict[str, float] = {
    "half": 1 / 2, "third": 1 / 3,
        "quarter": 1 / 4, "fourth": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "tenth": 1 / 10,
}  # fmt: skip
CURRENCIES: dict[str, str] = {
    "$": "USD", "us$": "USD", "usd": "USD", "€": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP", "¥": "JPY",
    "₹": "INR", "rs": "INR", "rs.": "INR", "inr": "INR", "a$": "AUD", "c$": "CAD", "hk$": "HKD",
}  # fmt: skip
MEASURES: dict[str, tuple[FigureOf, str]] = {
    **dict.fromkeys(("%", "percent", "per cent", "percentage"), ("percent", "percent")),
    **dict.fromkeys(("km", "kms", "kilometer", "kilometers", "kilometre", "kilometres"), ("distance", "km")),
    **dict.fromkeys(("mile", "miles", "mi"), ("distance", "mi")),
    **dict.fromkeys(("meter", "meters", "metre", "metres"), ("distance", "m")),
    **dict.fromkeys(("foot", "feet", "ft"), ("distance", "ft")),
    **dict.fromkeys(("yard", "yards"), ("distance", "yd")),
    **dict.fromkeys(("inch", "inches"), ("distance", "in")),
    **dict.fromkeys(("cm", "centimeters", "centimetres"), ("distance", "cm")),
    **dict.fromkeys(("mm", "millimeter", "millimeters", "millimetre", "millimetres"), ("distance", "mm")),
    **dict.fromkeys(("kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogrammes"), ("weight", "kg")),
    **dict.fromkeys(("g", "gram", "grams", "grammes"), ("weight", "g")),
    **dict.fromkeys(("ton", "tons", "tonne", "tonnes"), ("weight", "t")),
    **dict.fromkeys(("pound", "pounds", "lb", "lbs"), ("weight", "lb")),
    **dict.fromkeys(("ounce", "ounces", "oz"), ("weight", "oz")),
    **dict.fromkeys(("dollar", "dollars"), ("money", "USD")),
    **dict.fromkeys(("euro", "euros"), ("money", "EUR")),
    **dict.fromkeys(("ruble", "rubles", "rouble", "roubles"), ("money", "RUB")),
    **dict.fromkeys(("rupee", "rupees"), ("money", "INR")),
    **dict.fromkeys(("hryvnia", "hryvnias"), ("money", "UAH")),
    **{
        word: ("money", word)
        for word in word_set("crowns kroner kronor francs dinars pesos shekels riyals dirhams")
    },
    "cent": ("money",
        "US cent"), "yen": ("money", "JPY"), "yuan": ("money", "CNY"), "cents": ("money", "US cent"),
}  # fmt: skip

TROOPS = word_set(
    "soldier soldiers troop troops serviceman servicemen servicemembers servicewomen "
    "marine marines paratrooper "
    "paratroopers mercenary mercenaries conscript conscripts "
    "reservist reservists fighter fighters commandos "
    "infantrymen peacekeepers militant militants insurgent insurgents rebel rebels gunman gunmen "
    "guerrilla guerrillas "
    "guerilla guerillas jihadist jihadists militiaman militiamen policeman policemen police "
    "guardsman guardsmen airmen "
    "legionnaires commandos commando trooper troopers officer officers operators seals servicemembers "
    "infantry jihadis gendarmes"
)
PEOPLE = word_set(
    "person people persons man men woman women child "
    "children boy boys girl girls baby babies infant infants "
    "teenager teenagers youth youths civilian civilians "
    "victim victims officer officers policeman policemen "
    "policewoman police guard guards bodyguard bodyguards hostage hostages prisoner "
    "prisoners detainee detainees "
    "migrant migrants refugee refugees student students pupil pupils teacher teachers "
    "worker workers journalist "
    "journalists reporter reporters protester protesters demonstrator demonstrators "
    "passenger passengers driver "
    "drivers villager villagers resident residents farmer farmers militant militants "
    "insurgent insurgents rebel "
    "rebels terrorist terrorists gunman gunmen suspect "
    "suspects attacker attackers bomber bombers assistant "
    "assistants aide aides colleague colleagues member members cadre cadres maoist "
    "maoists extremist extremists "
    "commander commanders leader leaders official officials "
    "doctor doctors nurse nurses medic medics patient "
    "patients crew personnel employee employees relative "
    "relatives son sons daughter daughters wife husband "
    "brother brothers sister sisters mother father parents family tourist tourists "
    "pilgrims worshippers sailor "
    "sailors pilot pilots activist activists voter "
    "voters politician politicians lawyer lawyers judge judges "
    "bystander bystanders pedestrian pedestrians inmate inmates dead wounded injured "
    "others survivors constable "
    "constables jawan jawans tribal tribals informer local locals shopkeeper firefighter "
    "firefighters naxalite "
    "naxalites contractor contractors citizen citizens nationals adults lawmakers trooper "
    "troopers sympathiser sympathisers sympathizers supporter supporters criminal criminals "
    "trader traders agent agents bodies ultras operatives infiltrators "
    "general generals colonel captain sergeant lieutenant technician technicians politician lives deaths "
    "fatalities casualties cousin cousins brother-in-law father-in-law mother-in-law sister-in-law "
    "uncle aunt nephew niece "
    "inspector sub-inspector superintendent secretary president sarpanch chief headman minister "
    "mayor governor deputy "
    "head clerk cook priest imam bishop nun monk engineer engineers contractor businessman "
    "businessmen businesswoman "
    "labourer labourers laborer laborers miner miners fisherman fishermen shopkeepers vendor "
    "vendors peasant peasants "
    "mukhiya naxal naxals naxalites maoists homeguard home-guard havildar subedar lance-naik naik "
    "sub-inspectors inspectors "
    "trainee recruit recruits companion companions friend friends neighbour neighbor neighbours "
    "neighbors grandmother "
    "grandfather grandson grandsons granddaughter baby toddler toddlers newborn foetus girlfriend "
    "boyfriend fiancee "
    "schoolboy schoolgirl schoolchildren schoolgirls schoolboys youngster youngsters elder elders "
    "toddler rider riders "
    "motorist motorists cyclist cyclists customer customers shopper shoppers staff staffer staffers "
    "translator interpreter "
    "photographer photographers cameraman editor blogger spokesman spokeswoman diplomat diplomats "
    "ambassador lawmaker "
    "congressman senator councillor candidate candidates deserter deserters separatist separatists "
    "jihadist jihadists "
    "jihadi jihadis extremist sniper snipers shooter shooters assailant assailants gangster "
    "gangsters smuggler smugglers "
    "dealer dealers thief robber robbers ringleader kidnapper kidnappers captive captives captor "
    "captors evacuee evacuees "
    "paramedic paramedics responder responders rescuer rescuers volunteer volunteers missionary "
    "missionaries cleric clerics "
    "worshipper worshiper worshipers scientist scientists professor professors staff crewman "
    "crewmen airman airmen "
    "serviceman corporal private brigadier admiral ranger rangers deputies detective detectives cop "
    "cops trooper agent "
    "bodyguards watchman watchmen caretaker gardener maid housewife widow widows orphan orphans "
    "spouse twin twins sibling "
    "siblings kid kids teen teens pensioner retiree bride groom guest guests host hosts inhabitants "
    "homeowner homeowners "
    "woman man human humans individual individuals adult elderly minors minor suspect expatriate "
    "expatriates foreigner "
    "foreigners immigrant immigrants asylum-seeker asylum-seekers deportee deportees national "
    "countryman countrymen loyalist "
    "loyalists spy spies operative ultra infiltrator accomplice accomplices perpetrator "
    "perpetrators henchman henchmen warlord "
    "husbands wives fathers mothers daughters uncles aunts nephews nieces bodyguards shipmates crewmates "
    "educator educators classmate classmates roommate "
    "roommates schoolteacher schoolteachers scholar scholars "
    "herder herders shepherd shepherds merchant merchants "
    "musician musicians artist artists athlete athletes "
    "runner runners fan fans nuns monks pastor pastors rabbi voters partygoers churchgoers concertgoers "
    "clubgoers moviegoers festivalgoers commuters commuter "
    "pensioners retirees revelers revellers partisans "
    "parishioners congregants mourners mourner spectators spectator marchers settler settlers envoy envoys "
    "cameramen photojournalist correspondents correspondent bloggers editors cartoonist cartoonists "
    "prosecutor prosecutors assassins mercenaries recruits cadet cadets servicewomen "
    "marshals marshal officers guardsmen demonstrators foreigners northerners southerners "
    "bandit bandits pirate pirates poacher poachers looter looters hijacker hijackers"
)
HAPPENINGS = word_set(
    "times days places points explosions attacks incidents blasts cases shots accidents "
    "clashes crashes strikes raids "
    "islands ports airports hills regions settlements seats bases "
    "positions areas neighborhoods neighbourhoods territories posts checkpoints documents files "
    "encounters towns villages cities districts states countries provinces houses homes "
    "buildings charges counts sources "
    "rounds years months weeks hours minutes birds dogs animals cattle cows sheep sentences"
)
"""What is counted near a fate without having met it: "killed, injured in two attacks"."""

WEAPONS = word_set(
    "missile missiles drone drones rocket rockets shell shells bomb bombs rifle rifles "
    "gun guns grenade grenades "
    "mortar mortars mine mines warhead warheads firearm firearms pistol pistols weapon "
    "weapons munition munitions "
    "ied ieds landmine landmines howitzer howitzers launchers detonators cartridges "
    "revolver revolvers handguns shotguns"
)
VEHICLES = word_set(
    "tank tanks vehicle vehicles truck trucks car cars aircraft plane planes jet jets "
    "helicopter helicopters ship "
    "ships boat boats bus buses warship warships submarine submarines train trains "
    "ambulance ambulances motorcycle "
    "motorcycles warplane warplanes van vans vessel vessels lorry lorries airliner airliners"
)

NOUN_FATES: dict[str, FigureOf] = {
    **dict.fromkeys(
        word_set("deaths fatalities bodies corpses dead lives homicides murders suicides drownings slayings"),
        "killed",
    ),
    **dict.fromkeys(word_set("injuries wounded injured"), "injured"),
    **dict.fromkeys(word_set("casualties losses"), "casualties"),
    **dict.fromkeys(
        word_set("arrests detainees prisoners inmates arrestees prisoner detainee inmate"), "arrested"
    ),
    **dict.fromkeys(
        word_set(
            "refugees refugee asylees asylum-seekers evacuees evacuee evacuations homeless idps idp’s idp's"
        ),
        "displaced",
    ),
    **dict.fromkeys(word_set("hostages hostage captives captive abductees kidnappings"), "abducted"),
}
"""Nouns that say by themselves what became of those counted."""

PERSONAL: frozenset[FigureOf] = frozenset(
    {"killed", "injured", "casualties", "missing", "arrested", "displaced", "freed", "abducted", "troops"}
)
"""What only people are counted in."""
