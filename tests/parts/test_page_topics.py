"""What a page and a passage on it are about."""

from __future__ import annotations

from headwater.parts.topics import Topics, telling_words

PAGE = ("The elections in Korvessa", "Voters went to the polls in Korvessa on Sunday.")


def test_words_that_say_what_a_text_is_about() -> None:
    assert telling_words("The EU said that elections were near") == {"eu", "electi"}


def test_a_passage_on_the_same_and_one_on_something_else() -> None:
    assert Topics.of(PAGE, (), "Korvessa counted the votes of Sunday’s polls.").shared > 0.3
    assert Topics.of(PAGE, (), "The bakers of Istham have new ovens.").shared == 0
    assert Topics.of((), (), "The bakers of Istham have new ovens.").shared == 1


def test_words_of_one_topic_alone_count() -> None:
    topics = Topics.of(PAGE, ("Flour is dear.",), "The bakers of Istham voted for new ovens.")
    assert topics.return_of("The polls in Korvessa have closed.") == 2
    assert topics.return_of("The bakers want cheaper flour.") == -2
    assert topics.return_of("Nobody knows.") == 0
