"""Voices of the own gold under the names that whole articles give: ``python -m benchmarks.own.naming``.

The passages were labelled with a sentence or two before them, so that some voices stand there as
"she" or "the police chief". Two labellers later read the whole articles, apart from each other and
from the code's output, and wrote down who each such voice is (``names.json``: a name, "-" where the
article has none, "?" where it is not sure). A name that both gave becomes one more label of the voice.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.own.marks import GOLD, Labelled, Link, Mark, Voice, read, written
from benchmarks.own.voices import words_of

NAMES = Path(__file__).with_name("names.json")
UNSURE = "?"
NOBODY = frozenset(("-", UNSURE))
_FURTHER = re.compile(r",| \(")


@dataclass(frozen=True, slots=True)
class Named:
    """A voice of a passage, its labels parted by " / ", and who it is by each of two labellers."""

    passage: str
    voice: str
    first: str
    second: str

    @property
    def name(self) -> str | None:
        """What both call it, in the words of the first up to what is only added; ``None`` if they differ."""
        if {self.first, self.second} & NOBODY or not _alike(self.first, self.second):
            return None
        return _FURTHER.split(self.first)[0]

    @property
    def is_agreed(self) -> bool:
        """Whether both gave the same name, or both found none; not where both are unsure."""
        return (self.first == self.second and self.first != UNSURE) or self.name is not None


def _alike(left: str, right: str) -> bool:
    """Whether two names share at least half of the words of the shorter."""
    a, b = set(words_of(left)), set(words_of(right))
    return bool(a and b) and 2 * len(a & b) >= min(len(a), len(b))


def with_names(passages: Iterable[Labelled], names: Iterable[Named]) -> list[Labelled]:
    """The passages with each voice under its further name too."""
    found: dict[str, dict[Voice, str]] = {}
    for one in names:
        if one.name is not None:
            found.setdefault(one.passage, {})[frozenset(one.voice.split(" / "))] = one.name
    return [_renamed(p, found.get(p.id, {})) for p in passages]


def _renamed(passage: Labelled, names: Mapping[Voice, str]) -> Labelled:
    def voices(every: Iterable[Voice]) -> tuple[Voice, ...]:
        return tuple(v | {names[v]} if v in names else v for v in every)

    def link(one: Link) -> Link:
        return one[0], voices(one[1])

    def mark(one: Mark) -> Mark:
        return replace(one, speakers=voices(one.speakers), chain=tuple(map(link, one.chain)))

    return replace(passage, marks=tuple(map(mark, passage.marks)))


def read_names(path: Path = NAMES) -> list[Named]:
    """What the two labellers wrote."""
    return [Named(**row) for row in json.loads(path.read_text(encoding="utf-8"))]


def main() -> int:
    """Say how far the labellers agree, and add the names to the gold; a second run changes nothing."""
    names = read_names()
    kinds = Counter("named alike" if n.name else "alike" if n.is_agreed else "not alike" for n in names)
    print("; ".join(f"{kind}: {count}" for kind, count in sorted(kinds.items())))
    GOLD.write_text(written(with_names(read(GOLD), names)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
