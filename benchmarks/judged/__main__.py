"""What judges said of chains of fresh articles: ``python -m benchmarks.judged``."""

from __future__ import annotations

from collections import Counter

from benchmarks.judged.verdicts import CONTENT, NOBODY, RIGHT, WRONG, read_development, read_samples

ROWS = (
    ("right, some short of a voice", RIGHT),
    ("somebody did not say it", frozenset((WRONG,))),
    ("the speaker is right, but more is put into the content", frozenset((CONTENT,))),
    ("nobody says anything", frozenset((NOBODY,))),
)


def main() -> int:
    """Print each sample's shares by both judges, how far they agree, and the development set."""
    for sample in read_samples():
        print(f"{sample.name}: {len(sample.items)} chains")
        for name, verdicts in ROWS:
            first, second = (100 * sample.share(judge, verdicts) for judge in (0, 1))
            print(f"  {name:56} {first:5.1f} {second:5.1f} of 100")
        print(f"  {'judges alike':56} {100 * sample.alike():5.1f} of 100, kappa {sample.kappa():.2f}")
    every = read_development()
    print(f"development, one judge each, before its errors were mended: {len(every)} chains")
    for name, verdicts in ROWS:
        share = sum(one.verdict in verdicts for one in every) / len(every)
        print(f"  {name:56} {100 * share:5.1f} of 100")
    wrong = Counter(one.why for one in every if one.verdict == WRONG)
    print(f"  of those that somebody did not say: {', '.join(f'{w} {n}' for w, n in wrong.most_common())}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
