"""How a run of training is made."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

GOLD = Path(os.environ.get("HEADWATER_GOLD", "../shared/data"))


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run is made; what was tried of these is told in the card.

    ``own`` is how often our own passages are read in an epoch, ``small_letters`` the share of
    windows that are read as if they had no capitals, ``named_share`` the share of the texts with names.
    ``begin`` is a folder of shipped weights to go on from; without it training starts from the encoder's own.
    """

    epochs: int = 4
    rate: float = 3e-4
    head_rate: float = 1e-3
    kinds_rate: float = 3e-3
    step_rate: float = 1e-2
    batch: int = 2600
    limit: int = 256
    context: int = 0
    warmup: float = 0.1
    dropout: float = 0.1
    decay: float = 0.01
    average: float = 0.998
    link_weight: float = 0.3
    sort_weight: float = 0.1
    names_weight: float = 0.5
    crf: bool = True
    names: bool = True
    named_share: float = 0.5
    share: float = 1.0
    own: int = 2
    small_letters: float = 0.03
    seed: int = 1
    processes: int = 2
    begin: str = ""
