"""The reader: one encoder, with heads for roles, their links, sorts and names."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn

from headwater.models.decode import DISTANCES, FORBIDDEN, allowed_steps
from headwater.models.tags import NAME_TAGS, ROLE_TAGS, ROLES
from training.reader.encoder import WIDTH, Encoder

LINK = 64
"""Width of the vectors that say which source and content belong to a cue."""


class Read(NamedTuple):
    """Outputs, each [batch, pieces, ...].

    ``roles`` and ``names`` are scores of the tags, ``sort`` the log odds that a
    cue tells an attitude, ``links`` four vectors of LINK numbers: a cue's towards
    sources and towards contents, a source's and a content's towards cues.
    """

    roles: Tensor
    names: Tensor
    sort: Tensor
    links: Tensor


class Reader(nn.Module):
    """Encoder and heads."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.dropout = nn.Dropout(dropout)
        self.roles = nn.Linear(WIDTH, len(ROLE_TAGS))
        self.names = nn.Linear(WIDTH, len(NAME_TAGS))
        self.sort = nn.Linear(WIDTH, 1)
        self.links = nn.Linear(WIDTH, 4 * LINK)
        self.steps = nn.Parameter(torch.zeros(len(ROLE_TAGS), len(ROLE_TAGS)))
        self.source_bias = nn.Parameter(torch.zeros(2 * len(DISTANCES)))
        self.content_bias = nn.Parameter(torch.zeros(2 * len(DISTANCES)))
        self.no_source = nn.Parameter(torch.zeros(1))
        self.register_buffer("allowed", torch.from_numpy(allowed_steps(len(ROLES))), persistent=False)

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> Read:
        """See ``Encoder.forward``."""
        hidden = self.dropout(self.encoder(ids, kinds, mask))
        return Read(self.roles(hidden), self.names(hidden), self.sort(hidden)[..., 0], self.links(hidden))

    def transitions(self) -> Tensor:
        """Scores of a tag (row) being followed by another (column)."""
        allowed: Tensor = self.allowed
        return self.steps.float() + allowed


def sequence_loss(scores: Tensor, tags: Tensor, real: Tensor, steps: Tensor) -> Tensor:
    """Negative log likelihood of a linear-chain CRF (Lafferty et al. 2001), a word.

    ``scores`` [batch, words, tags], ``tags`` and ``real`` [batch, words]; every
    row has at least one real word, and padding stands at the end.
    """
    real_f = real.to(scores.dtype)
    gold = (scores.gather(2, tags[..., None])[..., 0] * real_f).sum(1)
    gold = gold + (steps[tags[:, :-1], tags[:, 1:]] * real_f[:, 1:]).sum(1)
    alpha = scores[:, 0]
    for t in range(1, scores.shape[1]):
        ahead = torch.logsumexp(alpha[:, :, None] + steps[None], 1) + scores[:, t]
        alpha = torch.where(real[:, t, None], ahead, alpha)
    return (torch.logsumexp(alpha, 1) - gold).sum() / real_f.sum()


def names_loss(scores: Tensor, tags: Tensor, silent: Tensor) -> Tensor:
    """Cross entropy of name tags, a word; where a set marks no names of a type, "O" leaves that type open.

    ``scores`` [words, tags], ``tags`` [words], ``silent`` [words, tags]: true for
    tags that the word's set never marks.
    """
    logs = scores.log_softmax(-1)
    picked = logs.gather(1, tags[:, None])[:, 0]
    open_tags = silent.clone()
    open_tags[:, 0] = True
    outside = torch.logsumexp(logs.masked_fill(~open_tags, FORBIDDEN), 1)
    return -torch.where(tags == 0, outside, picked).mean()
