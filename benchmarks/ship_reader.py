"""Write a trained encoder as the reading runs it: 8-bit ONNX, its graph in one file and its weights in others.

Called by benchmarks/train_reader.py and benchmarks/train_large_reader.py, which say what to install.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import onnx
import torch
from torch import nn

from monitors.language.reader.encoding import Kind


class Shipped(nn.Module):
    """What is written to disk: one change at a time, shares instead of scores."""

    def __init__(self, reader: nn.Module) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Any, kinds: Any) -> tuple[Any, ...]:
        labels, severities, topics, turns, figures = self.reader(ids, kinds, torch.ones_like(ids))
        return (
            labels.softmax(-1), severities.softmax(-1), topics.sigmoid(), turns.softmax(-1), figures.softmax(-1),
        )  # fmt: skip


def write_encoder(reader: nn.Module, target: Path, files: int = 1) -> None:
    """The encoder as 8-bit ONNX: target holds the graph, the file named .bin beside it the weights (-1.bin, -2.bin …
    where files is more than 1), so that they can be mapped instead of read."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    example = (torch.randint(1000, 20000, (1, 40)), torch.randint(0, len(Kind), (1, 40)))
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        free = {"ids": {1: "n"}, "kinds": {1: "n"}, "figures": {1: "n"}}
        names = ["label", "severity", "topics", "turns", "figures"]
        torch.onnx.export(
            Shipped(reader).eval(), example, str(whole), input_names=["ids", "kinds"], output_names=names,
            dynamic_axes=free, opset_version=17, dynamo=False,
        )  # fmt: skip
        # Of 8 bits, sums of two products overflow 16 bits on processors without VNNI, and shares differ by up to 0.15.
        seven = {"reduce_range": True, "extra_options": {"MatMulConstBOnly": True}}
        small = Path(folder) / "small.onnx"
        quantize_dynamic(whole, small, weight_type=QuantType.QInt8, per_channel=True, **seven)
        _save(onnx.load(small), target, files)


def _save(model: Any, target: Path, files: int) -> None:
    from onnx.external_data_helper import convert_model_to_external_data, set_external_data

    names = [f"{target.stem}-{i + 1}.bin" if files > 1 else f"{target.stem}.bin" for i in range(files)]
    for name in names:
        (target.parent / name).unlink(missing_ok=True)  # it would be written behind what is there
    convert_model_to_external_data(model, location=names[0])
    held = [tensor for tensor in model.graph.initializer if tensor.external_data]
    whole, done = sum(len(tensor.raw_data) for tensor in held), 0
    for tensor in held:
        set_external_data(tensor, names[min(files - 1, done * files // whole)])
        done += len(tensor.raw_data)
    onnx.save(model, target)
