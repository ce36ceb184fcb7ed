from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headwater.models.decode import (
    DISTANCES,
    Linking,
    Scores,
    allowed_steps,
    attributions_of,
    best_allowed,
    best_tags,
    distance_class,
    names_of,
    runs,
)
from headwater.models.pieces import Pieces
from headwater.models.said import FARTHEST
from headwater.models.tags import NAME_TAGS, NAMES, ROLE_TAGS, ROLES, begins, goes_on
from headwater.records import Span

NEITHER = "O"
FREE = Linking(
    allowed_steps(len(ROLES)),
    np.zeros(2 * len(DISTANCES), np.float32),
    np.zeros(2 * len(DISTANCES), np.float32),
    0.5,
)


def one_word_pieces(count: int) -> Pieces:
    """Words of one piece and two code points, a blank between them."""
    at = np.arange(count) * 3
    yes, none = np.ones(count, dtype=bool), np.zeros(count, dtype=np.int64)
    return Pieces(at, at, at + 2, yes, np.arange(count) == 0, none, none)


def scored(tags: list[str], links: dict[int, tuple[int, list[float]]] | None = None) -> Scores:
    roles = np.zeros((len(tags), len(ROLE_TAGS)), np.float32)
    for i, tag in enumerate(tags):
        roles[i, ROLE_TAGS.index(tag)] = 5
    vectors = np.zeros((len(tags), 4, 4), np.float32)
    for i, (number, values) in (links or {}).items():
        vectors[i, number] = values
    names = np.zeros((len(tags), len(NAME_TAGS)), np.float32)
    return Scores(roles, names, np.zeros(len(tags), np.float32), vectors)


def words(*numbers: int) -> tuple[Span, ...]:
    return tuple(Span(3 * n, 3 * n + 2) for n in numbers)


def test_source_cue_and_content_that_fit_each_other_belong_together() -> None:
    tags = "B-source B-cue B-content B-source B-cue B-content".split()
    first, second = [2.0, 0, 0, 0], [0, 2.0, 0, 0]
    scores = scored(tags)
    for i, number, vector in (
        (1, 0, first),
        (1, 1, first),
        (4, 0, second),
        (4, 1, second),
        (0, 2, second),
        (3, 2, first),
        (2, 3, first),
        (5, 3, second),
    ):
        scores.links[i, number] = vector
    one, two = attributions_of(one_word_pieces(6), scores, FREE)
    assert (one.source, one.cue, one.content) == (words(3), words(1), words(2))
    assert (two.source, two.cue, two.content) == (words(0), words(4), words(5))


def test_a_cue_that_no_source_fits_has_none() -> None:
    (said,) = attributions_of(one_word_pieces(3), scored("B-source B-cue B-content".split()), FREE)
    assert said.source == ()
    assert said.content == words(2)


def test_how_sure_the_model_is_of_each_role() -> None:
    scores = scored("B-source B-cue B-content".split())
    scores.links[1, 0] = scores.links[0, 2] = [2.0, 0, 0, 0]
    (said,) = attributions_of(one_word_pieces(3), scores, FREE)
    assert said.fit is not None
    assert min(said.fit.source, said.fit.content) > 0.9
    assert said.fit.link == (2 * 2 / 2 - FREE.no_source) / FARTHEST  # scaled by the root of four
    scores.roles[0] = 0
    scores.roles[0, 1] = 0.1
    (said,) = attributions_of(one_word_pieces(3), scores, FREE)
    assert said.fit is not None
    assert said.fit.source < 0.5 < said.fit.content


def test_a_role_without_words_is_not_sure() -> None:
    (said,) = attributions_of(one_word_pieces(2), scored("B-cue B-content".split()), FREE)
    assert said.fit is not None
    assert (said.fit.source, said.fit.link) == (0, 0)


def test_a_broken_content_has_several_spans() -> None:
    tags = "B-content O B-cue O B-content".split()
    (said,) = attributions_of(one_word_pieces(5), scored(tags), FREE)
    assert said.content == words(0, 4)


def test_what_goes_on_without_a_beginning_is_never_chosen() -> None:
    scores = scored(["O", "I-content", "I-content"])
    tags = best_tags(scores.roles, FREE.steps)
    assert tags[1] != ROLE_TAGS.index("I-content")


@given(st.lists(st.integers(0, len(ROLE_TAGS) - 1), max_size=30))
def test_runs_cover_what_is_tagged(tags: list[int]) -> None:
    found = runs(tags, len(ROLES))
    covered = sorted(i for spans in found for a, b in spans for i in range(a, b))
    assert covered == [i for i, tag in enumerate(tags) if tag]


@given(st.lists(st.lists(st.floats(-5, 5, width=32), min_size=7, max_size=7), min_size=1, max_size=6))
def test_the_best_tags_are_the_best_of_all(rows: list[list[float]]) -> None:
    scores = np.array(rows, dtype=np.float32)
    tags = best_tags(scores, FREE.steps)

    def value(way: list[int]) -> float:
        steps = sum(float(FREE.steps[a, b]) for a, b in pairwise(way))
        return steps + sum(float(scores[i, tag]) for i, tag in enumerate(way))

    greedy = [int(row.argmax()) for row in scores]
    assert value(tags) >= value(greedy) - 1e-3
    assert value(tags) >= value([0] * len(rows)) - 1e-3


@given(st.lists(st.lists(st.integers(-5, 5), min_size=5, max_size=5), max_size=12))
def test_the_best_allowed_tags_are_the_best_of_all(rows: list[list[int]]) -> None:
    scores, steps = np.array(rows, dtype=np.float32).reshape(-1, 5), allowed_steps(2)

    def value(way: list[int]) -> float:
        return float(sum(steps[a, b] for a, b in pairwise(way)) + sum(scores[range(len(way)), way]))

    assert value(best_allowed(scores, 2)) == value(best_tags(scores, steps))


def test_words_are_weighed_with_as_many_before_them_as_allow_what_goes_on() -> None:
    scores = np.zeros((40, 3), np.float32)
    scores[:, begins(0)] = -9
    scores[:, goes_on(0)] = [0.1 * (-1 if i % 7 else 1) for i in range(40)]
    scores[0, begins(0)] = scores[39, goes_on(0)] = 9
    assert best_allowed(scores, 1) == best_tags(scores, allowed_steps(1)) == [begins(0)] + 39 * [goes_on(0)]


def test_distance_has_a_class_on_each_side() -> None:
    assert distance_class((10, 12), (9, 10)) == 0
    assert distance_class((10, 12), (12, 20)) == len(DISTANCES)
    assert distance_class((10, 12), (500, 501)) == 2 * len(DISTANCES) - 1


def test_names_are_found_with_their_type() -> None:
    scores = scored([NEITHER] * 3)
    kind = NAMES.index("location")
    scores.names[1, begins(kind)] = 5
    scores.names[2, goes_on(kind)] = 5
    assert names_of(one_word_pieces(3), scores) == [(Span(3, 8), "location")]


def test_a_text_without_words_has_no_attributions() -> None:
    assert attributions_of(one_word_pieces(0), scored([]), FREE) == []
