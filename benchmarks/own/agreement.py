"""How far two annotators agree: ``python -m benchmarks.own.agreement LEFT RIGHT``.

``LEFT`` and ``RIGHT`` are files that ``benchmarks.own.labels -o`` wrote. Only the
passages that both hold are compared. Pure but for ``main``; the measures are
defined in docs/measures.md.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.measures import ROLES, Counts, instances, interval, match, overlap, relations, strict, total
from benchmarks.own.marks import FIELDS, Labelled, Link, Mark, Voice, read
from benchmarks.own.voices import same_voice
from headwater.records.vocabulary import LinkKind

Table = dict[str, list[Counts]]


def table(left: Iterable[Labelled], right: Iterable[Labelled]) -> Table:
    """Every measure by name, with the counts of each passage that both have labelled."""
    others = {p.id: p for p in right}
    result: Table = {}
    for one in left:
        if one.id in others:
            for name, counts in compare(one, others[one.id]).items():
                result.setdefault(name, []).append(counts)
    return result


def compare(left: Labelled, right: Labelled) -> dict[str, Counts]:
    """Every measure of one passage, the left annotator taken as read and the right as gold."""
    pairs = match(left.triples, right.triples, with_source=False)
    both = [(left.marks[mine], right.marks[theirs]) for theirs, mine in sorted(pairs.items())]
    names = {a.id: b.id for a, b in both}
    rows = dict(_roles(left, right))
    rows["relation"] = relations(left.triples, right.triples)
    rows["parent"] = _share(_same_parent(a, b, names) for a, b in both)
    rows["parent, where either has one"] = _share(
        _same_parent(a, b, names) for a, b in both if a.parent is not None or b.parent is not None
    )
    rows["chain"] = _share(same_chain(a, b) for a, b in both)
    for name in FIELDS:
        rows[name] = _share(getattr(a, name) == getattr(b, name) for a, b in both)
    found = [frozenset((s,) for s in p.forecasts) for p in (left, right)]
    rows["forecasts"] = overlap(found[0], found[1])
    return rows


def _roles(left: Labelled, right: Labelled) -> Iterable[tuple[str, Counts]]:
    for name, measure in (("strict", strict), ("overlap", overlap)):
        every = [measure(instances(left.triples, r), instances(right.triples, r)) for r in ROLES]
        yield from ((f"{name} {role}", counts) for role, counts in zip(ROLES, every, strict=True))
        yield f"{name} all", total(every)


def _share(right: Iterable[bool]) -> Counts:
    """Right ones out of all, as counts whose F1 is the share."""
    every = list(right)
    return Counts(sum(every), len(every), sum(every), len(every))


def _same_parent(left: Mark, right: Mark, names: dict[str, str]) -> bool:
    """Whether neither has a parent, or the parents are a pair."""
    if left.parent is None or right.parent is None:
        return left.parent is right.parent
    return names.get(left.parent) == right.parent


def voices(chain: Iterable[Link]) -> list[tuple[LinkKind, Voice]]:
    """The voices of a chain one by one from the outermost in, a voice that repeats at once taken once."""
    result: list[tuple[LinkKind, Voice]] = []
    for kind, together in chain:
        for voice in together:
            if not (result and result[-1][0] == kind and same_voice(result[-1][1], voice)):
                result.append((kind, voice))
    return result


def equal(left: Sequence[tuple[LinkKind, Voice]], right: Sequence[tuple[LinkKind, Voice]]) -> bool:
    """Whether two lines of voices are as long and have the same voice of the same kind at each place."""
    pairs = zip(left, right, strict=False)
    return len(left) == len(right) and all(a[0] == b[0] and same_voice(a[1], b[1]) for a, b in pairs)


def same_chain(left: Mark, right: Mark) -> bool:
    """Whether two marks have the same voices in the same order."""
    return equal(voices(left.chain), voices(right.chain))


def line(name: str, counts: Sequence[Counts]) -> str:
    """One row of the printed table, with its interval over passages."""
    pooled = total(counts)
    low, high = interval(counts)
    return f"{name:32} {pooled.f1:6.1%}  [{low:6.1%}, {high:6.1%}] {pooled.predicted:6} {pooled.gold:6}"


def main(arguments: list[str] | None = None) -> int:
    """Print how far two label sets agree."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.own.agreement", description=__doc__)
    parser.add_argument("left", type=Path)
    parser.add_argument("right", type=Path)
    options = parser.parse_args(arguments)
    rows = table(read(options.left), read(options.right))
    passages = len(rows.get("relation", ()))
    print(f"{passages} passages labelled by both\n")
    print(f"{'':32} {'F1 or share':>6}  95 % interval   {'left':>6} {'right':>6}")
    for name, counts in rows.items():
        if total(counts).predicted or total(counts).gold:
            print(line(name, counts))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
