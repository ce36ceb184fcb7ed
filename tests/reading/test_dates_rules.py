"""The rules open where the openers say, and take time in proportion to the text."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.reading.dates import find, find_times, openers, tense
from headwater.reading.dates.find import RESOLVERS
from headwater.reading.dates.grammar import FREE, RULES
from headwater.records import Span

PATTERNS = {
    **{rule.name: rule.pattern for rule in RULES},
    "opener": openers._OPENER,
    "to come": find._TO_COME,
    "future": tense._FUTURE,
    "past": tense._PAST,
}
WORDS = [
    *(
        "the",
        "a",
        "an",
        "early",
        "late",
        "mid",
        "in",
        "on",
        "of",
        "for",
        "at",
        "to",
        "and",
        "about",
        "nearly",
    ),
    *(
        "last",
        "next",
        "this",
        "that",
        "same",
        "every",
        "following",
        "previous",
        "coming",
        "first",
        "several",
        "few",
    ),
    *(
        "half",
        "couple",
        "dozen",
        "two",
        "twenty",
        "hundred",
        "12",
        "3",
        "1,500",
        "2014",
        "1990s",
        "'90s",
        "9/11",
    ),
    *(
        "day",
        "days",
        "week",
        "month",
        "years",
        "weekend",
        "night",
        "morning",
        "quarter",
        "century",
        "20th",
        "24",
    ),
    *(
        "ago",
        "later",
        "before",
        "after",
        "old",
        "Monday",
        "Mondays",
        "Friday",
        "May",
        "Sept.",
        "March",
        "summer",
    ),
    *(
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
        "noon",
        "10 p.m.",
        "Easter",
        "Christmas",
        "Election",
        "Day",
    ),
    *(
        "beginning",
        "start",
        "end",
        "earlier",
        "daily",
        "ahead",
        "come",
        "long",
        "yesterday",
        "estimated",
        "past",
    ),
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8), st.sampled_from([" ", "-", "\n"]))
def test_every_match_of_a_rule_begins_where_the_rule_is_tried(words: list[str], gap: str) -> None:
    text = " ".join(words[:-1]) + gap + words[-1] + " 2014"  # with a number, no sentence is passed over
    tried = {
        (start, rule.name) for start, rules in openers.openings(text, Span(0, len(text))) for rule in rules
    }
    starts = [m.start() for m in re.finditer(FREE + r"[\w'‘’]", text)]
    matched = {(s, r.name) for r in RULES for s in starts if r.pattern.match(text, s)}
    assert matched <= tried


def test_each_rule_has_openers_and_a_sense() -> None:
    names = {rule.name for rule in RULES}
    assert names == set(openers.OPENS)
    assert names - {"quantity"} <= set(RESOLVERS)


def repeats(tree: Any) -> list[int]:
    """The upper bounds of all repetitions in a parsed pattern."""
    if isinstance(tree, list | tuple | parser.SubPattern):
        found = [] if isinstance(tree, parser.SubPattern) else _bound(tree)
        return found + [bound for part in tree for bound in repeats(part)]
    return []


def _bound(part: Any) -> list[int]:
    looped = len(part) == 2 and part[0] in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
    return [int(part[1][1])] if looped else []


@pytest.mark.parametrize("name", PATTERNS)
def test_no_repetition_is_without_bound(name: str) -> None:
    pattern = PATTERNS[name]
    assert all(bound <= 2000 for bound in repeats(parser.parse(pattern.pattern, pattern.flags)))


@pytest.mark.parametrize(
    "run", ["may ", "12-", "half a ", "Monday ", "said ", "to May ", "asked a ", "two to "]
)
def test_four_times_the_text_is_not_sixteen_times_the_work(run: str) -> None:
    def read(size: int) -> None:
        find_times((run * size)[:size], [Span(0, size)], published="2024-12-18")

    small, large = _best(read, 15_000), _best(read, 60_000)
    assert large < 10 * max(small, 0.002)


def _best(do: Callable[[int], None], size: int) -> float:
    """The least processor time of three runs."""
    took = []
    for _ in range(3):
        began = time.process_time()
        do(size)
        took.append(time.process_time() - began)
    return min(took)
