"""What the reader model heard, as drafts beside those of the rules."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from headwater.models import Said
from headwater.reading.gazetteer import look_up
from headwater.records import Span, Spans
from headwater.records.spans import jaccard
from headwater.voices.clause import Sentence
from headwater.voices.cues import kind_of_group
from headwater.voices.draft import Draft
from headwater.voices.lexicon import (
    DENIALS,
    HEARSAY,
    LEFT_OUT,
    NO_WORDS_FOR,
    REFUSALS,
    SAYING,
    TELLING,
)
from headwater.voices.nounkinds import can_speak
from headwater.voices.nouns import phrase_after
from headwater.voices.objects import without_next_clause
from headwater.voices.rates import form_rates
from headwater.voices.relays import QUOTED
from headwater.voices.words import PRONOUNS

RULE = "the reader model"
# A rule's attribution that the model did not hear stays if such cues attribute this often; so does
# any by a verb of saying: `python -m benchmarks.merging` sweeps it.
SURE_RULE = 0.7
# Kinds of cue that PolNeAR's annotators did not mark: "reportedly", "citing", a name and a colon.
_TAUGHT_TO_NONE = frozenset(("adverb", "relay", "colon"))
# Two contents of one cue are the same statement from this Jaccard on.
_SAME = 0.5
_OWN_WAY = DENIALS | ((REFUSALS | NO_WORDS_FOR) - SAYING)
# Code points of a stretch by which drafts are looked up.
_STRETCH = 64
_ORDERS = frozenset("order orders ordered ordering".split())
_TO_DO = re.compile(r"\b(?:to|that|be)\b|[“\"]")
_OPEN = frozenset(("alleged", "supposed", "reported", "purported"))
_POSSESSIVES = frozenset("his her their its".split())
_LISTENS = re.compile(
    r"(?:\b(?:am|is|are|was|were|be|been|being)|['’](?:re|m))\b(?: \w+)? "
    r"(?:told|asked|informed|assured|advised|briefed|notified|reminded|instructed|ordered|urged|warned)\b"
    r"(?!.* by\b)",
    re.IGNORECASE,
)
_IS_SAID = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\b(?: \w+)? (?:said|reported|believed|thought|known|alleged"
    r"|understood|considered|feared|estimated|rumou?red|expected)\b(?: to\b|$)",
    re.IGNORECASE,
)
# "Six men said to be armed": nobody says "to be".
_SAID_TO = frozenset("said reported believed alleged rumoured rumored".split())
_ACCORDING = re.compile(r"(according to) (\S.{0,80})", re.IGNORECASE)
_MANNER = re.compile(r"on (?:the )?condition of anonymity,? (?=\S)")
_SEEMING = re.compile(r"(?:seeming|appearing) to\b")
# The end of a quotation, its stop or comma inside.
_CLOSES = re.compile(r"[.,!?]?[”\"]")
# What goes on behind a quotation that is no more than an object: speaks of "the Command" and names nobody.
_GOES_ON_WITH_DEED = re.compile(
    r"(?P<object>[“\"][^“”\"\n]{1,80}[”\"]),? (?:and|but|then) (?:[a-z]+ly )?"
    r"(?:[a-z]+ed(?= (?:in|on|at|for|with|by|[a-z]+ly)\b|[.,]|\Z)"
    r"|[a-z]+(?:s|ed)(?= (?:the|an?|that|this|to|no|nobody|nothing|him|her|it|them|his|its|their)\b| [A-Z]))"
    r"[^“”\"]*"
)
# "Those who disagree with me will say": those, not me.
_OBJECTS = frozenset("me us him them".split())
_WHO = re.compile(
    r"\b(?:those|people|anyone|anybody|everyone|everybody|others|many|some) who [^.,;:!?\n]{1,60} \Z",
    re.IGNORECASE,
)
_CLAUSE = 80
# Cues that are never verbs: right behind other words than who speaks they are their noun or object.
_NOUN_CUES = frozenset(
    "allegation allegations accusation accusations complaints announcement arguments remarks testimony "
    "warnings statement statements criticism concerns belief beliefs opposition proposal proposals threats "
    "message messages assertion assertions suggestion suggestions assurances views".split()
)
_OWNERS = frozenset("my our your his her its their whose".split())
_LAST_WORD = re.compile(r"[a-z][\w’'-]*\Z")
# "It" of "it was reported that" is nobody, and nothing that is said.
_NOTHING = frozenset(("it", "there"))


def heard_in(said: Sequence[Said], sentences: Sequence[Sentence]) -> list[Draft]:
    """The model's attributions whose cue stands in one paragraph, as drafts in order of the text."""
    drafts: list[Draft] = []
    for one in said_within(said, sentences[0].block):
        draft = _draft(one, sentences)
        if draft is not None and (draft.source or draft.word not in LEFT_OUT):
            drafts.append(draft)
    return drafts


def said_within(said: Sequence[Said], block: Span) -> Sequence[Said]:
    """The model's attributions whose cue begins in a block."""
    first, stop = (bisect_left(said, at, key=lambda s: s.cue[0].start) for at in (block.start, block.end))
    return said[first:stop]


def _draft(said: Said, sentences: Sequence[Sentence]) -> Draft | None:
    """One attribution within the sentences of its paragraph."""
    block = Span(sentences[0].span.start, sentences[-1].span.end)
    text = sentences[0].text
    content, source = _within(said.content, block), _within(said.source, block)
    content = tuple(_without_manner(text, c) for c in content if c.of(text).lower() not in _NOTHING)
    content = _closed(text, content, (*said.cue, *source))
    k = bisect_right(sentences, said.cue[0].start, key=lambda s: s.span.start) - 1
    if not content or k < 0 or _is_dateline(text, said):
        return None
    word, kind = _head(sentences[k], said.cue[0])
    content = _without_source(_of_sentence(content, sentences, k), source)
    first = content[0]
    if len(content) == 1 and (cut := _GOES_ON_WITH_DEED.fullmatch(text, first.start, first.end)) is not None:
        content = (Span(*cut.span("object")),)
    if word == "according":
        content = _to_sentence_end(content, sentences[k])
    if word in _ORDERS and not _TO_DO.search(text, content[0].start, content[-1].end):
        return None  # "ordered the attack" is a deed, "ordered them to leave" is said
    if source and source[0].of(text).lower() in _OBJECTS:
        source = (_whole_clause(text, source[0], (*said.cue, *content)),)
    if source and (
        _is_no_voice(text, source[0], said.cue[0], word) or _is_compound(text, source[-1], said.cue[0])
    ):
        source = ()
    content = without_next_clause(text, said.cue, _without_seeming(text, content, said.cue[-1]))
    if not source and (split := _according(text, said.cue)) is not None:
        found = Draft(content, (split[0],), (split[1],), word, kind, RULE, said.score)
        return replace(found, attitude=said.attitude, fit=said.fit)
    if not source and word in SAYING and (agent := _agent(sentences[k], said.cue[-1])) is not None:
        source = () if any(c.overlaps(agent) for c in content) else (agent,)
    found = Draft(content, said.cue, source, word, kind, RULE, said.score)
    return replace(found, attitude=said.attitude, fit=said.fit)


def _according(text: str, cue: Spans) -> tuple[Span, Span] | None:
    """A cue that took its source in: "according to prosecutors"."""
    found = _ACCORDING.fullmatch(cue[0].of(text)) if len(cue) == 1 else None
    if found is None or any(w in TELLING for w in found[2].lower().split()):
        return None
    at = cue[0].start
    return Span(at, at + found.end(1)), Span(at + found.start(2), cue[0].end)


def _agent(sentence: Sentence, cue: Span) -> Span | None:
    """Who stands behind a passive: "Asked by the judge who had paid"."""
    i = bisect_left(sentence.tokens, cue.end, key=lambda t: t.start)
    if sentence.low(i) != "by" or not sentence.low(i - 1).endswith("ed"):
        return None
    found = phrase_after(sentence, i + 1)
    return sentence.span_of(*found) if found is not None else None


def _of_sentence(content: Spans, sentences: Sequence[Sentence], k: int) -> Spans:
    """A content without the plain sentences before that of its cue, number ``k``, if it goes on in that."""
    start = sentences[k].span.start
    if content[0].start >= start or content[-1].end <= start:
        return content
    before = [c for c in content if c.start < start]
    if any(q.span.overlaps(c) for s in sentences for q in s.quotes for c in before):
        return content
    return _within(content, Span(start, sentences[-1].span.end))


def _without_source(content: Spans, source: Spans) -> Spans:
    """A content without pieces that begin with its source, if any other is left."""
    return tuple(c for c in content if not any(s.start == c.start for s in source)) or content


def _to_sentence_end(content: Spans, sentence: Sentence) -> Spans:
    """What is told "according to" somebody in the middle of a sentence, without plain sentences behind it."""
    quoted = any(q.span.overlaps(c) for q in sentence.quotes for c in content)
    if quoted or not any(sentence.span.overlaps(c) for c in content):
        return content
    return _within(content, Span(content[0].start, sentence.span.end))


def _is_dateline(text: str, said: Said) -> bool:
    """Whether a place before a colon is taken for a speaker: "LONDON: The bridge was shut"."""
    if said.cue[0].of(text) != ":" or not said.source:
        return False
    place = look_up(said.source[0].of(text).title())
    return place is not None and place.type == "location"


def _whole_clause(text: str, end: Span, others: Spans) -> Span:
    """A pronoun as an object, with the clause that it closes if that is free: "those who agree with me"."""
    who = _WHO.search(text, max(0, end.start - _CLAUSE), end.start)
    whole = end if who is None else Span(who.start(), end.end)
    return end if any(whole.overlaps(o) for o in others) else whole


def _is_no_voice(text: str, source: Span, cue: Span, word: str) -> bool:
    """Whether it is not the source that tells: "they had been told", "they are said to", "his alleged"."""
    before = source.start < cue.start
    listens = before and _LISTENS.search(text, cue.start, cue.end) is not None
    told_of = before and (
        _IS_SAID.search(text, cue.start, min(cue.end + 4, len(text))) is not None
        or (
            word in _SAID_TO
            and source.of(text).lower() not in PRONOUNS
            and text.startswith((" to be ", " to have "), cue.end)
        )
    )
    return listens or told_of or (word in _OPEN and source.of(text).lower() in _POSSESSIVES)


def _is_compound(text: str, source: Span, cue: Span) -> bool:
    """Whether a noun cue right behind a source is only its object or part of its name.

    "Harassment allegations", "faced accusations", "a number of complaints".
    """
    last = _LAST_WORD.search(source.of(text))
    if last is None or text[source.end : cue.start] != " " or cue.of(text).split()[0] not in _NOUN_CUES:
        return False
    owns = last[0] in PRONOUNS | _OWNERS or last[0].endswith(("’s", "'s", "’", "'"))
    return not owns and not can_speak(last[0])


def _without_seeming(text: str, content: Spans, cue: Span) -> Spans:
    """A content without what the writer adds behind the cue: "she said, seeming to rule out a strike"."""
    kept = tuple(c for c in content if c.start < cue.end or _SEEMING.match(text, c.start) is None)
    return kept or content


def _without_manner(text: str, content: Span) -> Span:
    """A content without "on condition of anonymity" before it."""
    manner = _MANNER.match(text, content.start, content.end)
    return content if manner is None else Span(manner.end(), content.end)


def _closed(text: str, content: Spans, others: Spans) -> Spans:
    """A content whose last piece has the mark that closes its quotation: “by whomever”."""
    words = content[-1].of(text) if content else ""
    opened = words.count("“") > words.count("”") or words.count('"') % 2 == 1
    found = _CLOSES.match(text, content[-1].end) if opened else None
    if found is None or any(s.overlaps(Span(*found.span())) for s in others):
        return content
    return (*content[:-1], Span(content[-1].start, found.end()))


def _within(spans: Spans, block: Span) -> Spans:
    cut = ((max(s.start, block.start), min(s.end, block.end)) for s in spans)
    return tuple(Span(a, b) for a, b in cut if a < b)


def _head(sentence: Sentence, cue: Span) -> tuple[str, str]:
    """The word of a cue that carries its meaning, and what kind of cue it is."""
    inside = [i for i, t in enumerate(sentence.tokens) if t.is_word and cue.contains(Span(t.start, t.end))]
    if not inside:
        return cue.of(sentence.text).lower(), "verb"
    known = [i for i in inside if sentence.low(i) in TELLING or sentence.low(i) in form_rates()]
    head = max(known or inside, key=lambda i: (*_weight(sentence.low(i)), i))
    if sentence.low(head) == "according":
        return "according", "phrase"
    if sentence.low(head) in HEARSAY:
        return sentence.low(head), "adverb"
    return sentence.low(head), kind_of_group(sentence, inside[0], head)


def _weight(word: str) -> tuple[bool, float]:
    """How much a word says of what its cue means."""
    return word in TELLING, form_rates().get(word, 0.0)


class _Near:
    """Drafts found by place: those that may be of the same statement as another."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._by_place: dict[int, list[Draft]] = {}
        for draft in drafts:
            for place in _places(draft):
                self._by_place.setdefault(place, []).append(draft)

    def of(self, draft: Draft) -> Iterator[Draft]:
        """Those with a cue or source near that of ``draft``; one may come twice."""
        return (d for place in _places(draft) for d in self._by_place.get(place, ()))


def _places(draft: Draft) -> set[int]:
    """The stretches of ``_STRETCH`` code points that its cue and source touch."""
    spans = (*draft.cue, *draft.source)
    return {p for s in spans for p in range(s.start // _STRETCH, (s.end - 1) // _STRETCH + 1)}


def merge(rules: Sequence[Draft], model: Sequence[Draft]) -> list[Draft]:
    """The drafts of both, one for each statement, in order of the text.

    Where both found one, the model's spans stand, but for forms that the contract words
    otherwise than PolNeAR; what the model did not hear stays if the rule is sure.
    """
    heard, kinds = _Near(model), _Kinds(rules)
    better = [r for r in rules if any(_same(r, m) and _wins(r, m, kinds) for m in heard.of(r))]
    kept = _Near(better)
    left = [m for m in model if not any(_same(r, m) for r in kept.of(m))]
    known, own = _Near(left), {id(r) for r in better}
    alone = [r for r in rules if id(r) not in own and _stays(r) and not any(_same(r, m) for m in known.of(r))]
    every = _Near(rules)
    both = [_enriched(m, every) for m in left]
    return sorted([*better, *alone, *both], key=lambda d: (d.cue or d.content)[0])


class _Kinds:
    """The relays and the taken-over sources among the rules' drafts."""

    def __init__(self, rules: Sequence[Draft]) -> None:
        self.relays = {r.content: r for r in rules if r.kind == "relay"}
        self.inherited: dict[Spans, list[Draft]] = {}
        for r in rules:
            if r.inherited:
                self.inherited.setdefault(r.source, []).append(r)


def _wins(rule: Draft, heard: Draft, kinds: _Kinds) -> bool:
    """Whether a rule's spans stand against the model's.

    So they do for the forms that the contract words otherwise than PolNeAR does: denials and
    refusals, relays, "quoted him as saying", and the two cues of "said ... and added ...".
    """
    if rule.kind in _TAUGHT_TO_NONE or rule.word in _OWN_WAY or rule.rule == QUOTED:
        return True
    if kinds.relays.get(rule.content, rule) is not rule:
        return True
    return any(
        _holds(heard, r) and not _holds(rule, r)
        for r in kinds.inherited.get(rule.source, ())
        if r is not rule
    )


def _same(rule: Draft, heard: Draft) -> bool:
    """Whether two drafts are of one statement: by the cue, or by source and content."""
    if any(a.overlaps(b) for a in rule.cue for b in heard.cue):
        return True
    one_voice = any(a.overlaps(b) for a in rule.source for b in heard.source)
    return one_voice and jaccard(rule.content, heard.content) >= _SAME and not _holds(heard, rule)


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether the content of ``outer`` holds the cue of ``inner``."""
    return any(c.contains(q) for c in outer.content for q in inner.cue)


def _stays(rule: Draft) -> bool:
    """Whether a statement stands that the model did not hear."""
    told = rule.word in SAYING | _OWN_WAY
    return told or rule.kind in _TAUGHT_TO_NONE or rule.rate >= SURE_RULE


def _enriched(heard: Draft, rules: _Near) -> Draft:
    """The model's draft with what the rule for the same cue knows of it."""
    same = next((r for r in rules.of(heard) if any(a.overlaps(b) for a in r.cue for b in heard.cue)), None)
    if same is None:
        return heard
    free = not any(a.overlaps(b) for a in same.source for b in heard.cue)
    source = heard.source or (same.source if free else ())
    inherited = same.inherited and same.source == source
    seconded = any(a.overlaps(b) for a in same.source for b in source) or not (same.source or source)
    return replace(
        heard, source=source, word=same.word, kind=same.kind, inherited=inherited, seconded=seconded
    )
