"""Closed classes of English words that the rules turn on."""

from __future__ import annotations

BE = frozenset("is are was were be been being am 's 're 'm".split())
HAVE = frozenset("has have had having 've".split())
MODALS = frozenset("will would can could may might shall should must 'll 'd".split())
DO = frozenset("do does did".split())
NEGATIONS = frozenset("not never n't no nor neither without".split())
NEGATED_AUX = frozenset(
    "didn't doesn't don't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't cannot "
    "couldn't shouldn't mightn't mustn't ain't".split()
)
CONTRACTED = frozenset(
    "he's she's it's they're we're you're i'm he'd she'd they'd we'd i'd you'd he'll she'll they'll we'll "
    "i'll you'll they've we've i've you've who's that's there's what's".split()
)
AUXILIARIES = BE | HAVE | MODALS | DO | NEGATED_AUX

SUBORDINATORS = frozenset(
    "that because while when if as after before since although though whether than until unless where "
    "which what how why whom whose whereas once so except lest".split()
)
COORDINATORS = frozenset("and or but nor yet".split())
RELATIVES = frozenset("who which that whom whose where".split())
PRONOUNS = frozenset("he she it they we i you one who he's she's it's they're we're i'm you're".split())
REFERRING_PRONOUNS = frozenset(
    "he she it they him her them his hers its their theirs himself herself itself themselves".split()
)
FIRST_PERSON = frozenset("i we me us my our mine ours myself ourselves".split())
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some any no every each another both "
    "several many most few all one two three four five six seven eight nine ten dozens hundreds".split()
)
PREPOSITIONS = frozenset(
    "on in at by for with from to of about against over under during despite into through across between "
    "among within without upon toward towards amid via per like unlike near around".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar "
    "apr jun jul aug sep sept oct nov dec".split()
)
TIME_WORDS = (
    WEEKDAYS
    | MONTHS
    | frozenset(
        "today yesterday tomorrow tonight morning afternoon evening night week month year weekend early "
        "late earlier later last next this ago day days hours weeks months years recently noon midnight".split()
    )
)
LEADING_ADVERBS = frozenset(
    "but and however meanwhile then now yesterday today later earlier still yet also so instead "
    "nevertheless nonetheless moreover furthermore additionally separately afterward afterwards thus "
    "therefore indeed further again finally first second third or nor plus besides elsewhere recently "
    "previously".split()
)
ADVERBS = frozenset(
    "also now later then still already always never ever often just even only once again soon first "
    "previously recently repeatedly reportedly long thus therefore instead not simply further yet all "
    "both".split()
)
# "-ly" words that are no adverbs.
NOT_ADVERBS = frozenset(
    "family italy july ally bully rally reply supply assembly daily weekly early only likely unlikely "
    "friendly lovely elderly rely apply imply fly".split()
)
ADDRESSEE_CUES = frozenset(
    "tell tells told telling ask asks asked asking inform informs informed informing assure assures "
    "assured assuring remind reminds reminded reminding warn warned warns warning urge urges urged urging "
    "advise advises advised advising convince convinced persuade persuaded notify notified email emailed "
    "text texted".split()
)


def is_adverb(word: str) -> bool:
    """Whether a lower-case word can stand as an adverb inside a verb group."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in NOT_ADVERBS)
