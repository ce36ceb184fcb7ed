"""Chooses the passages of the own gold: ``python -m benchmarks.own.choose``.

Writes ``passages.json``: for each passage its article's id in the stream, the
digest of that article's text, and offsets into it; never the text. The choice
is by chance with a fixed seed, and by plain words alone: no output of
Headwater takes part in it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from benchmarks.gold import gold_file, read_lines
from benchmarks.own.articles import STREAM
from benchmarks.own.plain import balanced, paragraphs, sentences, without_quotations
from headwater.records.spans import Span

PASSAGES = Path(__file__).with_name("passages.json")
SEED = "own gold 1"
WANTED = {"single": 145, "running": 55, "opinion with cue": 28, "opinion without": 12}
"""Passages wanted: news of one sentence, of two or three; opinion with and without a word of speech."""
PER_OUTLET = 3
PER_ARTICLE = 2
CONTEXT = 2
"""Sentences before a passage that are its context."""

CUES = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|tells|telling|according to|report(?:ed|s|ing|edly)|claim(?:ed|s|ing)|"
    r"den(?:ied|ies|ying)|cit(?:ed|es|ing)|quot(?:ed|es|ing)|confirm(?:ed|s|ing)|announc(?:ed|es|ing)|"
    r"alleg(?:ed|es|ing|edly)|accus(?:ed|es|ing)|believ(?:e|ed|es|ing)|warn(?:ed|s|ing)|insist(?:ed|s|ing)|"
    r"argu(?:ed|es|ing)|stated|acknowledg(?:ed|es|ing)|admit(?:s|ted|ting)|testif(?:ied|ies|ying)|"
    r"declin(?:ed|es|ing) to|suggest(?:ed|s|ing)|wr(?:ote|ites|iting)|tweeted|asked|predict(?:ed|s|ing)|"
    r"expects?|thinks?|thought)\b|(?<=, )adding\b|(?<=e )added\b|\badded(?= that|[:.,])",
    re.IGNORECASE,
)
GOES_ON = re.compile(
    r"[“\"]|(?:(?:But|And|Still|Yet|Later|When asked|Asked)\b.{0,20}?\b)?"
    r"(?:[Hh]e|[Ss]he|[Tt]hey|It|His|Her|Their)\b|(?:The|An?other|One) (?:\w+ ){0,2}"
    r"(?:official|spokes\w+|source|report|statement|lawyer|agency|company|group)\b"
)
"""How a sentence opens that continues the one before."""
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
COMMON = re.compile(r"\b(?:the|of|to|and|in|a|that|is|for|on)\b", re.IGNORECASE)
FIRST_PERSON = re.compile(r"\b(?:I|my|me)\b|\bI[’'](?:m|ve|d|ll)\b")
FIRST_OR_OUR = re.compile(r"\b(?:I|my|me|[Ww]e|[Oo]urs?|us)\b")
NOT_NEWS = re.compile(
    r"opinion|column|editorial|commentary|commentisfree|fact-?check|transcript|guest writer|"
    r"(?<![a-z])(?:op-?ed|analysis|perspective|interview|review|essay|explain\w*|live|podcast|q&a|letters?|quiz)(?![a-z])",
    re.IGNORECASE,
)
OPINION_URL = re.compile(
    r"/opinions?/|/columnists?/|/commentisfree/|editorial|op-?ed|/commentary/|/corner/|/voices/"
)
NO_NEWS_HOSTS = frozenset(
    "dailykos.com mediamatters.org newsbusters.org mrc.org michellemalkin.com brookings.edu theresurgent.com "
    "townhall.com finance.townhall.com hotair.com reason.com nationalreview.com infowars.com "
    "thinkprogress.org thenation.com newrepublic.com theweek.com realclearpolitics.com allsides.com "
    "takingnote.blogs.nytimes.com campaignstops.blogs.nytimes.com fivethirtyeight.blogs.nytimes.com "
    "fivethirtyeight.com projects.fivethirtyeight.com grist.org ivn.us "
    "salon.com slate.com redstate.com wnd.com rollingstone.com nymag.com theintercept.com theatlantic.com "
    "cato.org deseretnews.com esquire.com medium.com quillette.com pewresearch.org".split()
)
"""Magazines of opinion, think tanks and campaigns: what they print is no plain news."""
SPOILT = re.compile(
    r"http|@|[âÃ]|\bMORE \(|\bsee also\b|[.!?](?:[”\"“]?[A-Z][a-z]|“)|[a-z][A-Z][a-z]+[A-Z]|pic\.twitter|"
    r"Read more|Image"
)
"""Marks of furniture or lost blanks in a passage."""
NOT_OF_INTEREST = frozenset("sports arts_and_entertainment holidays facts_and_fact_checking".split())
LEFT_OUT = frozenset(
    "EQjhjlzAhkjzcsBc vvP3qNkadrOVFaQ7 DkvITZbkhmDPDAsk BLPq0aJEO9etogSt jqxOyLNlOJezaRj4 XAfTXj80OjKQlFgm "
    "mPU9qHekqAhmm5hx yuGLsaXAZbYPaTIk".split()
)
"""Articles that were read and found to be no hard news, or no opinion, or spoilt in the stream."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage: ``text[start:end]`` of an article of the stream.

    ``sha256`` is the digest of the article's text; ``context`` the span of the
    sentences before the passage, or ``None`` where it opens the article.
    """

    id: str
    kind: str
    article: str
    sha256: str
    start: int
    end: int
    context: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may be chosen, with the kind of place that it would take."""

    place: str
    article: str
    outlet: str
    sha256: str
    span: Span
    context: tuple[int, int] | None
    words: str

    def lot(self, seed: str = SEED) -> str:
        """Its place in the order of chance."""
        told = f"{seed} {self.article} {self.span.start} {self.span.end}"
        return hashlib.sha256(told.encode()).hexdigest()


def host(url: str) -> str:
    """The site of an address; its faces for telephones and the like count as itself."""
    name = urlparse(url).netloc.lower()
    return re.sub(r"^(?:www\d?|m|mobile|amp|edition|us|uk|in|af|ca)\.", "", name)


def is_english(text: str) -> bool:
    """Whether a tenth of the words are the commonest of English."""
    return len(COMMON.findall(text)) > 0.1 * len(text.split())


def is_news(row: dict[str, Any]) -> bool:
    """Whether an article is hard news by plain marks: a weekday, cues, no first person, no opinion's name."""
    named = f"{urlparse(row['url']).path} {row['title']} {row['outlet']}"
    if NOT_NEWS.search(named) or host(row["url"]) in NO_NEWS_HOSTS or row["topic"] in NOT_OF_INTEREST:
        return False
    text = row["text"]
    told = WEEKDAY.search(text) and len(CUES.findall(text)) >= 4 and is_english(text)
    return bool(told) and len(FIRST_PERSON.findall(without_quotations(text))) < 3


def is_opinion(row: dict[str, Any]) -> bool:
    """Whether an article is opinion by its address or outlet, and speaks in the first person."""
    outlet = row["outlet"]
    named = OPINION_URL.search(row["url"]) or re.search(r"opinion|editorial|guest writer", outlet, re.I)
    own = outlet and row["author"] and outlet.casefold() in row["author"].casefold()
    first = FIRST_OR_OUR.findall(without_quotations(row["text"]))
    return bool(named or own) and len(first) >= 3 and is_english(row["text"])


def windows(text: str) -> Iterator[tuple[str, list[Span], list[Span]]]:
    """Runs of one to three sentences with all that go before: place, run, sentences before."""
    every = [s for p in paragraphs(text) for s in sentences(text, p)]
    for index in range(len(every)):
        for length in (1, 2, 3):
            run = every[index : index + length]
            if length > 1 and (len(run) < length or not GOES_ON.match(run[-1].of(text))):
                break
            yield "single" if length == 1 else "running", run, every[max(0, index - CONTEXT) : index]


def is_fit(words: str, run: list[Span], text: str) -> bool:
    """Whether a run reads as whole sentences of a fair length with two cues or more, one in its first."""
    counts = [len(s.of(text).split()) for s in run]
    ends = {s.of(text).rstrip("”’\"')]")[-1:] for s in run}
    whole = min(counts) >= 5 and max(counts) <= 75 and ends <= set(".!?")
    clean = balanced(words) and not SPOILT.search(words) and words[0] not in "”’),;"
    first = CUES.search(run[0].of(text))
    return whole and clean and first is not None and len(CUES.findall(words)) >= 2 and sum(counts) <= 120


def news_candidates(row: dict[str, Any]) -> Iterator[Candidate]:
    """Every passage of a news article that may be chosen."""
    text = row["text"]
    for place, run, before in windows(text):
        words = text[run[0].start : run[-1].end]
        if is_fit(words, run, text) and balanced(text[: run[0].start].rpartition("\n")[2]):
            yield _candidate(row, place, Span(run[0].start, run[-1].end), before)


def opinion_candidates(row: dict[str, Any]) -> Iterator[Candidate]:
    """Every paragraph of an opinion piece that may be chosen."""
    text = row["text"]
    before: list[Span] = []
    for paragraph in paragraphs(text):
        words = paragraph.of(text)
        own = without_quotations(words)
        fair = 60 <= len(words.split()) <= 150 and len(own) > 0.6 * len(words) and balanced(words)
        if before and fair and words[-1] in '.!?”"' and "http" not in words:
            place = "opinion with cue" if CUES.search(own) else "opinion without"
            yield _candidate(row, place, paragraph, before[-CONTEXT:])
        before += sentences(text, paragraph)


def _candidate(row: dict[str, Any], place: str, span: Span, before: list[Span]) -> Candidate:
    context = (before[0].start, before[-1].end) if before else None
    outlet = row["outlet"] if place.startswith("opinion") else host(row["url"])
    digest = hashlib.sha256(row["text"].encode("utf-8")).hexdigest()
    words = " ".join(span.of(row["text"]).split())
    return Candidate(place, str(row["id"]), outlet, digest, span, context, words)


def candidates(rows: Iterable[dict[str, Any]]) -> Iterator[Candidate]:
    """Every passage of the stream that may be chosen."""
    for row in rows:
        if str(row["id"]) in LEFT_OUT:
            continue
        if is_opinion(row):
            yield from opinion_candidates(row)
        elif is_news(row):
            yield from news_candidates(row)


def chosen(
    every: Iterable[Candidate],
    wanted_of: Mapping[str, int] = WANTED,
    per_outlet: int = PER_OUTLET,
    seed: str = SEED,
) -> list[Candidate]:
    """For each kind of place in turn the first by lot, as far as outlets and articles have room."""
    ranked = sorted(every, key=lambda c: c.lot(seed))
    outlets: Counter[str] = Counter()
    result: list[Candidate] = []
    for place, wanted in wanted_of.items():
        left = wanted
        for one in (c for c in ranked if c.place == place):
            if left and outlets[one.outlet] < per_outlet and _has_room(one, result):
                left -= 1
                outlets[one.outlet] += 1
                result.append(one)
    return sorted(result, key=lambda c: c.lot(seed))


def _has_room(one: Candidate, taken: list[Candidate]) -> bool:
    """Whether its article has fewer than ``PER_ARTICLE``, none near it, and no other has its words."""
    same = [c for c in taken if c.article == one.article]
    near = any(c.span.start < one.span.end + 500 and one.span.start < c.span.end + 500 for c in same)
    return len(same) < PER_ARTICLE and not near and all(c.words != one.words for c in taken)


def numbered(picked: Iterable[Candidate]) -> Iterator[Passage]:
    """The chosen as passages ``n001`` (news) and ``o001`` (opinion) onward, in the order of chance."""
    counts: Counter[str] = Counter()
    for one in picked:
        kind = "opinion" if one.place.startswith("opinion") else "news"
        counts[kind] += 1
        name = f"{kind[0]}{counts[kind]:03}"
        yield Passage(name, kind, one.article, one.sha256, one.span.start, one.span.end, one.context)


def read_passages(path: Path = PASSAGES) -> list[Passage]:
    """The passages of ``passages.json``."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [Passage(**{**r, "context": tuple(r["context"]) if r["context"] else None}) for r in rows]


def main(arguments: list[str] | None = None) -> int:
    """Choose the passages and write them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.own.choose", description=__doc__)
    parser.add_argument("-o", type=Path, default=PASSAGES, dest="out", help="the file to write")
    out = parser.parse_args(arguments).out
    path = gold_file(*STREAM)
    if path is None:
        return 0
    passages = sorted(numbered(chosen(candidates(read_lines(path)))), key=lambda p: p.id)
    lines = ",\n".join(json.dumps(asdict(p)) for p in passages)
    out.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(f"{out}: {dict(Counter(p.kind for p in passages))}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
