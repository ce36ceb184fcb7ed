"""The shipped weights as a reader that can be trained on: its 8-bit matrices read back into 32 bits."""

from __future__ import annotations

import json
import re
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.reader.encoder import WIDTH
from training.reader.model import Reader

_MATRIX = re.compile(r"onnx::MatMul_(\d+)_quantized")
_HEADS = ("roles", "names", "sort", "links")
_MAPS = ("opening", "output", "inner", "outer")


def load_shipped(folder: Path) -> Reader:
    """The reader of the weights in ``folder``, exact but for their rounding to 8 bits.

    Raises:
        KeyError, ValueError: where the graph is of another form.
    """
    graph = onnx.load(folder / "reader.onnx").graph
    held = {one.name: torch.tensor(numpy_helper.to_array(one)).float() for one in graph.initializer}
    numbers = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
    reader = Reader()
    state = {name: torch.tensor(numbers[name]) for name in ("steps", "source_bias", "content_bias")}
    state["no_source"] = torch.tensor(numbers["no_source"])
    state["steps"][reader.allowed < 0] = 0.0  # what is never allowed the model adds itself
    reader.load_state_dict({**_shaped(state, reader), **_encoder(held), **_heads(held)})
    return reader


def _shaped(state: dict[str, Tensor], reader: Reader) -> dict[str, Tensor]:
    return {name: value.reshape(reader.state_dict()[name].shape) for name, value in state.items()}


def _matrices(held: dict[str, Tensor]) -> list[Tensor]:
    """The matrices in the order of the graph, as the rows that a linear map has."""
    numbers = sorted(int(found[1]) for name in held if (found := _MATRIX.fullmatch(name)))
    names = [f"onnx::MatMul_{n}" for n in numbers]
    return [(held[f"{n}_quantized"] * held[f"{n}_scale"]).T for n in names]


def _encoder(held: dict[str, Tensor]) -> dict[str, Tensor]:
    plain = ("places.weight", "kinds.weight", "norm.weight", "norm.bias")
    state = {f"encoder.{name}": held[f"encoder.{name}"] for name in plain}
    state["encoder.words.weight"] = held["encoder.words.rows"] * held["encoder.words.scale"]
    every = _matrices(held)[: -len(_HEADS)]
    for layer in range(len(every) // len(_MAPS)):
        at = f"encoder.layers.{layer}."
        for k, name in enumerate(_MAPS):
            weight = every[len(_MAPS) * layer + k] * held[f"{at}{name}.down"]
            bias = held[f"{at}{name}.linear.bias"]
            for part, rows, numbers in _parts(name, weight, bias):
                state[f"{at}{part}.weight"], state[f"{at}{part}.bias"] = rows, numbers
        for norm in ("norm", "last_norm"):
            for kind in ("weight", "bias"):
                state[f"{at}{norm}.{kind}"] = held[f"{at}{norm}.{kind}"]
    return state


def _parts(name: str, weight: Tensor, bias: Tensor) -> list[tuple[str, Tensor, Tensor]]:
    if name != "opening":
        return [(name, weight, bias)]
    names = ("query", "key", "value")
    return list(zip(names, weight.split(WIDTH), bias.split(WIDTH), strict=True))


def _heads(held: dict[str, Tensor]) -> dict[str, Tensor]:
    state: dict[str, Tensor] = {}
    for name, weight in zip(_HEADS, _matrices(held)[-len(_HEADS) :], strict=True):
        state[f"{name}.weight"], state[f"{name}.bias"] = weight, held[f"{name}.bias"]
    return state
