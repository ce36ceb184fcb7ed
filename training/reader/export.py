"""Writes trained weights as ONNX in int8: ``python -m training.reader.export RUN OUT``."""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from headwater.models.decode import DISTANCES, Linking
from training.reader.eight import in_eight_bits, largest_inputs
from training.reader.encoder import encoder_folder
from training.reader.model import Reader

INPUTS = ("ids", "quoted", "mask")
OUTPUTS = ("roles", "names", "sort", "links")
CONTEXT = 48
"""Pieces before a window that it is read with; in training windows have none. Swept on PolNeAR dev."""


class Outputs(nn.Module):
    """The reader with its outputs as a plain tuple, which the exporter wants."""

    def __init__(self, reader: Reader) -> None:
        """Wrap ``reader``."""
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, quoted: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """See ``Reader.forward``."""
        return tuple(self.reader(ids, quoted, mask))


def linking_of(model: Reader) -> Linking:
    """What the heads learned beside their matrices."""
    with torch.no_grad():
        return Linking(
            model.transitions().numpy().copy(),
            model.source_bias.numpy().copy(),
            model.content_bias.numpy().copy(),
            float(model.no_source),
        )


def load_reader(weights: Path) -> Reader:
    """A trained reader, for use."""
    reader = Reader()
    reader.load_state_dict(torch.load(weights, weights_only=True))
    return reader.eval()


def write_float(reader: Reader, path: Path) -> None:
    """The graph with 32-bit weights; any number of windows of any length."""
    axes = {name: {0: "windows", 1: "pieces"} for name in (*INPUTS, *OUTPUTS)}
    ids = torch.randint(1000, 20000, (2, 24))
    given = (ids, torch.zeros_like(ids), torch.ones_like(ids))
    torch.onnx.export(
        Outputs(reader),
        given,
        str(path),
        input_names=INPUTS,
        output_names=OUTPUTS,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def write_int8(reader: Reader, path: Path) -> None:
    """The graph with 8-bit weights; activations are scaled as they come, one scale a window and matrix."""
    small = in_eight_bits(reader, largest_inputs(reader))
    with tempfile.TemporaryDirectory() as folder:
        whole, ready = Path(folder) / "whole.onnx", Path(folder) / "ready.onnx"
        write_float(small, whole)
        quant_pre_process(str(whole), str(ready))
        quantize_dynamic(
            str(ready),
            str(path),
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm"],
        )


def write_numbers(reader: Reader, path: Path, limit: int, context: int) -> None:
    """What decoding needs beside the graph."""
    linking = linking_of(reader)
    numbers = {
        "version": "1",
        "steps": [[round(float(x), 5) for x in row] for row in linking.steps],
        "source_bias": [round(float(x), 5) for x in linking.source_bias],
        "content_bias": [round(float(x), 5) for x in linking.content_bias],
        "no_source": round(linking.no_source, 5),
        "distances": list(DISTANCES),
        "limit": limit,
        "context": context,
    }
    path.write_text(json.dumps(numbers, indent=1) + "\n", encoding="utf-8")


def main() -> int:
    """Export a run."""
    parser = argparse.ArgumentParser(prog="python -m training.reader.export", description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    reader = load_reader(options.run / "model.pt")
    settings = json.loads((options.run / "log.jsonl").read_text().splitlines()[0])
    whole = options.run / "reader-fp32.onnx"
    write_float(reader, whole)
    write_numbers(reader, options.out / "reader.json", settings["limit"], CONTEXT)
    write_int8(reader, options.out / "reader.onnx")
    shutil.copy(encoder_folder() / "vocab.txt", options.out / "vocab.txt")
    print(f"{(options.out / 'reader.onnx').stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
