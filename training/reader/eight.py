"""The reader made ready for 8 bits, so that rounding costs little.

One scale for all activations of a window is coarse where a few channels are
large. So each matrix's input channels are scaled down, and its rows up, by how
large they are (SmoothQuant, Xiao et al. 2023). Without it 3.3 tags in 100 change on
PolNeAR dev, with it 2.0; blockwise scales (MatMulNBits) change 0.8 but halve the speed.
"""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn

from headwater.models.wordpiece import WordPiece
from training.reader.encoder import encoder_folder
from training.reader.examples import examples
from training.reader.fast import FastReader
from training.reader.gold import article, read_rows
from training.reader.settings import GOLD, Settings

SHARE = 0.8
"""How much of the size of a channel goes over to the weights: 0.5 to 1.0 were tried."""
_EVERY = 40  # each so-many-th training article shows how large channels get
_LEAST = 1e-5


class Rows(nn.Module):
    """An embedding in 8 bits with a scale for each row."""

    def __init__(self, whole: nn.Embedding) -> None:
        """Round the rows of ``whole``."""
        super().__init__()
        weight = whole.weight.detach()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=_LEAST) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """The rows of ``ids`` in 32 bits."""
        rows: Tensor = self.rows[ids].float() * self.scale[ids]
        return rows


class Smooth(nn.Module):
    """A linear map whose input channels are brought nearer to one another."""

    def __init__(self, whole: nn.Linear, largest: Tensor) -> None:
        """``largest`` is the largest absolute input of each channel."""
        super().__init__()
        weight = whole.weight.detach()
        columns = weight.abs().amax(0).clamp(min=_LEAST)
        scale = largest.clamp(min=_LEAST) ** SHARE / columns ** (1 - SHARE)
        self.register_buffer("down", 1 / scale)
        self.linear = copy.deepcopy(whole)
        self.linear.weight.data = weight * scale

    def forward(self, inputs: Tensor) -> Tensor:
        """The same as the map that it was made from, before rounding."""
        out: Tensor = self.linear(inputs * self.down)
        return out


@torch.no_grad()
def largest_inputs(reader: FastReader) -> dict[str, Tensor]:
    """For each linear map of the encoder the largest absolute input of each channel, on training articles."""
    found: dict[str, Tensor] = {}

    def note(name: str) -> None:
        def keep(_: nn.Module, inputs: tuple[Tensor, ...], __: Tensor) -> None:
            here = inputs[0].abs().reshape(-1, inputs[0].shape[-1]).amax(0)
            found[name] = torch.maximum(found[name], here) if name in found else here

        hooks.append(reader.get_submodule(name).register_forward_hook(keep))

    hooks: list[torch.utils.hooks.RemovableHandle] = []
    for name, module in reader.named_modules():
        if isinstance(module, nn.Linear) and name.startswith("encoder."):
            note(name)
    vocabulary, settings = WordPiece.load(encoder_folder() / "vocab.txt"), Settings()
    for row in list(read_rows(GOLD / "voices" / "polnear-train.jsonl.gz"))[::_EVERY]:
        for example in examples(article(vocabulary, row), settings.limit, 0, 0):
            ids, kinds = torch.from_numpy(example.ids)[None], torch.from_numpy(example.kinds)[None]
            reader(ids, kinds)
    for hook in hooks:
        hook.remove()
    return found


def in_eight_bits(reader: FastReader, largest: dict[str, Tensor]) -> FastReader:
    """A copy whose maps are smoothed and whose word embeddings are rounded."""
    small = copy.deepcopy(reader)
    for name, values in largest.items():
        parent, _, own = name.rpartition(".")
        module = small.get_submodule(parent)
        setattr(module, own, Smooth(getattr(module, own), values))
    small.encoder.words = Rows(small.encoder.words)  # type: ignore[arg-type]
    return small
