from __future__ import annotations

from training.totals import Example, half, learn, right


def example(total: int, *mentions: tuple[int, str]) -> Example:
    counts, told = zip(*mentions, strict=True)
    return Example(total, counts, tuple(frozenset((name, "any")) for name in told))


def test_what_never_makes_up_a_total_is_learned_to_count_for_nothing() -> None:
    every = [example(3, (3, "first"), (2, "again"))] * 20 + [example(1, (1, "first"), (1, "again"))] * 20
    weights = learn(every)
    assert weights["again"] < 0 < weights["first"]
    assert right(every, weights) == len(every)


def test_a_report_is_always_in_the_same_half() -> None:
    assert {half(str(n)) for n in range(40)} == {0, 1}
    assert half("Two men were killed.") == half("Two men were killed.")
