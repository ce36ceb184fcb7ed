"""How likely a chain that was read is right."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater import annotate
from headwater.voices.sureness import WEIGHTS


def score_of(text: str) -> float:
    """The score of the one statement of a text."""
    (told,) = annotate(text, outlet="The Harbour Post").attributions
    assert told.made is not None
    assert told.made.score is not None
    return told.made.score


def test_a_plain_statement_is_surer_than_one_that_is_only_supposed() -> None:
    plain = score_of("Mayor Ada Roe said on Monday that the pier was safe.")
    assert plain > score_of("If Mayor Ada Roe says on Monday that the pier is safe, it will open.")


def test_a_name_is_surer_than_a_thing() -> None:
    plain = score_of("Mayor Ada Roe said on Monday that the pier was safe.")
    assert plain > score_of("It suggests that the pier was safe.")


@pytest.mark.parametrize("sign", ["sure of the source", "sure of the content", "sure of the link"])
def test_what_the_model_is_sure_of_makes_sure(sign: str) -> None:
    assert WEIGHTS[sign] > 0


_SENTENCES = st.builds(
    "{} {} {}.".format,
    st.sampled_from(("Mayor Ada Roe", "He", "The ministry, which", "Nobody", "“We", "A survey by Tarn")),
    st.sampled_from(("said", "may not believe", "told Piet Marn", "and others denied", "according to Dorn")),
    st.sampled_from(
        ("the pier was safe", "“it will hold,” she said", "what had happened", "that,” he added")
    ),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(_SENTENCES, min_size=1, max_size=6).map(" ".join))
def test_every_statement_has_a_score(text: str) -> None:
    for told in annotate(text).attributions:
        assert told.made is not None
        assert told.made.score is not None
        assert 0 <= told.made.score <= 1
