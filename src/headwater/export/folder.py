"""A folder that gets all files of an export, or none."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from headwater.export.rows import KINDS
from headwater.records import InputError

ENDINGS = (".jsonl", ".csv")


@contextmanager
def filled(folder: Path) -> Iterator[Path]:
    """A folder to write into, whose files are moved to ``folder`` once all are there.

    Files of an earlier export are replaced; hidden files are left alone.

    Raises:
        InputError: where ``folder`` holds anything but an export, or cannot be
            written; nothing is changed then.
    """
    _require_free(folder)
    made = not folder.exists()
    try:
        with _draft_in(folder) as draft:
            yield draft
            files = sorted(draft.iterdir())
            for file in files:
                with file.open("r+b") as written:
                    # Some file systems find only now that they are full.
                    os.fsync(written.fileno())
            for file in files:
                file.replace(folder / file.name)
    except OSError as error:
        raise InputError(_unwritable(folder, error)) from error
    finally:
        if made:
            with suppress(OSError):  # where it holds the export
                folder.rmdir()


@contextmanager
def _draft_in(folder: Path) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    # Inside the folder, so that moving stays on one disk and is atomic for each file.
    draft = Path(tempfile.mkdtemp(prefix=".export-", dir=folder))
    try:
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _require_free(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise InputError(f"{folder} is a file. Name a folder that is empty or not there yet.")
    ours = {kind + ending for kind in KINDS for ending in ENDINGS}
    others = sorted(p.name for p in folder.iterdir() if p.name not in ours and not p.name.startswith("."))
    if others:
        raise InputError(
            f"{folder} holds other things than an export, such as {others[0]!r}. "
            "Name a folder that is empty or not there yet."
        )


def _unwritable(folder: Path, error: OSError) -> str:
    why = error.strerror or error
    return f"{folder} cannot be written: {why}. Name another folder, or make room on the disk."
