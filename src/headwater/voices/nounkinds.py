"""What kind of source a common noun is.

The lists are ours: nouns that head sources in PolNeAR's training articles and
in reports of wars and attacks, in lower case.
"""

from __future__ import annotations

from collections.abc import Mapping

from headwater.records.vocabulary import EntityType, SourceKind

DOCUMENTS = frozenset(
    "report reports version edition information document documents memo study studies poll polls survey "
    "surveys filing filings lawsuit complaint letter letters affidavit indictment email emails e-mail "
    "e-mails text transcript transcripts bill law order ruling statement statements book article op-ed "
    "editorial dossier records record note notes file files papers review analysis assessment communique "
    "communiqué release warrant verdict testimony ad ads website page data figures sign signs headline "
    "headlines platform resolution cable cables census audit tape video videos footage recording spot "
    "slide slides returns clip clips memoir memoirs copy diary manifesto constitution "
    "footnote profile interview opinion provision caption agreement "
    "meme blueprint rule rules regulation regulations guidelines clause amendment motion petition "
    "subpoena film photo "
    "photos images map chart statistics numbers memos".split()
)
"""What is written or recorded and can be quoted."""
OWN_WORDS = frozenset(
    "statement statements speech speeches remarks comments words testimony letter memo tweet tweets "
    "post posts information knowledge".split()
)
"""What somebody has said or written: "his remarks" are his words."""
THINGS = frozenset(
    "assassination attack bankruptcy barge battle blast boat bomb bridge building candidacy car "
    "change city-centre crash crisis day deal development disaster drone earthquake evening explosion "
    "fire flood gun harbor harbour house hurricane killing location lorry massacre missile money "
    "month morning move night operation outcome performance place plane port problem progress result "
    "river road sea ship shooting situation standoff storm street strike time town-hall truck vessel "
    "war weapon weather week wind year".split()
)
"""What never speaks, whatever verb stands behind it: things, places, happenings, spans of time."""
SOCIAL = frozenset(
    "tweet tweets post posts facebook twitter instagram telegram hashtag thread retweet".split()
)
"""Posts and where they stand."""
OUTLETS = frozenset(
    "newspaper newspapers paper magazine network networks newswire newswires broadcaster media press "
    "outlet outlets tabloid daily weekly television tv radio newsmagazine blog wire channel".split()
)
"""Who publishes."""
PRESS = frozenset("newspaper newspapers daily weekly magazine broadcaster newswire tabloid agency".split())
"""What makes a name behind it an outlet's: "newspaper Hurriyet"."""
NETWORKS = frozenset(
    ("ABC", "ABC News", "BBC", "CBS", "CBS News", "CNN", "Fox News", "MSNBC", "NBC", "NBC News", "PBS")
)
"""Broadcasters that are "the network" without that word in their names."""
PAPERS = frozenset(
    "times post herald tribune gazette chronicle courier examiner inquirer observer dispatch sentinel ledger "
    "telegraph mirror bee journal news magazine radio television tv today newspaper daily".split()
)
"""Last words of the names of newspapers and the like: "the Tampa Bay Times"."""
BODIES = frozenset(
    "ministry department government mission hall brigade front movement militia choir school apparatus "
    "circles administration military army navy intelligence agency service court council committee "
    "commission parliament congress senate house party campaign company firm bank union group "
    "organization organisation office bureau embassy university hospital authority board team force "
    "command directorate prosecution cabinet leadership regime kremlin palace church league association "
    "federation foundation institute coalition side wing".split()
)
"""Organisations: "the ministry" is one of them, "a separatist group" any."""
COLLECTIVE = frozenset(
    "military army navy police force government administration council board committee commission "
    "party campaign union group coalition team cabinet leadership brigade militia movement ministry "
    "department lab laboratory agency firm company hospital school".split()
)
"""Bodies that "they" can mean."""
GROUPS = frozenset(
    "officials authorities sources monitors specialists villagers islanders sailors officers fishermen "
    "dockers aides advisers advisors supporters critics people voters police residents witnesses analysts "
    "experts observers lawmakers leaders members reporters journalists investigators prosecutors lawyers "
    "activists protesters rebels troops soldiers fighters commanders doctors scientists economists "
    "democrats republicans conservatives liberals delegates opponents allies diplomats firefighters "
    "rescuers relatives families others some many most several both everyone everybody few those all half "
    "majority crowd public nation world men women students workers researchers judges senators governors "
    "candidates strategists spokesmen neighbors neighbours percent respondents portion handful section "
    "left right opposition staff industry establishment class minority elite elites base electorate rest "
    "two three four five six seven eight nine ten dozens hundreds thousands millions "
    "number tories backbenchers americans christians muslims jews catholics evangelicals".split()
)
"""Several persons."""
_SINGULAR_IN_S = frozenset("services affairs news politics united states nations forces".split())
"""In -s, but one thing."""
PERSONS = frozenset(
    "man woman person teacher schoolteacher reporter writer fighter farmer driver lecturer researcher "
    "preacher porter official aide chief head spokesperson friend mother father brother sister son "
    "daughter wife husband boy girl child victim suspect judge ally host candidate nominee president pope "
    "king queen prince princess general colonel captain sergeant governor mayor senator pilot nurse guard "
    "soldier cop attendant resident student agent delegate analyst expert professor scholar witness "
    "survivor source he she who i we they it you one someone somebody nobody anyone chair ceo "
    "fellow guest pundit critic member veteran priest native colleague relative cousin uncle aunt widow "
    "captive prisoner detainee defendant plaintiff coach star patient clerk "
    "inmate migrant tenant monk youth mp mep peer author".split()
)
"""One person; pronouns too."""
OTHER_PERSONS = frozenset(
    "academic accountant actress admiral advisor alumnus ambassador archbishop architect assailant "
    "astronaut astronomer athlete attorney babysitter backbencher baron baroness believer "
    "billionaire bishop boss boxer boyfriend bureaucrat burglar cardinal carpenter chancellor "
    "chaplain chauffeur chef chieftain citizen claimant cleric client commodore commuter complainant "
    "constituent consultant consumer convict corporal correspondent councillor counsellor customer "
    "dad dean detective diplomat donor duchess duke earl emir emperor entrepreneur envoy executive "
    "expatriate fiance fiancee follower fugitive girlfriend golfer graduate granddaughter grandfather "
    "grandmother grandson guerrilla gymnast headteacher hostage hunter imam immigrant incumbent "
    "informant insurgent jockey juror justice kid labourer landlord lieutenant magistrate marshal "
    "mechanic medic midwife militant millionaire mom monarch mum murderer nanny neighbor neighbour "
    "nephew niece nun observer opponent orphan painter paramedic parent passer-by photographer "
    "pilgrim playwright plumber poet presenter principal provost publisher pupil quarterback rabbi "
    "rebel rival robber sailor sceptic screenwriter secretary sheikh shepherd sheriff shooter sibling "
    "skater skeptic spouse sprinter spy steward stewardess sultan superintendent supervisor supporter "
    "surgeon swimmer teammate teen thief treasurer trustee twin tycoon umpire undersecretary vicar "
    "voter waiter waitress warlord whistleblower widower".split()
)
"""More nouns for one person who can speak. No pronoun is taken to mean them before they do: with them among
the candidates the weights of ``choice`` choose worse (pronouns of the own gold 90.1 to 88.7)."""
COMPANIES = frozenset(
    "company firm group network newspaper paper daily tabloid outlet magazine broadcaster bureau agency "
    "center centre organisation organization bank club airline manufacturer carmaker automaker retailer "
    "nonprofit charity publication website giant institute foundation union school panel alliance "
    "coalition".split()
)
"""What news calls a body that it has just named: "the company"."""
MEMBERS = ("sen", "rep", "senator", "representative", "congressman", "congresswoman", "governor", "gov")
"""Titles of those whom news calls by party and state."""
OFFICES = frozenset((*MEMBERS, "president", "minister", "chancellor", "mayor", "secretary", "speaker"))
"""Titles of those whom news calls by their surname alone, whoever else of the family is about."""
OTHER_OFFICES = frozenset("president secretary judge justice general prosecutor spokesman".split())
"""Offices whose holders news does not call by party and state."""
SHORT_TITLES: Mapping[str, tuple[str, ...]] = {
    "senator": ("sen",),
    "congressman": ("rep",),
    "congresswoman": ("rep",),
    "lawmaker": ("rep", "sen"),
    "democrat": MEMBERS,
    "republican": MEMBERS,
}
"""Titles that a noun stands for."""
EPITHETS = frozenset(
    "republican democrat candidate nominee senator congressman congresswoman lawmaker frontrunner "
    "front-runner businessman billionaire mogul politician independent libertarian contender".split()
)
"""What news calls somebody that it has named: "the Kentucky Republican"."""
# Endings of nouns for persons: "journalist", "farmer", "32-year-old".
_PERSON_ENDINGS = tuple(
    "man woman person ist ian cian yer tor der ger ker ler ner per ster cer ier ser year-old ee iser izer "
    "eer fighter holder father mother brother sister trooper goer -elect".split()
)
# Nouns with such an ending that are no persons.
_NOT_PERSONS = frozenset(
    "number order matter power letter offer paper summer winter weather river water border murder "
    "disorder reminder danger trigger chapter center centre theater theatre factor sector doctor-patient "
    "fee degree tree guarantee committee trustee list mist twist gender ladder corner dinner banner "
    "manner partner-ship answer career beer deer cheer fund-raiser "
    "fundraiser".split()
)

_SPEAKING_SINGLY = PERSONS | OTHER_PERSONS | BODIES | DOCUMENTS
_SPEAKING = _SPEAKING_SINGLY | GROUPS | SOCIAL | OUTLETS


def is_plural(noun: str) -> bool:
    """Whether a common noun names several; a number or share does."""
    return (
        noun in GROUPS
        or noun[:1].isdigit()
        or (noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and noun not in _SINGULAR_IN_S)
    )


def can_speak(noun: str) -> bool:
    """Whether a common noun can be the source of a statement: a person, a body, a document."""
    if noun in _SPEAKING:
        return True
    single = noun.removesuffix("s")
    if single in _SPEAKING_SINGLY and noun != "its":
        return True
    return single.endswith(_PERSON_ENDINGS) and single not in _NOT_PERSONS


def kind_of_noun(noun: str, *, definite: bool) -> SourceKind:
    """The source kind of an unnamed noun.

    ``definite`` if its phrase points at one body ("the defence ministry",
    "Ukrainian intelligence"), not at any ("a separatist group").
    """
    if noun in SOCIAL:
        return "social_post"
    if noun in DOCUMENTS:
        return "document"
    if noun in OUTLETS:
        return "outlet"
    if noun in BODIES:
        return "named_organisation" if definite else "unnamed_group"
    return "unnamed_group" if is_plural(noun) else "unnamed_person"


def entity_type(kind: SourceKind, noun: str) -> EntityType:
    """The type of the entity behind an unnamed source."""
    if kind in ("document", "social_post"):
        return "other"
    if kind in ("outlet", "named_organisation") or noun in BODIES or noun == "police":
        return "organisation"
    return "person"
