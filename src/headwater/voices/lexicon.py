"""What is known of cue words: which may attribute how, and what they say of polarity and certainty.

The lists are ours, written beside PolNeAR's training articles and reports of
wars and attacks; how often a word is a cue at all stands in ``rates``. All
words are in lower case.
"""

from __future__ import annotations

import re

# Verbs and nouns by what the clause around them looks like

SAYING = frozenset(
    "say says said saying tell tells told telling add adds added adding write writes wrote note notes "
    "noted explain explains explained report reports reported announce announces announced claim claims "
    "claimed declare declares declared state states stated reply replies replied respond responded "
    "continue continued tweet tweeted post posted shout shouted joke joked quip quipped recall recalled "
    "remark remarked observe observed warn warned insist insisted argue argued conclude concluded ask "
    "asks asked admit admitted acknowledge acknowledged concede conceded lament lamented complain "
    "complained testify testified assert asserted boast boasted confirm confirmed predict predicted "
    "suggest suggested stress stressed caution cautioned reads read allege alleged emphasize emphasise "
    "emphasized emphasised reiterate reiterated vow vowed promise promised pledge pledged deny denied "
    "agree agreed believe believes think thinks thought wrote emailed countered retorted replied chanted "
    "yelled exclaimed mused recounted estimated shows showed found finds concedes contends contended "
    "speculated affirmed indicated revealed disclosed".split()
)
"""Verbs that may stand after their content: "..., the minister said"."""

INVERTING = frozenset(
    "said says wrote writes added asked explained tweeted shouted replied recalled noted warned reported "
    "declared announced joked argued beamed quipped insisted continued exclaimed countered retorted mused "
    "posted predicted concluded complained lamented asks adds".split()
)
"""Verbs behind which the speaker may stand: "..., said the minister"."""

ADDRESSEE_CUES = frozenset(
    "tell tells told telling ask asks asked asking inform informs informed informing assure assures "
    "assured assuring remind reminds reminded reminding warn warned warns warning urge urges urged urging "
    "advise advises advised advising convince convinced persuade persuaded notify notified email emailed "
    "text texted".split()
)
"""Verbs with somebody spoken to between them and their content: "told reporters that"."""

SPEAKERLESS = frozenset(
    "expected believed accused reported thought considered said deemed identified rumored rumoured "
    "criticized criticised regarded suspected alleged understood estimated charged blamed feared "
    "announced confirmed".split()
)
"""Passives that attribute without saying to whom: "is believed", "was accused"."""

CITING = frozenset("citing cites cited quoting quotes quoted".split())
"""Verbs by which one voice passes on another: "citing officials", "quoted him as saying"."""

CITES = frozenset(("citing", "quoting"))
"""The participles among them, behind which only the voice is named: "reported, citing officials"."""

QUOTED_AS = frozenset("saying telling claiming stating warning arguing adding".split())
"""What stands behind "quoted him as"."""

PREDICATES = frozenset(
    "confident aware sceptical skeptical worried concerned convinced determined willing eager reluctant "
    "ready opposed optimistic hopeful pleased angry upset sure certain proud interested supportive "
    "committed frustrated disappointed surprised prepared unwilling glad happy afraid worrying sick tired "
    "grateful critical excited unified".split()
)
"""Of feeling and knowing, behind "is": the subject holds them, nobody else says so."""

PARTICIPLES = frozenset(
    "told said known thought shown given sent heard found put read made seen held felt written "
    "understood".split()
)
"""Past participles of cue verbs that do not end in -ed."""

CATENATIVES = frozenset(
    "used want wants wanted continue continues continued try tries tried struggle struggles struggled "
    "need needs needed going began begin begins came on like likes love loves has have had".split()
)
"""Verbs that take a cue along: "wants to say", "continued to deny"."""

LIGHT_VERBS = frozenset(
    "send sends sent sending give gives gave given giving express expresses expressed expressing make "
    "makes made making issue issues issued issuing voice voices voiced voicing deliver delivers delivered "
    "raise raises raised reiterate reiterates reiterated repeat repeats repeated serve serves served "
    "share shared".split()
)
"""Empty verbs that attribute with a noun of saying: "sent the message that"."""

SPOKEN_NOUNS = frozenset(
    "message messages indication indications signal signals warning warnings hope hopes concern concerns "
    "desire confidence fear fears view views statement statements assurance assurances doubt doubts claim "
    "claims clear promise promises threat threats belief opinion regret willingness readiness support "
    "opposition".split()
)
"""The nouns of saying behind a light verb."""

NOUNISH = frozenset(
    "suspect suspects doubt fear fears claim claims report reports plan plans hope hopes estimate "
    "estimates support view views concern concerns need aim aims call calls demand demands promise "
    "promises pledge pledges offer offers attack attacks criticism concerns poll polls study request "
    "requests".split()
)
"""Verbs that are as often nouns: a verb right behind them shows the noun ("the suspect says")."""

LEFT_OUT = frozenset(
    "seem seems seemed seemingly appear appears appeared known titled dubbed order orders ordered "
    "ordering nominated nominating nominate lists listing listed ignored ignores footage celebrated "
    "demonstrate demonstrates demonstrated seen defender defenders attack attacks attacked attacking".split()
)
"""Attributed in PolNeAR, but no statement or attitude of anybody that a reader would look for:
the writer's own hedges, names and titles of things, orders given."""

# Sort, polarity, certainty

ATTITUDES = frozenset(
    "want wants wanted wanting hope hopes hoped hoping fear fears feared fearing like likes liked love "
    "loves prefer prefers preferred plan plans planned planning intend intends intended intending seek "
    "seeks sought seeking try tries tried trying expect expects expected expecting think thinks thought "
    "thinking believe believes believed believing suspect suspects suspected doubt doubts doubted know "
    "knows knew known feel feels felt worry worries worried support supports supported supporting oppose "
    "opposes opposed opposing back backs backed backing favor favors favored favour favours favoured "
    "desire desires willing willingness determined refuse refuses refused refusing decide decides decided "
    "consider considers considered considering see sees saw seen wish wishes wished need needs aim aims "
    "aimed aiming concern concerned regard regards regarded interpreted idea view views seem seems seemed "
    "appear appears appeared wonder wonders wondered convinced eager reluctant skeptical sceptical aware "
    "confident agree agrees agreed envision envisioned struggled sure hate hates hated understand "
    "understands understood press pressing push pushes pushed pushing ready prided desire support "
    "opposition".split()
)
"""Wanting, fearing, believing, supporting: attitudes rather than words said."""

DENIALS = frozenset(
    "denied denies deny denying denials denial rejected rejects rejecting refuted refutes disputed "
    "disputes dispute disputing dismissed dismisses dismissing repudiated contradicted refute refuting rebut "
    "rebuts rebutted rebutting".split()
)
"""The speaker says that the content is not so."""

REJECTING = re.compile(
    r"\b(?:debunk(?:s|ed|ing)?|push(?:es|ed|ing)?\sback(?:\s(?:on|against|at))?|(?:laugh|shrug|brush|wav|bat|swat|bristl|balk|scoff)(?:s|es|ed"
    r"|e|ing|ted|ting)?\s(?:off|aside|away|at|down)|(?:shoot|shot|knock|tamp)(?:s|ed|ing)?\sdown"
    r"|mock(?:s|ed|ing)?|ridicul(?:e|es|ed|ing)|rebuff(?:s|ed|ing)?|quash(?:es|ed|ing)?|dispel(?:s|led|ling)?"
    r"|disprov(?:e|es|ed|ing)|discredit(?:s|ed|ing)?|decr(?:y|ies|ied|ying)|contest(?:s|ed|ing)?"
    r"|object(?:s|ed|ing)?\sto|disagree(?:s|d|ing)?\swith|(?:take|takes|took|taking)\s(?:issue|exception)\s(?:with|to)"
    r"|(?:pour|throw|threw)(?:s|ed|ing)?\scold\swater\son|cast(?:s|ing)?\s(?:\w+\s)?doubts?\son"
    r"|(?:poke|punch)(?:s|d|ed|ing)?\s(?:a\shole|holes)\sin|counter(?:s|ed|ing)?|challeng(?:e|es|ed|ing)"
    r"|fend(?:s|ed|ing)?\soff|put(?:s|ting)?\sto\srest)\b",
    re.IGNORECASE,
)
"""With one of CLAIM_NOUNS behind it: the speaker says that what is claimed is not so."""

CLAIM_NOUNS = re.compile(
    r"(?:(?:on|against|at|with|to|the|any|an?|all|those|these|such|his|her|their|its|[\w.]+[’']s?|\w+(?:al|ed|ous|ive|less))"
    r"\s){0,4}(?:claims?|allegations?|accusations?|assertions?|suggestions?|notions?|ideas?|theor(?:y|ies)"
    r"|rumou?rs?|reports?|speculation|contentions?|insinuations?|premise|myths?|narratives?|arguments?)\b",
    re.IGNORECASE,
)
"""What somebody else has said, before what it is: "the notion that"."""

REFUSALS = frozenset("declined declines declining decline refused refuses refusing refuse".split())
"""The speaker will not speak, where a word of NO_WORDS_FOR follows."""

NO_WORDS_FOR = frozenset(
    "specify elaborate comment respond disclose say provide give name identify mention answer return "
    "explain details reveal address discuss offer said commented specified disclosed responded provided "
    "given identified elaborated explained revealed".split()
)
"""Behind "declined to" or "did not": the speaker has said nothing on the matter."""

NEITHER = re.compile(
    r"(?:\b(?:neither|not|never|nor|without|cannot)|n[’']t)\b[^.;:!?\n]{0,25}?\bconfirm(?:ed|s|ing)?,?"
    r" (?:n?or) den(?:y|ied|ying)\b"
    r"|\b(?:would not|wouldn[’']t|will not|won[’']t) (?:\w+ )?(?:confirm|verify|acknowledge)\b"
    r"|(?:\b(?:not|never)|n[’']t) (?:\w+ )?den(?:y|ied)\b",
    re.IGNORECASE,
)
"""The speaker leaves it open: "neither confirmed nor denied", "would not confirm", "did not deny"."""

PUTTING = frozenset("put puts putting".split())
"""Verbs that tell a count with "at": "officials put the toll at nine"."""

FINDING_OUT = frozenset("verify confirm establish ascertain corroborate determine".split())
"""Behind "could not": the speaker says that it is not known."""

CALLED = frozenset(
    "ambassador ambassadors envoy troops strike strikes election elections meeting meetings referendum "
    "vote halt session summit ambulance police doctor witness witnesses conference reporters".split()
)
"""What is called without being named or asked for: "called a strike"."""

INTENTIONS = frozenset(
    "want wants wanted plan plans planned intend intends intended hope hopes hoped hoping seek seeks "
    "sought aim aims aimed wish wishes wished prefer prefers preferred refuse refuses refused promise "
    "promises promised pledge pledges pledged vow vows vowed threaten threatens threatened".split()
)
"""Verbs that with "to" tell what their subject means to do: attitudes, however rarely they are marked."""

HEARSAY = frozenset("reportedly allegedly purportedly supposedly".split())
"""Adverbs by which a writer leaves open who says so."""

UNCERTAIN = frozenset(
    "whether unclear unknown unsure wonder wonders wondered doubt doubts doubted reportedly allegedly "
    "purportedly supposedly alleged".split()
)
"""Cues after which it is open whether the content holds."""

BELIEFS = frozenset(
    "think thinks thought believe believes believed guess imagine expect expects expected anticipate "
    "anticipates assume assumes suppose supposes envision envisions".split()
)
"""Verbs by which a speaker holds what is said to be likely: "I think the bridge will hold"."""
PROBABLE = frozenset(
    "likely probably appears appear appeared seems seem seemed presumably suspect suspects suspected "
    "believe believes believed think thinks thought expect expects expected estimate estimates estimated "
    "apparently indication indicated assume assumes assumed predict predicts predicted".split()
)
"""Cues that hold the content for likely."""

LIKELY_IN_CONTENT = frozenset(
    "likely probably appears appear appeared seems seem presumably apparently expected".split()
)
"""Words in the content that make it likely only."""

POSSIBLE = frozenset(
    "may might could possibly perhaps maybe possible potentially conceivably speculated suggest suggests "
    "suggested".split()
)
"""Cues, and words in the content, that make it possible only."""

TELLING = SAYING | ATTITUDES | DENIALS | HEARSAY | REFUSALS | NO_WORDS_FOR
"""Words whose class tells what a cue means."""
