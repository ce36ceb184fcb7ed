"""What a run makes small: the losses of the heads."""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from headwater.models.decode import distance_class
from training.reader.examples import Example, collate
from training.reader.gold import Pair
from training.reader.model import LINK, Read, Reader, names_loss, sequence_loss
from training.reader.settings import Settings


def at_words(values: Tensor, places: Tensor) -> Tensor:
    """Rows of ``values`` [batch, pieces, n] at ``places`` [batch, words]."""
    return values.gather(1, places[..., None].expand(-1, -1, values.shape[-1]))


def link_loss(model: Reader, links: Tensor, batch: Sequence[Example]) -> Tensor:
    """Cross entropy of each cue's source (or none) and of each content's cue, among those of its window."""
    losses: list[Tensor] = []
    for row, example in enumerate(batch):
        if not example.marked:
            continue
        cues = [m[0] for m in example.marked]
        sources = sorted({s for m in example.marked for s in m[1]})
        contents = sorted({c for m in example.marked for c in m[2]})
        losses += _source_losses(model, links[row], example, cues, sources)
        losses += _content_losses(model, links[row], example, cues, contents)
    return torch.stack(losses).mean() if losses else links.sum() * 0.0


def _table(
    links: Tensor, bias: Tensor, cues: Sequence[Pair], spans: Sequence[Pair], numbers: tuple[int, int]
) -> Tensor:
    vectors = links.view(links.shape[0], 4, LINK)

    def of(rows: Sequence[Pair], number: int) -> Tensor:
        first = torch.tensor([a for a, _ in rows])
        last = torch.tensor([b - 1 for _, b in rows])
        return (vectors[first, number] + vectors[last, number]) / 2

    classes = torch.tensor([[distance_class(c, s) for s in spans] for c in cues])
    return of(cues, numbers[0]) @ of(spans, numbers[1]).T / math.sqrt(LINK) + bias[classes]


def _source_losses(
    model: Reader, links: Tensor, example: Example, cues: Sequence[Pair], sources: list[Pair]
) -> list[Tensor]:
    none = model.no_source.expand(len(cues), 1)
    table = _table(links, model.source_bias, cues, sources, (0, 2)) if sources else none[:, :0]
    wanted = torch.tensor([1 + sources.index(m[1][0]) if m[1] else 0 for m in example.marked])
    return list(functional.cross_entropy(torch.cat([none, table], 1), wanted, reduction="none"))


def _content_losses(
    model: Reader, links: Tensor, example: Example, cues: Sequence[Pair], contents: list[Pair]
) -> list[Tensor]:
    if not contents:
        return []
    table = _table(links, model.content_bias, cues, contents, (1, 3)).T
    owner = {c: i for i, m in enumerate(example.marked) for c in m[2]}
    wanted = torch.tensor([owner[c] for c in contents])
    return list(functional.cross_entropy(table, wanted, reduction="none"))


def sort_loss(sort: Tensor, batch: Sequence[Example]) -> Tensor:
    """Whether a cue tells an attitude, where the lexicon says."""
    found = [(row, m[0][0], m[3]) for row, e in enumerate(batch) for m in e.marked if m[3] >= 0]
    if not found:
        return sort.sum() * 0.0
    rows, words, wanted = (torch.tensor(x) for x in zip(*found, strict=True))
    return functional.binary_cross_entropy_with_logits(sort[rows, words], wanted.float())


def run_model(model: Reader, given: dict[str, Tensor]) -> Read:
    """The outputs at words, in full precision."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        read = model(given["ids"], given["kinds"], given["mask"])
    return Read(
        at_words(read.roles.float(), given["places"]),
        at_words(read.names.float(), given["places"]),
        at_words(read.sort.float()[..., None], given["places"])[..., 0],
        at_words(read.links.float(), given["places"]),
    )


def loss_of(model: Reader, batch: Sequence[Example], settings: Settings, silent: Sequence[Tensor]) -> Tensor:
    """The weighted sum of the losses that a batch has labels for."""
    given = collate(batch)
    read = run_model(model, given)
    if batch[0].silent >= 0:
        masks = torch.stack([silent[e.silent] for e in batch])[:, None].expand(-1, given["tags"].shape[1], -1)
        real = given["real"]
        return settings.names_weight * names_loss(read.names[real], given["tags"][real], masks[real])
    if settings.crf:
        roles = sequence_loss(read.roles, given["tags"], given["real"], model.transitions())
    else:
        real = given["real"]
        roles = functional.cross_entropy(read.roles[real], given["tags"][real])
    links = link_loss(model, read.links, batch)
    return roles + settings.link_weight * links + settings.sort_weight * sort_loss(read.sort, batch)
