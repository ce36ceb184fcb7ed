"""Sources that were cut in the wrong place, cut again: too long, of two sentences, or none at all."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from headwater.reading.gazetteer import look_up
from headwater.reading.tokens import tokenize
from headwater.records import Span
from headwater.voices.clausal import is_clausal
from headwater.voices.clause import Sentence
from headwater.voices.draft import Draft
from headwater.voices.lexicon import SAYING
from headwater.voices.nounkinds import OUTLETS, can_speak
from headwater.voices.nouns import phrase_after, subject_before
from headwater.voices.words import DETERMINERS

# "It was later determined that": nobody is named who did.
_IMPERSONAL = re.compile(
    r"(?:is|was|has been|had been|will be|is being|was being)\b(?: (?!not )\w+){0,2} "
    r"(?!told|informed|assured|warned|asked|quoted|accused|urged|briefed|advised)"
    r"(?:\w+ed|known|understood|found|shown|thought|felt|said|made clear|seen)"
)
# "Roe came to office vowing": Roe vows.
_IN_POWER = frozenset(("office", "power"))
_TAKING = re.compile(r" (?:took|takes|came to|comes to|rose to|entered|left) \Z")
# "Roe, for his part, called it late".
_OWN_PART = re.compile(r", for (?:his|her|its|their) part\Z")
_WINDOW = 12
_AND_IS = re.compile(r" and (?:is|are|was|were|has|have|had|will|would) ")
_PREDICTING = re.compile(r" \w+ing\b")
_PEOPLE = re.compile(r"(?:[\w’'-]+ ){0,3}\w+s")
_OUTLETS_NAME = re.compile(r" (?P<name>(?:[A-Z][\w’'-]* ?){1,4}(?<! )) ")
_APPOSED = re.compile(r"(?:an?|the) [a-z]")
_WITH_ROLE = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}, (?:an?|the) [A-Za-z]")
_CLAIM = re.compile(
    r"\b(?:claims?|reports?|allegations?|accusations?|statements?|warnings?|assertions?|suggestions?|complaints?"
    r"|announcements?|threats?|calls?|demands?|testimony|assurances?|criticism)\Z"
)
_WHICH = re.compile(r", (?:which|whom) \Z")
_BY_OTHERS = re.compile(
    r"(?:is|are|was|were|be|been|being|has been|have been|had been|will be)\b", re.IGNORECASE
)
# "Roe, a soldier Tarn claimed to hold": it is Tarn that claims.
_HELD = re.compile(r".*, (?:an?|the) (?:[\w’'-]+ ){0,3}[a-z]+ (?P<holder>(?:[A-Z][\w’'-]*(?: |\Z)){1,3})")
# "The report that lawmakers said cleared the way": the lawmakers say it.
_TOLD_OF = re.compile(r"(?P<thing>.+?) (?:that|which|whom) (?P<teller>(?:[\w’'-]+ ){0,4}[\w’'-]+)")
# "June, the firm said".
_WHEN = re.compile(
    r"(?:(?:last|in|this|on|early|late) )*"
    r"(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?: \d{1,2})?, (?=\S)",
    re.IGNORECASE,
)
_NEXT = 3
_CLAUSE = re.compile(r"(?:that|how|whether|why|where|who)\b")
# "Accused by dozens of women | of theft": what is behind the second "of" is not whose word it is.
_ACCUSED = re.compile(r"\baccused(?: by)?\Z", re.IGNORECASE)
_OF_MANY = frozenset(
    "dozens hundreds scores thousands number group some many several members one two".split()
)


def recut(draft: Draft, sentences: Sequence[Sentence]) -> Draft:
    """The draft with its source where the sentence has it."""
    if not draft.cue:
        return draft
    draft = _with_surname(draft, sentences)
    if not draft.source:
        return _out_of_content(_with_subject(_with_agent(draft, sentences), sentences), sentences)
    return _recut(_of_one_sentence(_before_relative(draft, sentences), sentences), sentences)


def _with_surname(draft: Draft, sentences: Sequence[Sentence]) -> Draft:
    """The draft whose cue is the end of its speaker's name: ``Karim | Said |, told the BBC``."""
    text, cue = sentences[0].text, draft.cue[0]
    if cue.of(text) != "Said" or not draft.source or draft.source[-1].end + 1 != cue.start:
        return draft
    home = next((s for s in sentences if s.span.contains(cue)), None)
    behind = [t for t in home.tokens if t.start >= cue.end][:_NEXT] if home is not None else []
    verb = next((t for t in behind if t.low in SAYING), None)
    if verb is None:
        return draft
    source = (*draft.source[:-1], Span(draft.source[-1].start, cue.end))
    return replace(draft, source=source, cue=(Span(verb.start, verb.end),), word=verb.low)


def _recut(draft: Draft, sentences: Sequence[Sentence]) -> Draft:
    """The same for a draft whose source, if it has one, is of its cue's sentence."""
    text = sentences[0].text
    if not draft.source:
        return draft
    if (other := _the_other_way_round(draft, sentences)) is not None:
        return other
    if _is_impersonal(text, draft):
        return replace(draft, source=())
    draft = _with_teller(text, _with_holder(text, _without_date(text, draft)))
    first = draft.source[0]
    if first.of(text) in _IN_POWER and (took := _TAKING.search(text, first.start - _WINDOW, first.start)):
        return _with_source_before(draft, sentences, took.start() + 1)
    if (own := _OWN_PART.search(text, max(0, first.start - _WINDOW), first.end)) is not None:
        return _with_source_before(draft, sentences, own.start())
    if first.start >= draft.cue[-1].end and first.of(text).endswith(
        " to"
    ):  # "it was said by aides | to be late"
        draft = replace(draft, source=(Span(first.start, first.end - len(" to")), *draft.source[1:]))
    whole = _with_named_head(_with_name(text, draft), sentences)
    return _behind_with(text, _of_accuser(text, _within_sentence(whole, sentences)))


def _without_date(text: str, draft: Draft) -> Draft:
    """A source without the date that leads up to it: ``June, | the firm | said``."""
    source = draft.source[0]
    date = _WHEN.match(text, source.start, source.end)
    return draft if date is None else replace(draft, source=(Span(date.end(), source.end), *draft.source[1:]))


def _with_teller(text: str, draft: Draft) -> Draft:
    """The subject of a relative clause: ``the report that | lawmakers | said | cleared the way``."""
    source, cue = draft.source[0], draft.cue[0]
    found = _TOLD_OF.fullmatch(text, source.start, source.end) if len(draft.source) == 1 else None
    if found is None or text[source.end : cue.start] != " " or draft.word not in SAYING:
        return draft
    words = tokenize(text, *found.span("teller"))
    speaks = can_speak(words[-1].stem) or words[-1].is_capital
    if not speaks or is_clausal(words):
        return draft
    return replace(draft, source=(Span(*found.span("teller")),))


def _with_holder(text: str, draft: Draft) -> Draft:
    """The subject of a clause without "whom": ``Roe, a soldier | Tarn | claimed | to hold``."""
    source, cue = draft.source[-1], draft.cue[0]
    found = _HELD.fullmatch(text, source.start, source.end)
    if found is None or text[source.end : cue.start] != " ":
        return draft
    known = look_up(found["holder"])
    if known is None or known.type not in ("organisation", "location"):
        return draft
    return replace(draft, source=(Span(found.start("holder"), source.end),))


def _with_name(text: str, draft: Draft) -> Draft:
    """An outlet with its name where only the word before it was taken: ``newspaper | Dawn reported``."""
    source, cue = draft.source[-1], draft.cue[0]
    name = _OUTLETS_NAME.fullmatch(text, source.end, cue.start) if source.end < cue.start else None
    if name is None or source.of(text).split()[-1] not in OUTLETS | {"agency"}:
        return draft
    return replace(draft, source=(*draft.source[:-1], Span(source.start, name.end("name"))))


def _with_named_head(draft: Draft, sentences: Sequence[Sentence]) -> Draft:
    """Whoever an apposition tells of, where that alone was taken: ``the Dawn | , a weekly abroad,``."""
    home = next((s for s in sentences if s.span.contains(draft.cue[0])), None)
    source = draft.source[0]
    if home is None or len(draft.source) > 1 or not _APPOSED.match(home.text, source.start):
        return draft
    if home.text[max(0, source.start - 2) : source.start] != ", " or source.end > draft.cue[0].start:
        return draft
    comma = bisect_left(home.tokens, source.start, key=lambda t: t.start) - 1
    closes = home.text[source.end : source.end + 1] == "," or source.of(home.text).endswith(",")
    if comma < 1 or not closes or not home.tokens[comma - 1].is_capital:
        return draft
    found = subject_before(home, comma)
    named = found is not None and all(t.is_capital or t.low == "the" for t in home.tokens[found[0] : comma])
    if found is not None and _WHEN.match(home.text, home.tokens[found[0]].start) is not None:
        return draft
    if found is None or not named:
        return draft
    return replace(draft, source=(Span(home.tokens[found[0]].start, source.end),))


def _of_one_sentence(draft: Draft, sentences: Sequence[Sentence]) -> Draft:
    """A source that began in the sentence before, from where its own begins: ``Mr Marn. | The Dawn said``."""
    home = next((s for s in sentences if s.span.contains(draft.cue[0])), None)
    source = draft.source[0]
    if home is None:
        return draft
    if source.start >= home.span.end:  # that of the next sentence's verb
        return _with_source_before(replace(draft, source=()), sentences, draft.cue[0].start)
    if not source.start < home.span.start < source.end:
        return draft
    return replace(draft, source=(Span(home.span.start, source.end), *draft.source[1:]))


def _before_relative(draft: Draft, sentences: Sequence[Sentence]) -> Draft:
    """The subject where the clause behind it was taken: ``work, which | Nature rejected, | had shown``."""
    source, cue = draft.source[0], draft.cue[0]
    text = sentences[0].text
    if not _WHICH.search(text, max(0, source.start - _WINDOW), source.start) or source.end > cue.start:
        return draft
    if text[source.end - 1 : cue.start].strip() != "," and text[source.end : cue.start].strip() != ",":
        return draft
    return _with_source_before(draft, sentences, cue.start)


def _out_of_content(draft: Draft, sentences: Sequence[Sentence]) -> Draft:
    """The speaker who was taken for the first piece of what is said: ``a clerk who left | told | it``."""
    if draft.source or len(draft.content) != 2 or draft.word not in SAYING or draft.kind != "verb":
        return draft
    home = next((s for s in sentences if s.span.contains(draft.cue[0])), None)
    first, cue = draft.content[0], draft.cue[0]
    if home is None or not first.end + 1 == cue.start < draft.content[1].start:
        return draft
    words = tokenize(home.text, first.start, first.end)
    active = _BY_OTHERS.match(home.text, cue.start, cue.end) is None
    if (
        not active
        or len(words) < 2
        or is_clausal(words)
        or not (words[0].is_capital or words[0].low in DETERMINERS)
    ):
        return draft
    return replace(draft, source=(first,), content=draft.content[1:])


def _the_other_way_round(draft: Draft, sentences: Sequence[Sentence]) -> Draft | None:
    """The draft whose speaker was taken for what is said: ``Ada Roe, the pilot, said | it hit 15 people``."""
    if len(draft.source) > 1 or len(draft.content) != 1 or len(draft.cue) != 1 or draft.word not in SAYING:
        return None
    speaker, cue, said = draft.content[0], draft.cue[0], draft.source[0]
    home = next((s for s in sentences if s.span.contains(cue)), None)
    if home is None or not speaker.end <= cue.start < cue.end <= said.start:
        return None
    told = tokenize(home.text, said.start, said.end)
    named = tokenize(home.text, speaker.start, speaker.end)
    if is_clausal(named) or speaker.start != home.span.start:
        return None
    if not is_clausal(told):  # "Ada Roe, the pilot, said | Marn |, who was there, had called"
        whole = _behind_cue(home, speaker, cue, said)
        if whole is None:
            return None
        said = whole
    at = bisect_left(home.tokens, cue.start, key=lambda t: t.start)
    found = subject_before(home, at)
    if found is None or not home.span_of(*found).overlaps(speaker) or not named[0].is_capital:
        return None
    return replace(draft, source=(speaker,), content=(said,))


def _behind_cue(home: Sentence, speaker: Span, cue: Span, subject: Span) -> Span | None:
    """What is said right behind a cue, to its sentence's end, if a name with its role stands before."""
    named = _WITH_ROLE.match(home.text, speaker.start, speaker.end)
    if named is None or home.text[cue.end : subject.start] != " ":
        return None
    last = home.tokens[-1]
    return Span(subject.start, last.end if last.is_word else last.start)


def _with_agent(draft: Draft, sentences: Sequence[Sentence]) -> Draft:
    """Whose a claim is that nobody was found for: ``a claim by the ministry that``."""
    home = next((s for s in sentences if s.span.contains(draft.cue[-1])), None)
    if home is None or not draft.content or _CLAIM.search(home.text, 0, draft.cue[-1].end) is None:
        return draft
    at = bisect_left(home.tokens, draft.cue[-1].end, key=lambda t: t.start)
    found = phrase_after(home, at + 1) if home.low(at) == "by" else None
    if found is None:
        return draft
    agent = home.span_of(*found)
    return draft if any(c.overlaps(agent) for c in draft.content) else replace(draft, source=(agent,))


def _behind_with(text: str, draft: Draft) -> Draft:
    """Whoever stands behind "with" before a participle: ``guards came, with forecasters predicting``."""
    source = draft.source[0]
    head, with_, people = source.of(text).rpartition(" with ")
    if not with_ or not _PREDICTING.match(text, source.end) or not _PEOPLE.fullmatch(people):
        return draft
    head_speaks = can_speak(tokenize(head)[-1].stem)
    return draft if head_speaks else replace(draft, source=(Span(source.end - len(people), source.end),))


def _with_source_before(draft: Draft, sentences: Sequence[Sentence], comma: int) -> Draft:
    """The draft with the phrase that ends before a comma as its source."""
    home = next((s for s in sentences if s.span.contains(draft.cue[0])), None)
    at = bisect_left(home.tokens, comma, key=lambda t: t.start) if home is not None else 0
    found = subject_before(home, at) if home is not None and at else None
    if home is None or found is None:
        return draft
    first = home.tokens[found[0]]
    opens = first.is_capital or first.low in DETERMINERS or can_speak(first.stem)
    return replace(draft, source=(home.span_of(*found),)) if opens else draft


def _is_impersonal(text: str, draft: Draft) -> bool:
    """Whether the source is the "it" of "it was found that"."""
    cue = draft.cue[0].of(text)
    said = draft.content[0].of(text) if draft.content else ""
    alone = draft.source[0].of(text).lower() == "it" and _IMPERSONAL.fullmatch(cue) is not None
    return alone and _CLAUSE.match(said) is not None


def _with_subject(draft: Draft, sentences: Sequence[Sentence]) -> Draft:
    """Whoever stands right before a verb that opens a quotation: ``that Tarn "confirmed the loss"``."""
    home = next((s for s in sentences if s.span.contains(draft.cue[0])), None)
    if home is None or not draft.content or draft.content[0].start < draft.cue[-1].end:
        return draft
    text, cue = home.text, draft.cue[0]
    at = bisect_left(home.tokens, cue.start, key=lambda t: t.start)
    if draft.kind != "verb" or not cue.of(text).split()[0].endswith("ed") or at < 2:
        return draft
    opens = home.quoted[at - 1] and not home.quoted[at - 2] and not home.tokens[at - 1].is_word
    if not opens:
        return draft
    found = subject_before(home, at - 1)
    if found is None or not (home.tokens[found[1]].is_capital or can_speak(home.tokens[found[1]].stem)):
        return draft
    return replace(draft, source=(home.span_of(*found),))


def _within_sentence(draft: Draft, sentences: Sequence[Sentence]) -> Draft:
    """A source behind "according to" that runs on into a clause or the next sentence, cut to its phrase."""
    source, cue = draft.source[0], draft.cue[-1]
    if draft.word != "according" or len(draft.source) > 1 or source.start < cue.end:
        return draft
    home = next((s for s in sentences if s.span.contains(Span(source.start, source.start + 1))), None)
    if home is None:
        return draft
    runs_on = source.end > home.span.end or _AND_IS.search(home.text, source.start, source.end)
    at = bisect_left(home.tokens, source.start, key=lambda t: t.start)
    found = phrase_after(home, at, closed=True) if runs_on else None
    if found is None:
        return draft
    whole = home.span_of(*found)
    return replace(draft, source=(whole,)) if source.contains(whole) else draft


def _of_accuser(text: str, draft: Draft) -> Draft:
    """Accusers without what they accuse of: ``accused by dozens of women | of theft``."""
    source, cue = draft.source[0], draft.cue[-1]
    if len(draft.source) > 1 or source.start < cue.end or not _ACCUSED.search(cue.of(text)):
        return draft
    words = source.of(text)
    head, of, charge = words.rpartition(" of ")
    if not of or head.lower().split()[-1] in _OF_MANY or text.startswith(" of ", source.end):
        return draft
    begin = source.end - len(charge) - len("of ")
    more = Span(begin, source.end)
    return replace(draft, source=(Span(source.start, source.start + len(head)),)).with_content(more)
