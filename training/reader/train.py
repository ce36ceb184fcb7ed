"""Trains the reader: ``python -m training.reader.train --out FOLDER``."""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import asdict, dataclass
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.multiprocessing import get_context, spawn

from training.reader.examples import Example, Texts, load_texts, turns
from training.reader.losses import loss_of
from training.reader.model import Reader
from training.reader.settings import Settings
from training.reader.shipped import load_shipped


def parameter_groups(model: Reader, settings: Settings) -> list[dict[str, Any]]:
    """The encoder learns slowly; faster the heads and the kinds of pieces, most of which are new to it."""
    kinds = list(model.encoder.kinds.parameters())
    encoder = [p for p in model.encoder.parameters() if p is not kinds[0]]
    heads = [p for m in (model.roles, model.names, model.sort, model.links) for p in m.parameters()]
    small = [model.steps, model.source_bias, model.content_bias, model.no_source]
    return [
        {"params": encoder, "lr": settings.rate, "weight_decay": settings.decay},
        {"params": heads, "lr": settings.head_rate, "weight_decay": settings.decay},
        {"params": kinds, "lr": settings.kinds_rate, "weight_decay": 0.0},
        {"params": small, "lr": settings.step_rate, "weight_decay": 0.0},
    ]


class Average:
    """An exponential moving average of the weights."""

    def __init__(self, model: Reader, decay: float) -> None:
        self.decay, self.steps = decay, 0
        self.weights = {k: v.detach().clone() for k, v in model.state_dict().items()}

    @torch.no_grad()
    def update(self, model: Reader) -> None:
        """Take in the weights of one more step."""
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        state = model.state_dict()
        torch._foreach_lerp_(list(self.weights.values()), [state[k] for k in self.weights], 1 - decay)


@dataclass(frozen=True, slots=True)
class Team:
    """The processes of one run; each computes the gradients of every n-th batch.

    All hold the same weights and take the same steps, on the mean of what they put into ``shared``.
    """

    rank: int
    size: int
    shared: Tensor
    barrier: Barrier

    def average(self, model: Reader, present: int) -> None:
        """Replace the gradients by the mean over the ``present`` processes that had a batch."""
        parameters = list(model.parameters())
        row = self.shared[self.rank]
        at = 0
        for p in parameters:
            part = row[at : at + p.numel()]
            if p.grad is None:
                part.zero_()
            else:
                part.copy_(p.grad.view(-1))
            at += p.numel()
        self.barrier.wait()
        total = self.shared.sum(0) / present
        self.barrier.wait()
        at = 0
        for p in parameters:
            p.grad = total[at : at + p.numel()].view_as(p)
            at += p.numel()


@dataclass(slots=True)
class Run:
    """A run on its way: everything that a checkpoint keeps."""

    settings: Settings
    model: Reader
    optimizer: torch.optim.Optimizer
    average: Average
    epoch: int = 0
    step: int = 0

    def save(self, path: Path) -> None:
        """Keep a checkpoint; a kill while it is written loses nothing."""
        state = {
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "average": self.average.weights,
            "averaged": self.average.steps,
            "epoch": self.epoch,
            "step": self.step,
        }
        torch.save(state, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def load(self, path: Path) -> None:
        """Go on from a checkpoint."""
        kept = torch.load(path, weights_only=True)
        self.model.load_state_dict(kept["model"])
        self.optimizer.load_state_dict(kept["optimizer"])
        self.average.weights, self.average.steps = kept["average"], kept["averaged"]
        self.epoch, self.step = kept["epoch"], kept["step"]


def new_run(settings: Settings) -> Run:
    """A run at its start."""
    torch.manual_seed(settings.seed)
    model = _begun(settings)
    optimizer = torch.optim.AdamW(parameter_groups(model, settings), fused=True)
    return Run(settings, model, optimizer, Average(model, settings.average))


def _begun(settings: Settings) -> Reader:
    if settings.begin:
        return load_shipped(Path(settings.begin))
    model = Reader(settings.dropout)
    model.encoder.load_pretrained()
    return model


def run_epoch(run: Run, texts: Texts, team: Team, rounds: list[list[list[Example]]], total: int) -> float:
    """One pass over the texts; the mean loss of this process's batches."""
    settings, start = run.settings, time.monotonic()
    torch.manual_seed((settings.seed * 1000 + run.epoch) * 10 + team.rank)
    run.model.train()
    losses: list[float] = []
    for i, batch in enumerate(rounds):
        scale = rate_at(run.step, total, settings.warmup)
        rates = (settings.rate, settings.head_rate, settings.kinds_rate, settings.step_rate)
        for group, base in zip(run.optimizer.param_groups, rates, strict=True):
            group["lr"] = base * scale
        run.optimizer.zero_grad(set_to_none=True)
        if team.rank < len(batch):
            loss = loss_of(run.model, batch[team.rank], settings, texts.silent)
            loss.backward()
            losses.append(float(loss.detach()))
        team.average(run.model, len(batch))
        torch.nn.utils.clip_grad_norm_(run.model.parameters(), 1.0)
        run.optimizer.step()
        run.average.update(run.model)
        run.step += 1
        if i % 20 == 0 and team.rank == 0:
            mean = sum(losses) / len(losses)
            print(f"{run.epoch} {i}/{len(rounds)} {mean:.4f} {time.monotonic() - start:.0f}s", flush=True)
    return sum(losses) / max(1, len(losses))


def train(rank: int, settings: Settings, out: Path, shared: Tensor, barrier: Barrier) -> None:
    """Train, keeping a checkpoint after each epoch; an interrupted run goes on from it."""
    torch.set_num_threads(1)
    team, texts, run = (
        Team(rank, settings.processes, shared, barrier),
        load_texts(settings),
        new_run(settings),
    )
    checkpoint, log = out / "checkpoint.pt", out / "log.jsonl"
    if checkpoint.exists():
        run.load(checkpoint)
    elif rank == 0:
        log.write_text(json.dumps(asdict(settings)) + "\n", encoding="utf-8")
    total = len(turns(texts, settings, 0, team.size)) * settings.epochs
    for epoch in range(run.epoch, settings.epochs):
        start = time.monotonic()
        loss = run_epoch(run, texts, team, turns(texts, settings, epoch, team.size), total)
        run.epoch = epoch + 1
        barrier.wait()
        if rank == 0:
            run.save(checkpoint)
            torch.save(run.average.weights, out / "model.pt")
            note = {"epoch": run.epoch, "loss": round(loss, 4), "seconds": round(time.monotonic() - start)}
            with log.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(note) + "\n")
        barrier.wait()


def rate_at(step: int, total: int, warmup: float) -> float:
    """Linear rise, then linear fall to zero."""
    rise = max(1, int(total * warmup))
    return step / rise if step < rise else max(0.0, (total - step) / max(1, total - rise))


def main() -> int:
    """Train by the settings of the command line."""
    parser = argparse.ArgumentParser(prog="python -m training.reader.train", description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--set", nargs="*", default=[], metavar="NAME=VALUE")
    options = parser.parse_args()
    chosen = asdict(Settings())
    for pair in options.set:
        name, value = pair.split("=")
        kind = type(chosen[name])
        chosen[name] = value == "True" if kind is bool else kind(value)
    settings = Settings(**chosen)
    options.out.mkdir(parents=True, exist_ok=True)
    size = sum(p.numel() for p in Reader().parameters())
    shared = torch.zeros(settings.processes, size).share_memory_()
    barrier = get_context("spawn").Barrier(settings.processes)
    spawn(train, (settings, options.out, shared, barrier), nprocs=settings.processes)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
