"""Where the weights lie, and which they are."""

from __future__ import annotations

import json
from pathlib import Path

WEIGHTS = Path(__file__).parent / "weights"
FILES = ("reader.onnx", "reader.json", "vocab.txt")


def weights_version(folder: Path = WEIGHTS) -> str:
    """The version that the weights state of themselves; ``none`` where a file of them is missing."""
    if missing(folder):
        return "none"
    return str(json.loads((folder / "reader.json").read_text(encoding="utf-8"))["version"])


def missing(folder: Path = WEIGHTS) -> list[str]:
    """The files of the weights that are not there."""
    return [name for name in FILES if not (folder / name).exists()]


def absence(folder: Path = WEIGHTS) -> str | None:
    """What the user should know where the weights are absent, and what to do; else ``None``."""
    if not (gone := missing(folder)):
        return None
    return (
        f"The reader model is not there ({', '.join(gone)} missing in {folder}): rules alone find the "
        "statements, about half of them. Install Headwater again, or make the weights with `make train`."
    )
