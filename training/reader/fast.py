"""The reader as it is shipped: one window at a time, so without a mask, and with fused attention.

What onnxruntime does in one step it does faster: the three maps that open a layer's
attention become one, and the attention itself is its operator MultiHeadAttention.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.reader.encoder import HEADS, WIDTH, Encoder, Layer
from training.reader.model import Reader


class Attention(torch.autograd.Function):
    """Scaled products of queries, keys and values, each [1, pieces, WIDTH]; one node when exported."""

    @staticmethod
    def symbolic(g: Any, query: Any, key: Any, value: Any) -> Any:  # noqa: ANN401 - the exporter's own types
        """The node that the exporter writes."""
        node = g.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=HEADS)
        return node.setType(query.type())

    @staticmethod
    def forward(ctx: object, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        """The same in PyTorch."""
        batch, length, _ = query.shape

        def split(x: Tensor) -> Tensor:
            return x.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        mixed = functional.scaled_dot_product_attention(split(query), split(key), split(value))
        return mixed.transpose(1, 2).reshape(batch, length, WIDTH)


class FastLayer(nn.Module):
    """A layer with one map to queries, keys and values."""

    def __init__(self, whole: Layer) -> None:
        """Take over the weights of ``whole``."""
        super().__init__()
        maps = (whole.query, whole.key, whole.value)
        self.opening = nn.Linear(WIDTH, 3 * WIDTH)
        self.opening.weight.data = torch.cat([m.weight.detach() for m in maps])
        self.opening.bias.data = torch.cat([m.bias.detach() for m in maps])
        self.output, self.norm = whole.output, whole.norm
        self.inner, self.outer, self.last_norm = whole.inner, whole.outer, whole.last_norm

    def forward(self, hidden: Tensor) -> Tensor:
        """``hidden`` [1, pieces, WIDTH]."""
        mixed: Tensor = Attention.apply(*self.opening(hidden).split(WIDTH, dim=2))  # type: ignore[no-untyped-call]
        hidden = self.norm(hidden + self.output(mixed))
        out: Tensor = self.last_norm(hidden + self.outer(functional.gelu(self.inner(hidden))))
        return out


class FastEncoder(nn.Module):
    """Word pieces of one window to vectors of WIDTH numbers."""

    def __init__(self, whole: Encoder) -> None:
        """Take over the weights of ``whole``."""
        super().__init__()
        self.words, self.places, self.kinds, self.norm = whole.words, whole.places, whole.kinds, whole.norm
        self.layers = nn.ModuleList(FastLayer(layer) for layer in whole.layers)  # type: ignore[arg-type]

    def forward(self, ids: Tensor, kinds: Tensor) -> Tensor:
        """``ids`` and ``kinds`` [1, pieces]."""
        place = torch.arange(ids.shape[1], device=ids.device)
        hidden: Tensor = self.norm(self.words(ids) + self.places(place) + self.kinds(kinds))
        for layer in self.layers:
            hidden = layer(hidden)
        return hidden


class FastReader(nn.Module):
    """Encoder and heads, outputs as in ``model.Read``."""

    def __init__(self, whole: Reader) -> None:
        """Take over the weights of ``whole``."""
        super().__init__()
        self.encoder = FastEncoder(whole.encoder)
        self.roles, self.names, self.sort, self.links = whole.roles, whole.names, whole.sort, whole.links

    def forward(self, ids: Tensor, kinds: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """``ids`` and ``kinds`` [1, pieces]."""
        hidden = self.encoder(ids, kinds)
        return self.roles(hidden), self.names(hidden), self.sort(hidden)[..., 0], self.links(hidden)
