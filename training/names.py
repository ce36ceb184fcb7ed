"""Every set of names with gold labels in one form, mapped onto the contract's eight types.

    python -m training.names

prints for each set how many texts and names of each type it has, its licence, and
whether it may be trained on. What each scheme's types became stands with its
reader: ``names_columns`` (one token a line), ``names_gum``, ``benchmarks.names_re3d``.

No set marks everything. ``NamedText.silent`` says of which types an unmarked
stretch may still be a name: a trainer leaves the loss for those types out there,
as far as "not this type" goes, but only at words with a capital: a word in small
letters is hardly a name of any type, and a type that few sets speak of is learned
from such words. A mark of a silent type is as good as any other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from benchmarks.gold import gold_file
from benchmarks.names_re3d import read_re3d
from headwater.records.vocabulary import EntityType
from training.names_columns import read_crossner, read_uner, read_wikigold, read_wnut
from training.names_gum import read_gum
from training.names_texts import NamedSpan, NamedText, facility_or, flat

__all__ = [
    "SETS",
    "TYPES",
    "NamedSpan",
    "NamedText",
    "flat",
    "load",
    "names_of",
    "test_texts",
    "training_texts",
]

TYPES: tuple[EntityType, ...] = get_args(EntityType)


@dataclass(frozen=True, slots=True)
class NameSet:
    """One set: where it lies under ``names/``, who may use it, and how it is read.

    ``trains`` is whether a weight that is shipped may be trained on it; ``why`` says why or why not.
    """

    name: str
    path: str
    licence: str
    trains: bool
    why: str
    read: Callable[[Path], list[NamedText]]


def _re3d(path: Path) -> list[NamedText]:
    """re3d marks nominals and pronouns, too, but no events, works or products."""
    texts = read_re3d(path)
    return [
        NamedText(
            id=f"{path.stem}/{t.id}",
            text=t.text,
            spans=tuple(
                NamedSpan(n.start, n.end, facility_or(t.text[n.start : n.end], n.types[0]), n.form)
                for n in t.names
            ),
            silent=frozenset({"other"}),
        )
        for t in texts
    ]


SETS: tuple[NameSet, ...] = (
    NameSet(
        "re3d-state",
        "re3d-us-state-department.jsonl",
        "public domain (US government)",
        True,
        "free",
        _re3d,
    ),
    NameSet(
        "re3d-eu",
        "re3d-delegation-of-the-european-union-to-syria.jsonl",
        "EEAS: reuse allowed if the source is named",
        True,
        "commercial use is not excluded",
        _re3d,
    ),
    NameSet(
        "re3d-centcom",
        "re3d-centcom.jsonl",
        "public domain (US government)",
        False,
        "kept for the test",
        _re3d,
    ),
    NameSet(
        "re3d-dfat",
        "re3d-australian-department-of-foreign-affairs.jsonl",
        "CC BY 3.0 AU",
        False,
        "kept for the test",
        _re3d,
    ),
    NameSet("re3d-bbc", "re3d-bbc-online.jsonl", "CC BY-NC 3.0", False, "no commercial use", _re3d),
    NameSet(
        "gum", "gum", "labels CC BY 4.0; texts by genre, see names_gum", True, "the free genres", read_gum
    ),
    NameSet("wikigold", "wikigold.conll", "CC BY 4.0", True, "free with credit", read_wikigold),
    NameSet("wnut17", "wnut17-train.conll", "CC BY 4.0", True, "free with credit", read_wnut),
    NameSet(
        "uner-ewt",
        "uner-ewt-dev.iob2",
        "CC BY-SA 4.0",
        True,
        "commercial use allowed; share alike",
        read_uner,
    ),
    NameSet(
        "crossner-train",
        "crossner-politics-train.conll",
        "labels MIT; text of Wikipedia, CC BY-SA 3.0",
        True,
        "commercial use allowed; share alike",
        read_crossner,
    ),
    NameSet(
        "crossner-dev",
        "crossner-politics-dev.conll",
        "labels MIT; text of Wikipedia, CC BY-SA 3.0",
        True,
        "commercial use allowed; share alike",
        read_crossner,
    ),
)


class GoldMissingError(FileNotFoundError):
    """A set is not here, so that nothing can be trained or scored on it."""


def load(name: str) -> list[NamedText]:
    """The texts of one set, in its order.

    Raises:
        KeyError: for a set that ``SETS`` does not name.
        GoldMissingError: where its file is not in the folder of the gold.
    """
    chosen = {s.name: s for s in SETS}[name]
    path = gold_file("names", chosen.path)
    if path is None:
        raise GoldMissingError(f"{chosen.path} is not in the folder of the gold: set HEADWATER_GOLD")
    return chosen.read(path)


def training_texts() -> list[NamedText]:
    """All texts that a shipped weight may be trained on; none of the test's."""
    return [text for s in SETS if s.trains for text in load(s.name)]


def test_texts() -> list[NamedText]:
    """The texts that names are scored on: re3d's CENTCOM and DFAT."""
    return load("re3d-centcom") + load("re3d-dfat")


def names_of(text: NamedText) -> tuple[NamedSpan, ...]:
    """The spans that are names, nested ones too, in order."""
    return tuple(s for s in text.spans if s.form == "name")


def _rows() -> Iterator[str]:
    yield f"{'set':16}{'texts':>6}{'chars':>9}" + "".join(f"{t[:11]:>12}" for t in TYPES) + "  silent on"
    for s in SETS:
        texts = load(s.name)
        counts = Counter(span.type for t in texts for span in names_of(t))
        silent = ", ".join(sorted({x for t in texts for x in t.silent})) or "-"
        size = f"{len(texts):6}{sum(len(t.text) for t in texts):9}"
        yield f"{s.name:16}{size}" + "".join(f"{counts[t]:12}" for t in TYPES) + f"  {silent}"
    yield ""
    for s in SETS:
        yield f"{s.name:16}{'trains' if s.trains else 'not trained on':16}{s.licence}; {s.why}"


def main() -> int:
    """Print the tables."""
    for row in _rows():
        print(row)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
