"""On what occasion each statement was made, with a key that is equal for all reports of one occasion."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from headwater.reading.gazetteer import look_up, outlet_of
from headwater.reading.ordered import spans_at
from headwater.reading.tokens import tokenize
from headwater.records import Marks, Occasion, Span, Spans, Time
from headwater.records.spans import trim
from headwater.records.vocabulary import OccasionKind
from headwater.voices.around import Around
from headwater.voices.cluster import Cluster
from headwater.voices.draft import Draft
from headwater.voices.nounkinds import can_speak
from headwater.voices.pronouns import REFERRING, RELATIVE
from headwater.voices.settings import Setting, addressed, of_cue, set_in
from headwater.voices.words import FIRST_PERSON, MODALS

_RANKS: dict[OccasionKind, int] = {
    "news_conference": 0,
    "interview": 1,
    "testimony": 2,
    "statement": 3,
    "reporters": 4,  # what was told at a news conference or in a statement is told reporters, too
    "speech": 5,
    "post": 6,
    "letter": 7,
    "email": 7,
}
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T|$)")
# With them it was said on another day than that of the report, or on several.
_ANOTHER_DAY = frozenset(
    "previously earlier once recent recently repeatedly often later last ago past had has have regularly "
    "always sometimes frequently never usually routinely".split()
)
# Before a time: it is that of something else ("ahead of Monday's vote").
_NOT_ITS_TIME = frozenset("after before since until of from for by following".split())
# So far back a paragraph is searched for other times, in code points.
_TOLD = 1000
# Days between an occasion and its report.
_NEAR = 3
# A time that begins so early in a content may be that of the cue.
_HEAD = 8
_YEAR = re.compile(r"\d{4}")
PRONOUNS = FIRST_PERSON | REFERRING | RELATIVE | {"you", "one", "another", "this"}
"""Heads of sources that name nobody."""
_MARKS = re.compile(r"[^\w\s]+")


@dataclass(frozen=True, slots=True)
class Scope:
    """The day and the outlet of each part of a document, ``None`` where they are not known."""

    days: Sequence[str | None]
    outlets: Sequence[str | None]


class Occasions:
    """Finds the occasion of each statement of one document, in the order of the text."""

    def __init__(self, text: str, around: Around, marks: Marks, scope: Scope) -> None:
        """``scope`` is what each part brings along."""
        self._text, self._around, self._scope = text, around, scope
        self._paragraphs = marks.paragraphs
        self._times = {t.span: t for t in marks.times}
        self._spans = sorted(self._times)

    def of(self, part: int, draft: Draft, clusters: Sequence[Cluster]) -> Occasion | None:
        """The occasion that the words around a statement tell of."""
        stretches = self._around.of(draft)
        if any(t.low in MODALS for s in draft.cue for t in tokenize(self._text, s.start, s.end)):
            return None  # "will testify": nothing has been said yet
        setting = self._setting(draft, stretches)
        if setting is None or (setting.kind == "post" and not clusters):
            return None
        times = [t for s in (*stretches, *draft.cue) for t in self._within(s) if self._is_its(t, setting)]
        days = {_day_of(t) for t in times}
        day = self._scope.days[part]
        if times:
            day = days.pop() if len(days) == 1 else None
        elif day is not None and self._is_of_another_day(draft, stretches, day):
            day = None
        dated = [t.span for t in times] if day is not None else []
        spans = joined((setting.span, *dated))
        return Occasion(self._key(part, setting, day, clusters), setting.kind, day, spans)

    def _setting(self, draft: Draft, stretches: Spans) -> Setting | None:
        """The most telling of all settings; whom the speaker told says whose an interview is."""
        told = (self._around.behind_cue(draft), self._behind_verb(draft))
        found = [addressed(self._text, s, draft.word) for s in told if s is not None]
        found.append(of_cue(draft.word, draft.cue[-1]) if draft.cue else None)
        found += [s for stretch in (*stretches, *draft.cue) for s in set_in(self._text, stretch)]
        return min((s for s in found if s is not None), key=lambda s: _RANKS[s.kind], default=None)

    def _behind_verb(self, draft: Draft) -> Span | None:
        """What stands in the cue behind its verb: "told reporters" can be one cue."""
        if not draft.cue or not draft.word:
            return None
        cue = draft.cue[-1]
        at = cue.of(self._text).lower().find(draft.word)
        return trim(self._text, cue.start + at + len(draft.word), cue.end) if at >= 0 else None

    # The day

    def _within(self, stretch: Span) -> Iterator[Time]:
        return (self._times[s] for s in spans_at(self._spans, stretch.start, stretch.end))

    def _is_its(self, time: Time, setting: Setting) -> bool:
        """Whether a time is when it was said, and not that of something else."""
        if time.type not in ("date", "time"):
            return False
        if setting.span.contains(time.span):  # "Tuesday's briefing"
            return True
        before = self._text[max(0, time.span.start - 20) : time.span.start].lower().split()
        possesses = self._text[time.span.end : time.span.end + 2] in ("’s", "'s")
        return not possesses and (not before or before[-1] not in _NOT_ITS_TIME)

    def _is_of_another_day(self, draft: Draft, stretches: Spans, day: str) -> bool:
        """Whether words without a date say so ("has said in interviews"), or a time told of before."""
        opening = self._around.opening(draft)
        beside = (*stretches, *draft.cue, *([opening] if opening else []))
        words = (t.low for s in beside for t in tokenize(self._text, s.start, s.end))
        if not _ANOTHER_DAY.isdisjoint(words):
            return True
        content = draft.content[0].start  # "told reporters Tuesday the harbour was shut": whose day is it?
        if content > draft.cue[0].start and spans_at(self._spans, content, content + _HEAD):
            return True
        return any(_is_far(t, day) for t in self._told_before(draft))

    def _told_before(self, draft: Draft) -> Iterator[Time]:
        """The last times that the paragraph has before the cue, outside of what is said."""
        if not draft.cue:
            return
        at = draft.cue[0].start
        home = spans_at(self._paragraphs, at, at + 1)
        found = spans_at(self._spans, max(home[0].start, at - _TOLD), at) if home else ()
        yield from (self._times[s] for s in found if not any(s.overlaps(c) for c in draft.content))

    # The key

    def _key(self, part: int, setting: Setting, day: str | None, clusters: Sequence[Cluster]) -> str | None:
        speaker = speaker_key(clusters)
        if day is None or speaker is None:
            return None
        words, known = speaker
        outlet = None
        if setting.private or not known:
            outlet = (setting.private and setting.outlet) or self._scope.outlets[part]
            if outlet is None:
                return None
        scope = [plain(outlet_of(outlet) or outlet)] if outlet is not None else []
        return "|".join([words, setting.kind, day, *scope])


def speaker_key(clusters: Sequence[Cluster]) -> tuple[str, bool] | None:
    """Who speaks, in plain words, and whether these mean the same in every outlet.

    Unnamed speakers and lone surnames do not; a pronoun names nobody.
    """
    if not clusters or any(c.head in PRONOUNS or (c.head and not can_speak(c.head)) for c in clusters):
        return None
    names = [(c, plain(known.name if (known := look_up(c.name)) else c.name)) for c in clusters]
    if not all(name for _, name in names):
        return None
    everywhere = all(not c.head and (c.type != "person" or " " in name) for c, name in names)
    return "+".join(sorted({name for _, name in names})), everywhere


def plain(words: str) -> str:
    """Words without case, marks and leading article: "The U.S. Navy" as "us navy"."""
    folded = unicodedata.normalize("NFKC", words).casefold().replace(".", "")
    bare = _MARKS.sub(" ", folded).split()
    return " ".join(bare[1:] if len(bare) > 1 and bare[0] in ("the", "a", "an") else bare)


def _is_far(time: Time, day: str) -> bool:
    """Whether a time is known to be no day near ``day``: the paragraph tells of what was before."""
    if time.type not in ("date", "time") or not _YEAR.match(time.value or ""):
        return False
    stated = _day_of(time)
    if stated is None:
        return not day.startswith(time.value or "")
    try:
        return abs((date.fromisoformat(stated) - date.fromisoformat(day)).days) > _NEAR
    except ValueError:
        return True


def _day_of(time: Time) -> str | None:
    found = _DAY.match(time.value or "")
    return found[1] if found and time.mod != "approx" else None


def joined(spans: Iterable[Span]) -> Spans:
    """Spans in order of the text, those that overlap made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(span.end, out[-1].end))
        else:
            out.append(span)
    return tuple(out)
