from __future__ import annotations

from headwater.records import Problem
from headwater.report.gaps import troubles
from report import report_story as tale


def test_problems_that_are_mended_alike_stand_together() -> None:
    unread = [
        ("a.html", Problem("page_empty", "nothing in a", "save it")),
        ("b.html", Problem("page_empty", "b", "save it")),
    ]
    groups = troubles([tale.note()], unread)
    assert [(g.code, len(g.troubles)) for g in groups] == [("date_without_anchor", 1), ("page_empty", 2)]
    assert groups[0].title == "Date without anchor"


def test_a_problem_told_twice_is_shown_once() -> None:
    reading = tale.note()
    groups = troubles([reading], [(reading.document.source, p) for p in reading.problems])
    assert [len(g.troubles) for g in groups] == [1]


def test_a_problem_quotes_its_words() -> None:
    assert troubles([tale.note()], [])[0].troubles[0].words == "Tuesday"


def test_a_source_that_was_not_read_has_no_article() -> None:
    trouble = troubles([tale.note()], tale.PROBLEMS)[1].troubles[0]
    assert (trouble.source, trouble.article) == ("pages/broken.html", None)
