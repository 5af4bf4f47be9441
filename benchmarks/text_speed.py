"""CPU milliseconds of text and reading: fingerprint, segments, reader's view, compare, words, what a change means; 1 MB
of text, shuffled texts and pages that are reworded whole.

python benchmarks/text_speed.py
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from functools import _lru_cache_wrapper, partial

from app.texts import compare_documents
from benchmarks.reader_lessons import from_cases
from monitors.diff import compare, words
from monitors.extract import extract
from monitors.language.judge import read
from monitors.records import Passage, Reading, Segment
from monitors.segments import with_key
from monitors.versions import fingerprint

_VERBS = ("must", "may", "need not", "can", "shall")
_THINGS = ("arrive early", "bring photo identification", "leave bags in a locker", "register at the desk", "call ahead")


def sentence(rng: random.Random, number: int) -> str:
    clock = f"{rng.randrange(7, 12)}:{rng.randrange(60):02} a.m."
    rule = f"{rng.choice(_VERBS)} {rng.choice(_THINGS)}"
    return f"Visitors of unit {number} {rule} before {clock} on day {rng.randrange(31)}."


def page(sentences: list[str]) -> bytes:
    menu = "".join(f"<li><a href='/p/{n}' class='nav-{n}'>Department {n}</a></li>" for n in range(60))
    body = "".join(f"<div class='c-{n % 7}'><p>{text}</p></div>" for n, text in enumerate(sentences))
    rows = "".join(f"<tr><td>Unit {n}</td><td>Monday</td><td>9:00 AM - 10:00 AM</td></tr>" for n in range(60))
    script = "<script>" + "var a=[1,2,3];" * 200 + "</script>"
    html = (
        f"<html><head><title>Rules</title>{script}</head><body><ul>{menu}</ul>{body}<table>{rows}</table></body></html>"
    )
    return html.encode()


def milliseconds(work: Callable[[], object], times: int = 5, ahead: Callable[[], None] = lambda: None) -> float:
    """CPU time of the fastest of a few runs, each after `ahead`: the machine may be busy with other things."""
    best = float("inf")
    for _ in range(times):
        ahead()
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best * 1000


def tell(name: str, work: Callable[[], object], times: int = 5, ahead: Callable[[], None] = lambda: None) -> None:
    print(f"{name:56}{milliseconds(work, times, ahead):>10.2f} ms")


def lines(sentences: list[str]) -> tuple[Segment, ...]:
    return tuple(with_key(Segment(text)) for text in sentences)


def pair(before: bytes, after: bytes) -> object:
    """What `visitwatch compare --batch` does for a line, but for reading the files."""
    old, new = (extract(body, "text/html", "", readable=False) for body in (before, after))
    return compare_documents(old, new, None, None)


_NO_LINES = (1, None)  # the model, its words and patterns that are made once: of no line or page


def forget() -> None:
    """Empty what the ground remembers of lines that it met, so that a page is read as if seen for the first time."""
    for name, module in list(sys.modules.items()):
        for kept in vars(module).values() if name.startswith("monitors.") else ():
            if isinstance(kept, _lru_cache_wrapper) and kept.cache_info().maxsize not in _NO_LINES:
                kept.cache_clear()


def reading(before: tuple[Segment, ...], after: tuple[Segment, ...], passages: tuple[Passage, ...]) -> Reading:
    return read(before, after, passages, title_after="Visiting")


def tell_readings(rng: random.Random) -> None:
    """What reading a change takes by itself, on lines of the labelled cases, as if never met before, and again."""
    cases = from_cases("part-b")
    pool = [line for case in cases for line in case.before.splitlines() if len(line.split()) > 6]
    other = [line for case in cases for line in case.after.splitlines() if len(line.split()) > 6]
    for count, edits in ((2_000, 1), (2_000, 3), (2_000, 10), (2_000, 0), (20_000, 1), (100_000, 0)):
        old: list[str] = []
        while sum(len(line.split()) for line in old) < count:
            old.append(rng.choice(pool))
        places = set(rng.sample(range(len(old)), edits or len(old)))
        before, after = lines(old), lines([rng.choice(other) if n in places else text for n, text in enumerate(old)])
        passages = compare(before, after).passages
        name = f"read, {edits or 'all'} of {len(old)} lines ({count:,} words) edited"
        work = partial(reading, before, after, passages)
        work()  # what is loaded once: model, patterns
        tell(name, work, 3, forget)
        tell("    the same lines again", work, 3)


def main() -> None:
    rng = random.Random(7)
    small = [sentence(rng, n) for n in range(260)]
    html = page(small)
    print(f"page of {len(html) / 1000:.0f} KB")
    tell("fingerprint", lambda: fingerprint(html, "text/html"), 20)
    tell("segments", lambda: extract(html, "text/html", "https://county.example/", readable=False), 20)
    tell("segments and reader's view", lambda: extract(html, "text/html", "https://county.example/"))
    before = extract(html, "text/html", "https://county.example/", readable=False).segments
    edited = page([*small[:100], sentence(rng, 999), *small[101:]])
    after = extract(edited, "text/html", "https://county.example/", readable=False).segments
    tell("compare, one sentence edited", lambda: compare(before, after), 20)
    tell("words of one sentence", lambda: words(small[0], small[1]), 20)
    tell("compare --batch, one pair of such pages", lambda: pair(html, edited))
    large = [sentence(rng, n) for n in range(13_000)]
    print(f"text of {sum(map(len, large)) / 1e6:.2f} MB, {len(large)} sentences")
    texts = lines(large)
    few = [sentence(rng, n) if n % 430 == 0 else text for n, text in enumerate(large)]
    third = [sentence(rng, n) if n % 3 == 0 else text for n, text in enumerate(large)]
    shuffled = rng.sample(large, len(large))
    other = [" ".join(rng.sample(text.split(), 8)) for text in rng.sample(large, len(large))]
    for name, changed in (("30 edits", few), ("a third edited", third), ("shuffled", shuffled), ("unrelated", other)):
        changed_texts = lines(changed)
        tell(f"compare, {name}", lambda against=changed_texts: compare(texts, against), 3)  # type: ignore[misc]
    tell_readings(rng)


if __name__ == "__main__":
    main()
