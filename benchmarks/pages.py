"""Reads 30 framed pages and scores their parts: ``python -m benchmarks.pages``.

The frames stand in ``benchmarks/frames``; real texts are set into them at run
time, so each page's key is known by how it was made (:mod:`benchmarks.framing`).
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, cycle, islice
from pathlib import Path

from benchmarks.framing import FRAMES, NEVER_READ, Framed, Texts, Words, framed
from benchmarks.gold import gold_file, gold_folder, read_lines
from benchmarks.key_scores import plain
from benchmarks.keys import keys, texts_by_digest
from benchmarks.measures import Counts
from benchmarks.pile import story_texts
from headwater.intake import Source, read_source
from headwater.intake.furniture import letters
from headwater.intake.given import Given
from headwater.pipeline import read_document
from headwater.records import Reading

PASTED = ("agency", "national_paywall", "wordpress", "broadcaster", "opinion", "wire_copy")
RIGHT = 0.99
"""Least share of a page's characters in the right part: a word in a hundred may hang over an edge."""
_NEEDED = 14  # paragraphs that the longest frame takes
_SHORTEST = 40  # code points from which on a line of the gold is taken for a paragraph
_TELLING = 12  # letters from which on a line of the page's own is looked for
_NOT_TEXT = re.compile(
    r"(?:More|Related|Read more)\s*:|[^a-z]{4,30}\b.{0,40}?(?: [-–—]|—)|.{0,60}\((?:AP|AFP|CNN|Reuters)\)"
)
_LETTER_BOX = re.compile(
    r"^.*(?:\bsign(?:ing)? up\b.*\b(?:newsletters?|e-?mails?|alerts)\b|\bin your inbox\b).*$", re.I | re.M
)
_ANY_LINE = frozenset({"bio", "byline", "caption", "dateline", "dek", "furniture", "headline"})
Article = tuple[str, tuple[str, ...]]


@dataclass(slots=True)
class PageScore:
    """What of one page came out right; ``misses`` in words."""

    name: str
    right: int = 0
    of: int = 0
    must: Counts = field(default_factory=Counts)
    must_not: Counts = field(default_factory=Counts)
    misses: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share of the page's characters in a part of the right kind and voice."""
        return self.right / self.of if self.of else 0.0

    @property
    def comes_out(self) -> bool:
        """Whether every must and must-not string holds, and the parts are right but for an edge."""
        held = self.must + self.must_not
        return self.share >= RIGHT and held.right_gold == held.gold


def articles(gold: bool) -> Iterator[Article]:
    """Headlines and paragraphs of texts long enough for a frame; real ones where ``gold``."""
    for title, text in _gold_rows() if gold else _story_rows():
        rows = dict.fromkeys(p.strip() for p in re.split(r"\n+", text))
        found = tuple(p for p in rows if _is_paragraph(p))
        if len(found) >= _NEEDED and 3 <= len(title.split()) <= 18 and title not in found:
            yield " ".join(title.split()), found


def _is_paragraph(line: str) -> bool:
    """Whether a line is running text, not a label, a credit or a line of the site that it was taken from."""
    ends = bool(re.search(r"[.?!][”\"’]?$", line))
    if line.endswith("?") and len(line) < 2 * _SHORTEST:
        return False  # a heading
    return ends and len(line) >= _SHORTEST and line[0] not in "(*©—-" and not _NOT_TEXT.match(line)


def gold_texts() -> list[Path]:
    """The files that real texts are taken from, where they are here."""
    names = (("stream", "news-2012-2019.jsonl.gz"), ("stories", "giveme5w1h-dev.jsonl.gz"))
    found = [gold_file(*name) for name in names]
    samples = sorted((gold_folder() / "samples").glob("*.txt"))
    return [*filter(None, found), *samples] if all(found) and samples else []


def _gold_rows() -> Iterator[tuple[str, str]]:
    """Rows of the two sets by turns, those of the stream a few hundred apart: other papers, other years."""
    stream, stories, *_ = gold_texts()
    apart = (row for i, row in enumerate(islice(read_lines(stream), 30_000)) if i % 400 == 0)
    for rows in zip(apart, cycle(read_lines(stories)), strict=False):
        yield from ((row["title"], _LETTER_BOX.sub("", row["text"])) for row in rows)


def _story_rows() -> Iterator[tuple[str, str]]:
    """Texts cut from the example story's paragraphs, the first words as headline."""
    rows = [p for text in story_texts() for p in text.split("\n") if _is_paragraph(p.strip())]
    for start in range(len(FRAMES_IN_ORDER) + len(PASTED)):
        turned = [*islice(cycle(rows), start * 2 * _NEEDED, (start + 1) * 2 * _NEEDED)]
        yield f"What became known on day {start + 1}", "\n".join(turned)


FRAMES_IN_ORDER = tuple(sorted(file.stem for file in FRAMES.glob("*.html")))


def pages(gold: bool, shift: int = 0) -> Iterator[Framed]:
    """Every frame as a page, and six as copied from a window; ``shift`` sets other articles into them."""
    stock = list(islice(articles(gold), 2 * (len(FRAMES_IN_ORDER) + len(PASTED)) + shift))
    turn = cycle(stock[shift:] + stock[:shift])
    wanted = chain(((n, False) for n in FRAMES_IN_ORDER), ((n, True) for n in PASTED))
    for name, pasted in wanted:
        (title, own), (_, other) = next(turn), next(turn)
        others = (p for p in other if p not in own)
        titles = (t for t, _ in stock if t != title)
        yield framed(name, Texts(title, iter(own), others, titles), pasted=pasted)


def sample_pages() -> Iterator[Framed]:
    """The two sample pages, pasted as plain text, with the parts of their keys."""
    texts = texts_by_digest(gold_folder() / "samples")
    for file, key in keys():
        if key.sha256 in texts:
            text = texts[key.sha256]
            words = (Words(p.kind, p.span.of(text), p.voice.label if p.voice else None) for p in key.parts)
            yield Framed(f"{file.stem} (sample)", text, True, tuple(words), ())


def read_page(page: Framed) -> Reading | None:
    """The reading of a page; ``None`` where intake finds no document on it."""
    kind = "text" if page.pasted else "html"
    given = Given(outlet=page.outlet) if page.pasted else Given()
    source = Source(f"{page.name}.{kind}", page.name, page.data.encode(), kind, given)  # type: ignore[arg-type]
    documents = read_source(source).documents
    return read_document(documents[0], stations=frozenset({"parts"})) if documents else None


def score(page: Framed) -> PageScore:
    """The measures of one page (defined in docs/measures.md)."""
    reading, result = read_page(page), PageScore(page.name)
    if reading is None:
        result.misses.append("no document")
        result.of = sum(len(letters(w.text)) for w in page.key)
        return result
    read = _Read(reading)
    for words in page.key:
        if words.kind not in NEVER_READ:
            _score_words(result, read, words)
    intruders = [
        at for at in range(len(read.letters)) if at not in read.taken and read.kinds[at] != "furniture"
    ]
    result.of += len(intruders)
    if intruders:
        result.misses.append(f"intruding: {_shown(read.words(intruders))}")
    _score_strings(result, page, read)
    return result


class _Read:
    """The letters of a document's text, each with the kind and the voice of its part."""

    def __init__(self, reading: Reading) -> None:
        kinds: list[tuple[str, str | None]] = [("none", None)] * len(reading.document.text)
        for part in reading.parts:
            label = plain(part.voice.label) if part.voice else None
            kinds[part.span.start : part.span.end] = [(part.kind, label)] * len(part.span)
        held = [(c, *kinds[i]) for i, char in enumerate(reading.document.text) for c in letters(char)]
        self.letters = "".join(c for c, _, _ in held)
        self.kinds = [kind for _, kind, _ in held]
        self.voices = [voice for _, _, voice in held]
        self.taken: set[int] = set()
        self.after = 0

    def find(self, key: str) -> range:
        """Where ``key`` stands, behind the last one found if it can be; an empty range if nowhere."""
        at = self.letters.find(key, self.after)
        at = at if at >= 0 else self.letters.find(key)
        if at < 0 or not key:
            return range(0)
        self.after = at + len(key)
        self.taken.update(range(at, at + len(key)))
        return range(at, at + len(key))

    def words(self, places: list[int]) -> str:
        """The letters at ``places``."""
        return "".join(self.letters[i] for i in places)


def _score_words(result: PageScore, read: _Read, words: Words) -> None:
    key = letters(words.text)
    found = read.find(key)
    if words.kind == "stamp":
        if any(read.kinds[i] not in _ANY_LINE for i in found):
            result.misses.append(f"stamp read as {read.kinds[found[0]]}: {_shown(words.text)}")
            result.of += len(found)
        return
    voices = [plain(voice) for voice in words.voice.split("|")] if words.voice else [None]
    right = sum(read.kinds[i] == words.kind and read.voices[i] in voices for i in found)
    result.right += right
    result.of += len(key)
    if right < len(key):
        seen = sorted({f"{read.kinds[i]} of {read.voices[i]}" for i in found}) or ["nothing"]
        result.misses.append(f"{words.kind} of {words.voice} read as {', '.join(seen)}: {_shown(words.text)}")


def _score_strings(result: PageScore, page: Framed, read: _Read) -> None:
    """Each paragraph once; no line of the page's own, and none of another article, in what is read."""
    known = " ".join(letters(w.text) for w in page.key if w.kind not in NEVER_READ)
    for words in page.key:
        key = letters(words.text)
        if words.kind in ("body", "quoted", "comment") and key:
            _must(result, 1 <= read.letters.count(key) <= known.count(key), words.text)
    heard = "".join(c for c, kind in zip(read.letters, read.kinds, strict=True) if kind != "furniture")
    strange = [*page.own, *(w.text for w in page.key if w.kind in NEVER_READ)]
    for text in strange:
        key = letters(text)
        if len(key) >= _TELLING:
            holds = heard.count(key) <= known.count(key)
            result.must_not += Counts(int(holds), 1, int(holds), 1)
            if not holds:
                result.misses.append(f"must not be read: {_shown(text)}")


def _must(result: PageScore, holds: bool, text: str) -> None:
    result.must += Counts(int(holds), 1, int(holds), 1)
    if not holds:
        result.misses.append(f"must stand once: {_shown(text)}")


def _shown(text: str) -> str:
    return text if len(text) <= 70 else f"{text[:70]}…"


def scores(*, gold: bool, shift: int = 0) -> list[PageScore]:
    """The score of every page; the samples are among them where ``gold``."""
    every = chain(pages(gold, shift), sample_pages() if gold else ())
    return [score(page) for page in every]


def table(every: list[PageScore]) -> dict[str, list[Counts]]:
    """Every measure by name, with the counts of each page."""
    return {
        "pages that come out right": [Counts(int(p.comes_out), 1, int(p.comes_out), 1) for p in every],
        "characters in the right part": [Counts(p.right, p.of, p.right, p.of) for p in every],
        "paragraphs that stand once": [p.must for p in every],
        "strange lines kept out": [p.must_not for p in every],
    }


def main(arguments: list[str] | None = None) -> int:
    """Score every page and print what is wrong with it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description="Parts of framed pages.")
    parser.add_argument("--brief", action="store_true", help="leave out the misses")
    parser.add_argument("--shift", type=int, default=0, help="set other articles into the frames")
    options = parser.parse_args(arguments)
    every = scores(gold=bool(gold_texts()), shift=options.shift)
    for page in every:
        mark = "right" if page.comes_out else "WRONG"
        print(f"{mark}  {page.name:26} {page.share:7.1%}")
        if not options.brief:
            print("".join(f"    - {miss}\n" for miss in page.misses), end="")
    print(f"\n{sum(p.comes_out for p in every)} of {len(every)} pages come out right")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
