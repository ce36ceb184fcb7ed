from __future__ import annotations

from benchmarks.figures import ours, ours_without_names, plain, score


def test_reports_are_counted_by_whether_anybody_was_harmed() -> None:
    total = score([(0, 0), (0, 2), (1, 1), (3, 1)])
    assert (total.reports, total.right) == (4, 2)
    assert (total.harmed, total.harmed_right) == (2, 1)
    assert (total.several, total.several_right) == (1, 0)


def test_named_people_count_in_a_total_and_can_be_left_out() -> None:
    text = "Jan Oll was killed and two others were injured in Dorn."
    assert (ours(text, "killed"), ours(text, "injured")) == (1, 2)
    assert ours_without_names(text, "killed") == 0


def test_the_plain_regex_adds_what_stands_by_a_verb_in_the_first_sentence() -> None:
    text = "Three rebels were killed and a guard was injured in Dorn. Five more were killed in May."
    assert (plain(text, "killed"), plain(text, "injured")) == (3, 1)
    assert plain("They were killing 12 men.", "killed") == 12
