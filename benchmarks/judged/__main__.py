"""What judges said of chains of fresh articles: ``python -m benchmarks.judged``."""

from __future__ import annotations

from benchmarks.judged.verdicts import CONTENT, NOBODY, RIGHT, WRONG, read_samples

ROWS = (
    ("right, some short of a voice", RIGHT),
    ("somebody did not say it", frozenset((WRONG,))),
    ("the speaker is right, but more is put into the content", frozenset((CONTENT,))),
    ("nobody says anything", frozenset((NOBODY,))),
)


def main() -> int:
    """Print each sample's shares by both judges, and how far they agree."""
    for sample in read_samples():
        print(f"{sample.name}: {len(sample.items)} chains")
        for name, verdicts in ROWS:
            first, second = (100 * sample.share(judge, verdicts) for judge in (0, 1))
            print(f"  {name:56} {first:5.1f} {second:5.1f} of 100")
        print(f"  {'judges alike':56} {100 * sample.alike():5.1f} of 100, kappa {sample.kappa():.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
