"""One source taken apart, which a process apart does: it loads no more than this package for it."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.intake.read import BUNDLES, PERHAPS_BUNDLES, open_bundle, read_source
from headwater.intake.source import Source, SourceProblem
from headwater.records import Document, Problem


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken out of a source: documents, problems, or the sources in it."""

    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()
    found: tuple[Source | SourceProblem, ...] = ()


def take(source: Source) -> Taken:
    """Take documents out of ``source``, or sources out of one that holds many.

    Raises:
        MemoryError: where it does not fit into memory.
    """
    found = open_bundle(source) if source.kind in BUNDLES | PERHAPS_BUNDLES else ()
    if found or source.kind in BUNDLES:
        return Taken(found=found)
    intake = read_source(source)
    return Taken(intake.documents, intake.problems)
