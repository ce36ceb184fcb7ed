"""JSON Lines: one file a kind of record, UTF-8, one object a line."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from headwater.casefile import Casefile
from headwater.export.collect import every_row
from headwater.export.folder import filled
from headwater.export.rows import KINDS
from headwater.records.codec import json_line


def write_jsonl(casefile: Casefile, folder: Path) -> None:
    """Write every file of the contract, also the empty ones, and those of parts, entities and marks.

    The same documents give the same bytes: rows are sorted by id and bear no
    times of a run. Lines end with a line feed alone. A character that UTF-8 cannot
    hold is written as its JSON escape.

    Raises:
        InputError: where ``folder`` holds other things or cannot be written.
        CasefileError: where the casefile cannot be read.
    """
    with filled(folder) as draft, ExitStack() as stack:
        files = {kind: stack.enter_context((draft / f"{kind}.jsonl").open("wb")) for kind in KINDS}
        for kind, row in every_row(casefile):
            files[kind].write(json_line(row).encode())
        stack.close()
