"""Who is meant, scored against entities in CoNLL-U; the text is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.coreference import Item, counts, items, read_gum
from benchmarks.measures import Counts
from headwater.records import Mention, Span
from headwater.records.vocabulary import MentionForm

ROWS = """# newdoc id = GUM_news_harbour
# newpar
# newpar_block = p (2 s)
1 Ana NNP Entity=(1-person-new-cf1-1,2-coref
2 Torvald NNP Entity=1)
3-4 didn't _ _
3 did VBD _
4 n't RB _
5 leave VB _
6 the DT Entity=(2-place-new-cf2-1-coref-The_Harbour
7 old JJ _
8 harbour NN Entity=2)|SpaceAfter=No
9 . . _
1 Torvald NNP Entity=(1-person-giv-cf1-1-coref)
2 said VBD _
3 she PRP Entity=(1-person-giv-cf1-1-ana)
4 liked VBD _
5 Piet NNP Entity=(3-person-new-cf1-1-coref
6 Marn NNP SpaceAfter=No|Entity=3)
7 's POS _
8 ship NN SpaceAfter=No
9 . . _
# newpar
1 He PRP Entity=(3-person-giv-cf1-1-ana)
2 waved VBD SpaceAfter=No
3 . . _
"""
TEXT = "Ana Torvald didn't leave the old harbour. Torvald said she liked Piet Marn's ship.\n\nHe waved."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    rows = []
    for line in ROWS.splitlines():
        words = line.split(" ")
        full = [words[0], words[1], "_", "_", words[2], *"_____"[:4], words[3]] if line[0] != "#" else []
        rows.append("\t".join(full) if full else line)
    file = tmp_path / "GUM_news_harbour.conllu"
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return file


def mention(words: str, entity: str, form: MentionForm, nth: int = 0) -> Mention:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Mention(Span(start, start + len(words)), "person", entity, form)


ANA = mention("Ana Torvald", "e1", "name")
PIET = mention("Piet Marn's", "e2", "name")


def test_text_and_mentions_are_read(path: Path) -> None:
    gold = read_gum(path)
    assert gold.text == TEXT
    assert [(s.of(TEXT), n) for s, n in gold.mentions] == [
        ("Ana Torvald", 1),
        ("the old harbour", 2),
        ("Torvald", 1),
        ("she", 1),
        ("Piet Marn", 3),
        ("He", 3),
    ]


def test_a_short_name_and_a_pronoun_that_are_right(path: Path) -> None:
    read = [ANA, mention("Torvald", "e1", "name", 1), mention("she", "e1", "pronoun")]
    assert list(items(read_gum(path), read)) == [
        Item("short name", answered=True, right=True),
        Item("pronoun", answered=True, right=True),
    ]


def test_the_wrong_person(path: Path) -> None:
    read = [ANA, PIET, mention("He", "e1", "pronoun")]
    assert list(items(read_gum(path), read)) == [Item("pronoun", answered=True, right=False)]


def test_nobody_known(path: Path) -> None:
    read = [ANA, PIET, mention("He", "e9", "pronoun")]
    assert list(items(read_gum(path), read)) == [Item("pronoun", answered=False, right=False)]


def test_what_the_gold_has_not_mentioned_before_is_not_asked(path: Path) -> None:
    assert list(items(read_gum(path), [ANA, PIET, mention("the old harbour", "e3", "nominal")])) == []


def test_shares_of_those_answered_and_of_all() -> None:
    found = [Item("noun", True, True), Item("noun", True, False), Item("noun", False, False)]
    assert counts(found, "noun") == (Counts(1, 2, 1, 2), Counts(1, 3, 1, 3))
