"""Chooses the passages of the figures of news: ``python -m benchmarks.figures_news.choose``.

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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from benchmarks.gold import gold_file, read_lines
from benchmarks.own.articles import STREAM
from benchmarks.own.choose import NOT_NEWS, SPOILT, host, is_english
from benchmarks.own.plain import paragraphs
from headwater.records.spans import Span

PASSAGES = Path(__file__).with_name("passages.json")
SEED = "figures gold 1"
WANTED = 232
PER_OUTLET = 6
PER_ARTICLE = 2
WORDS = (12, 110)
"""Words that a paragraph has at least and at most."""
HARM_WORDS = 6
"""Words of harm that an article has at least."""

HARM = re.compile(
    r"\b(?:killed|dead|deaths?|died|injured|wounded|casualties|missing|displaced|evacuated|arrested|detained|"
    r"hostages?|abducted|kidnapped|airstrikes?|troops|militants|bomb(?:ing|ed)?|shelling|earthquake|hurricane|"
    r"wildfire|flood(?:s|ing)?|gunm[ae]n|shooting|refugees|fighters|insurgents)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds?|thousands?|"
    r"million|billion|couple|several|half|thirds?|a (?:man|woman|civilian|soldier|policeman|child"
    r"|boy|girl)|one)\b",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\b(?:killed|dead|deaths?|died|injured|wounded|casualties|missing|displaced|evacuated|arrested|detained|"
    r"hostages?|abducted|kidnapped|troops|militants|soldiers|fighters|victims|refugees|civilians|homes|tanks|"
    r"missiles|bodies)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage: ``text[start:end]`` of an article of the stream, with the digest of the article's text."""

    id: str
    article: str
    sha256: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph that may be chosen."""

    article: str
    outlet: str
    sha256: str
    span: Span
    words: str

    def lot(self, seed: str) -> str:
        """Its place in the order of chance."""
        return hashlib.sha256(f"{seed} {self.article} {self.span.start}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Draw:
    """How passages are drawn: the seed, how many, and how many of one site and of one article at most."""

    letter: str
    seed: str
    wanted: int
    per_outlet: int
    per_article: int


GOLD_DRAW = Draw("f", SEED, WANTED, PER_OUTLET, PER_ARTICLE)
DEVELOPMENT = (
    Draw("d", "figures development 1", 160, PER_OUTLET, PER_ARTICLE),
    Draw("e", "figures development 2", 210, 14, 1),
)
"""Two draws of passages to read the errors of, each from articles that no earlier one touches."""


def is_fit(row: dict[str, Any]) -> bool:
    """Whether an article tells much of harm, in English, and is no opinion by its name."""
    named = f"{urlparse(row['url']).path} {row['title']} {row['outlet']}"
    text = row["text"]
    return not NOT_NEWS.search(named) and is_english(text) and len(HARM.findall(text)) >= HARM_WORDS


def candidates(row: dict[str, Any]) -> Iterator[Candidate]:
    """The paragraphs of one article with a number and a word of harm or force."""
    text = row["text"]
    for span in paragraphs(text):
        words = span.of(text)
        fits = WORDS[0] <= len(words.split()) <= WORDS[1] and words[-1] in '.!?”"'
        if fits and NUMBER.search(words) and COUNTED.search(words) and not SPOILT.search(words):
            sha256 = hashlib.sha256(text.encode()).hexdigest()
            yield Candidate(row["id"], host(row["url"]), sha256, span, " ".join(words.split()))


def choose(every: Iterable[Candidate], draw: Draw = GOLD_DRAW) -> list[Candidate]:
    """The first that chance draws, with few of one site or article, and no words twice."""
    outlets: Counter[str] = Counter()
    held: Counter[str] = Counter()
    seen: set[str] = set()
    chosen: list[Candidate] = []
    for one in sorted(every, key=lambda c: c.lot(draw.seed)):
        free = outlets[one.outlet] < draw.per_outlet and held[one.article] < draw.per_article
        if free and one.words not in seen:
            chosen.append(one)
            outlets[one.outlet] += 1
            held[one.article] += 1
            seen.add(one.words)
        if len(chosen) == draw.wanted:
            break
    return chosen


def numbered(chosen: Iterable[Candidate], letter: str = GOLD_DRAW.letter) -> list[Passage]:
    """The chosen ones with their ids."""
    pairs = enumerate(chosen, 1)
    return [Passage(f"{letter}{n:03}", c.article, c.sha256, c.span.start, c.span.end) for n, c in pairs]


def development(every: Sequence[Candidate]) -> list[Passage]:
    """The passages of both draws for development."""
    gold = read_passages()
    articles, texts = {p.article for p in gold}, {p.sha256 for p in gold}
    passages: list[Passage] = []
    for draw in DEVELOPMENT:
        left = (c for c in every if c.article not in articles and c.sha256 not in texts)
        passages += numbered(choose(left, draw), draw.letter)
        articles |= {p.article for p in passages}
        texts |= {p.sha256 for p in passages}
    return passages


def read_passages(path: Path = PASSAGES) -> list[Passage]:
    """The passages of a file that this script wrote."""
    return [Passage(**row) for row in json.loads(path.read_text(encoding="utf-8"))]


def main(arguments: list[str] | None = None) -> int:
    """Choose and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.figures_news.choose", description=__doc__)
    parser.add_argument("-o", type=Path, dest="out", default=PASSAGES, help="the file to write")
    parser.add_argument("--development", action="store_true", help="those to read the errors of")
    options = parser.parse_args(arguments)
    path = gold_file(*STREAM)
    if path is None:
        return 0
    every = [c for row in read_lines(path) if is_fit(row) for c in candidates(row)]
    passages = development(every) if options.development else numbered(choose(every))
    rows = ",\n".join(json.dumps(asdict(p)) for p in passages)
    options.out.write_text(f"[\n{rows}\n]\n", encoding="utf-8")
    print(f"{len(passages)} passages")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
