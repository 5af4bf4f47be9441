"""The two encoders that hear a change: the small one always, the large one where the small one doubts.

Trained by benchmarks/train_reader.py and benchmarks/train_large_reader.py, of 8 bits, read once from
monitors/language/model/. What the mean of both is worth, and what it costs: docs/decisions/0025-two-encoders.md. Pure
but for those files, and the same on every processor to a thousandth: docs/decisions/0023-weights-of-seven-bits.md.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Any

_SURE = 0.97  # a label that the small encoder holds for so likely is taken as it is
# How much of the large encoder is in the mean: of labels, severities, topics, turns of permissions and figures.
_OF_LARGE = (0.6, 0.5, 0.6, 0.5, 0.5)


@cache
def _session(name: str) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False
    # By its path: the weights beside the graph are mapped, and of the table of words only what is looked up is read.
    with as_file(files("monitors.language").joinpath("model")) as folder:
        return onnxruntime.InferenceSession(folder / f"{name}.onnx", options, providers=["CPUExecutionProvider"])


@lru_cache(maxsize=64)
def _outputs(name: str, pieces: tuple[int, ...], kinds: tuple[int, ...]) -> tuple[Any, ...]:
    """One encoder's shares. Rows are asked for apart, as a notice and for the telling one: of one change the same ones
    up to three times, with up to thirty others in between."""
    import numpy

    feed = {"ids": numpy.array([pieces], dtype=numpy.int64), "kinds": numpy.array([kinds], dtype=numpy.int64)}
    return tuple(output[0] for output in _session(name).run(None, feed))


def heard(pieces: tuple[int, ...], kinds: tuple[int, ...], *, closely: bool) -> tuple[Any, Any, Any, Any, Any]:
    """Shares of labels, severities, topics, turns (one row a permission) and figures (one row a piece), as
    learned.read_out() takes them. pieces, kinds: one number a piece, see encoding.py; closely: whether the large
    encoder is asked where the small one doubts."""
    told = _outputs("reader", pieces, kinds)
    if closely and told[0].max() < _SURE:
        both = zip(_OF_LARGE, told, _outputs("large", pieces, kinds), strict=True)
        told = tuple((1 - part) * one + part * other for part, one, other in both)
    labels, severities, topics, turns, figures = (part.tolist() for part in told)
    return labels, severities, topics, turns, figures
