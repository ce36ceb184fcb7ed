"""What judges said of chains of fresh articles."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from headwater.records import Attribution

FOLDER = Path(__file__).parent
RIGHT = frozenset(("OK", "OK-SHORT"))
"""Right, some of them short of a voice."""
WRONG, CONTENT, NOBODY = "WRONG", "WRONG-CONTENT", "NOT"
"""Somebody did not say it; the speaker is right, but for what was added; nobody says anything."""
VERDICTS = RIGHT | {WRONG, CONTENT, NOBODY, "FLAG", "UNSURE"}
"""FLAG is a chain that the text does tell as said, though it is read as not told so (``modality``)."""


CLASSES = frozenset("REF CUT ROLE MOOD DEED QUOTE INNER CONTENT IDIOM OTHER -".split())
"""Why a chain of the development set is wrong; "-" where it is not, or unsure."""


@dataclass(frozen=True, slots=True)
class Developed:
    """One chain of the development set, with the verdict of its one judge.

    Attributes:
        why: a class, see ``CLASSES``.
        cue, content: where they begin; -1 for a cue that is none.
        chain: ``digest`` of the chain that was judged.
    """

    article: str
    verdict: str
    why: str
    cue: int
    content: int
    chain: str


@dataclass(frozen=True, slots=True)
class Item:
    """One chain: its article's id and the verdicts of both judges."""

    article: str
    verdicts: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sample:
    """The chains that were drawn at one time."""

    name: str
    items: tuple[Item, ...]

    def share(self, judge: int, verdicts: frozenset[str]) -> float:
        """The share of chains to which a judge (0 or 1) gave one of some verdicts."""
        return sum(one.verdicts[judge] in verdicts for one in self.items) / len(self.items)

    def kappa(self) -> float:
        """Cohen's kappa of the two judges over their verdicts, "OK" and "OK-SHORT" taken as one."""
        count = len(self.items)
        told = [tuple("OK" if v in RIGHT else v for v in one.verdicts) for one in self.items]
        alike = sum(a == b for a, b in told) / count
        first, second = (Counter(pair[judge] for pair in told) for judge in (0, 1))
        chance = sum(first[v] * second[v] for v in first) / count**2
        return 1.0 if chance == 1 else (alike - chance) / (1 - chance)

    def alike(self) -> float:
        """The share of chains on which both judges gave the same, "OK" and "OK-SHORT" taken as one."""
        same = (a == b or {a, b} <= RIGHT for a, b in (one.verdicts for one in self.items))
        return sum(same) / len(self.items)


def read_development(folder: Path = FOLDER) -> list[Developed]:
    """The chains whose errors were read and mended by class; each had one judge.

    Raises:
        ValueError: where a verdict or class is none that is known.
    """
    with (folder / "development.tsv").open(encoding="utf-8", newline="") as rows:
        every = [
            Developed(
                row["article"],
                row["verdict"],
                row["class"],
                int(row["cue"]),
                int(row["content"]),
                row["chain"],
            )
            for row in csv.DictReader(rows, dialect="excel-tab")
        ]
    for one in every:
        if one.verdict not in VERDICTS or one.why not in CLASSES:
            raise ValueError(f"development.tsv has {one.verdict} {one.why}, which the guide does not know")
    return every


def place(told: Attribution) -> tuple[int, int]:
    """Where cue and content of an attribution begin, as the development set tells them."""
    return told.cue[0].start if told.cue else -1, told.content[0].start


def digest(told: Attribution) -> str:
    """Eight hexadecimal digits of the labels behind the page's: tells chains apart without their words."""
    labels = "\n".join(link.label for link in told.chain[1:])
    return hashlib.sha256(labels.encode()).hexdigest()[:8]


def read_samples(folder: Path = FOLDER) -> Iterator[Sample]:
    """The samples of a folder, in order.

    Raises:
        ValueError: where a verdict is none of ``VERDICTS``.
    """
    for path in sorted(folder.glob("sample-*.tsv")):
        with path.open(encoding="utf-8", newline="") as rows:
            every = tuple(
                Item(row["article"], (row["first"], row["second"]))
                for row in csv.DictReader(rows, dialect="excel-tab")
            )
        if unknown := {v for one in every for v in one.verdicts} - VERDICTS:
            raise ValueError(f"{path.name} has verdicts that the guide does not know: {sorted(unknown)}")
        yield Sample(path.stem, every)
