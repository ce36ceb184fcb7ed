"""Writes trained weights as ONNX in int8: ``python -m training.reader.export RUN OUT``."""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from headwater.models.decode import Linking
from training.reader.eight import in_eight_bits, largest_inputs
from training.reader.encoder import encoder_folder
from training.reader.fast import FastReader
from training.reader.model import Reader

INPUTS = ("ids", "kinds")
OUTPUTS = ("roles", "names", "sort", "links")
CONTEXT = 48
"""Pieces by which the windows of a long paragraph overlap; in training windows do not."""


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


def write_float(reader: FastReader, path: Path) -> None:
    """The graph with 32-bit weights, for one window of any length."""
    axes = {name: {1: "pieces"} for name in (*INPUTS, *OUTPUTS)}
    ids = torch.randint(1000, 20000, (1, 24))
    torch.onnx.export(
        reader.eval(),
        (ids, torch.zeros_like(ids)),
        str(path),
        input_names=INPUTS,
        output_names=OUTPUTS,
        dynamic_axes=axes,
        opset_version=17,
        custom_opsets={"com.microsoft": 1},
        dynamo=False,
    )


def write_int8(reader: FastReader, path: Path) -> None:
    """The graph with 8-bit weights; activations are scaled as they come, one scale a window and matrix."""
    small = in_eight_bits(reader, largest_inputs(reader))
    with tempfile.TemporaryDirectory() as folder:
        whole, eight = Path(folder) / "whole.onnx", Path(folder) / "eight.onnx"
        write_float(small, whole)
        quantize_dynamic(
            str(whole),
            str(eight),
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm"],
        )
        write_fused(eight, path)


def write_fused(graph: Path, path: Path) -> None:
    """The graph as onnxruntime rewrites it for any processor, so that opening it need not do so each time.

    The fusion of norms with the sums before them is left out: its operator is slower than the two.
    """
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(path)
    onnxruntime.InferenceSession(
        str(graph),
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=["SkipLayerNormFusion"],
    )


def write_numbers(reader: Reader, path: Path, limit: int, context: int) -> None:
    """What decoding needs beside the graph."""
    linking = linking_of(reader)
    numbers = {
        "version": "3",
        "steps": [[round(float(x), 5) for x in row] for row in linking.steps],
        "source_bias": [round(float(x), 5) for x in linking.source_bias],
        "content_bias": [round(float(x), 5) for x in linking.content_bias],
        "no_source": round(linking.no_source, 5),
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
    fast = FastReader(reader)
    write_float(fast, whole)
    write_numbers(reader, options.out / "reader.json", settings["limit"], CONTEXT)
    write_int8(fast, options.out / "reader.onnx")
    shutil.copy(encoder_folder() / "vocab.txt", options.out / "vocab.txt")
    print(f"{(options.out / 'reader.onnx').stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
