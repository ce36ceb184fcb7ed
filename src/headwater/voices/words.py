"""Closed classes of English words that the rules turn on, in lower case with straight apostrophes.

The classes are those of any grammar of English, cut down to the members that
the rules need: a word that is oftener something else is left out.
"""

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
NEGATED_BE = frozenset("isn't aren't wasn't weren't".split())
CONTRACTED = frozenset(
    "he's she's it's they're we're you're i'm he'd she'd they'd we'd i'd you'd he'll she'll they'll we'll "
    "i'll you'll they've we've i've you've who's that's there's what's".split()
)
"""A pronoun and its verb in one word."""
AUXILIARIES = BE | HAVE | MODALS | DO | NEGATED_AUX
"""Words that are verbs wherever they stand."""

SUBORDINATORS = frozenset(
    "that because while when if as after before since although though whether than until unless where "
    "which what how why whom whose whereas once so except lest".split()
)
"""Words that open a clause inside a sentence."""
QUESTION_WORDS = frozenset("whether if how when why what where who".split())
"""Words that open a question reported."""
COORDINATORS = frozenset("and or but nor yet".split())
RELATIVES = frozenset("who which that whom whose where".split())
"""Words that open a clause about the noun before."""
PRONOUNS = frozenset("he she it they we i you one who he's she's it's they're we're i'm you're".split())
"""Those that are a whole noun phrase and can be a subject."""
FIRST_PERSON = frozenset("i we me us my our mine ours myself ourselves".split())
"""The author, or whoever is quoted."""
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some any no every each another both "
    "several many most few all one two three four five six seven eight nine ten dozens hundreds".split()
)
"""Words that open a noun phrase."""
PREPOSITIONS = frozenset(
    "on in at by for with from to of about against over under during despite into through across between "
    "among within without upon toward towards amid via per like unlike near around inside outside behind "
    "beyond aboard".split()
)
"""Words that open a phrase of place, time or manner."""
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
        "late earlier later last next this ago day days hours weeks months years recently noon "
        "midnight".split()
    )
)
"""Words of which expressions of time are made."""
POSTNOMINAL = frozenset(
    "familiar close involved reached held responsible aware present available based linked loyal briefed "
    "contacted quoted interviewed arrested wounded injured working living speaking taking".split()
)
"""Adjectives and participles behind the noun that they belong to: "people familiar with the matter"."""

LEADING_ADVERBS = frozenset(
    "but and however meanwhile then now yesterday today later earlier still yet also so instead "
    "nevertheless nonetheless moreover furthermore additionally separately afterward afterwards thus "
    "therefore indeed further again finally first second third or nor plus besides elsewhere recently "
    "previously".split()
)
"""Words that may stand before a subject and are no part of it."""
ADVERBS = frozenset(
    "also now later then still already always never ever often just even only once again soon first "
    "previously recently repeatedly reportedly long thus therefore instead not simply further yet all "
    "both".split()
)
"""Adverbs that may stand inside a verb group and do not end in -ly."""
_NOT_ADVERBS = frozenset(
    "family italy july ally bully rally reply supply assembly daily weekly early only likely unlikely "
    "friendly lovely elderly rely apply imply fly".split()
)
"""Words in -ly that are no adverbs."""


def is_adverb(word: str) -> bool:
    """Whether a lower-case word can stand as an adverb inside a verb group."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS)
