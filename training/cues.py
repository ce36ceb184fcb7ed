"""Counts of cue words in PolNeAR's training articles, for the rules of ``headwater.voices``.

    python -m training.cues

writes ``src/headwater/voices/data/cues.tsv``: for each word form, by what stands
before and after it, how often it was the head of a cue, how often it occurred
outside quotations,
and how often the small word after it belonged to the cue ("called for"). Counts
are facts about the corpus; no text of it is kept.
"""

from __future__ import annotations

import gzip
import json
import os
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from headwater.reading.quotes import outer_quotes, quotes
from headwater.reading.sentences import paragraphs
from headwater.reading.tokens import Token, tokenize
from headwater.voices.context import next_class, previous_class

GOLD = Path(os.environ.get("HEADWATER_GOLD", "../shared/data"))
OUT = Path(__file__).parent.parent / "src/headwater/voices/data/cues.tsv"
# Forms seen less often as a cue say more of the articles than of the language.
MIN_AS_CUE = 2
MIN_RATE = 0.15
_TAIL = frozenset(
    "to of for on in at with by from as about against over into up out down that the a an and".split()
)

Key = tuple[str, str, str]


def heads(article: dict[str, Any]) -> dict[int, int]:
    """Start of each cue's head word, with the end of its cue."""
    found: dict[int, int] = {}
    for attribution in article["attributions"]:
        if not attribution["cue"]:
            continue
        start, end = attribution["cue"][0][0], attribution["cue"][-1][1]
        words = [t for t in tokenize(article["text"], start, end) if t.is_word and t.low not in _TAIL]
        if words:
            found[words[-1].start] = end
    return found


def quoted_spans(text: str) -> Callable[[Token], bool]:
    """Whether a token stands in a quotation, where PolNeAR marks no cue whatever the word."""
    outer = outer_quotes(quotes(text, paragraphs(text)))
    starts = [q.span.start for q in outer]

    def inside(token: Token) -> bool:
        k = bisect_right(starts, token.start) - 1
        return k >= 0 and token.end <= outer[k].span.end

    return inside


def count(articles: list[dict[str, Any]]) -> tuple[Counter[Key], Counter[Key], Counter[Key]]:
    """Occurrences as a cue's head, occurrences in all, and those that take the next word along."""
    as_cue: Counter[Key] = Counter()
    total: Counter[Key] = Counter()
    with_next: Counter[Key] = Counter()
    for article in articles:
        row = tokenize(article["text"])
        ends, quoted = heads(article), quoted_spans(article["text"])
        for i, token in enumerate(row):
            if not token.is_word or quoted(token):
                continue
            key = (token.low, previous_class(row, i), next_class(row, i))
            total[key] += 1
            if token.start in ends:
                as_cue[key] += 1
                with_next[key] += _takes_next(row, i, ends[token.start])
    return as_cue, total, with_next


def _takes_next(row: list[Token], i: int, end: int) -> bool:
    return i + 1 < len(row) and row[i + 1].is_word and row[i + 1].end <= end


def main() -> None:
    """Write the table."""
    path = GOLD / "voices" / "polnear-train.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    as_cue, total, with_next = count(articles)
    forms: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for (form, _, _), n in as_cue.items():
        forms[form] += n
    for (form, _, _), n in total.items():
        every[form] += n
    kept = {f for f, n in forms.items() if n >= MIN_AS_CUE and n / every[f] >= MIN_RATE}
    rows = [
        f"{form}\t{before}\t{after}\t{as_cue[form, before, after]}\t{n}\t{with_next[form, before, after]}"
        for (form, before, after), n in sorted(total.items())
        if form in kept
    ]
    head = (
        "# form, class before, class after, times a cue's head, times in all, "
        "times the next word belongs to the cue"
    )
    OUT.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    print(f"{len(kept)} forms, {len(rows)} rows from {len(articles)} articles")


if __name__ == "__main__":
    main()
