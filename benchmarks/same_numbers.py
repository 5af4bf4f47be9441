"""What the learned reader makes of a few fixed changes, by the small encoder and by both, to the thousandth: the
same on every processor.

    python -m benchmarks.same_numbers
    qemu-x86_64 -cpu max /path/to/python -m benchmarks.same_numbers     # one without AVX-512 and VNNI, emulated

Two printings of it, on two machines, are to be compared line by line.
"""

from __future__ import annotations

from monitors.language.pages.align import align, changed_rows
from monitors.language.pages.sentences import units
from monitors.language.reader.learned import estimate, weighty
from monitors.segments import plain_segments

CHANGES = (
    ("Visitors without an appointment are turned away.", "Visitors without an appointment wait for a free booth."),
    ("Each visit lasts 30 minutes.", "Each visit lasts 20 minutes."),
    ("The lobby is being painted.", "Packages are no longer handed out on Friday."),
    ("Visits are behind glass.", "Families meet at tables in the gymnasium."),
    ("A video call from home costs $9.", "A video call from home costs $12."),
    ("Grandparents may come along.", "Only parents and spouses may come along."),
)


def told(before: str, after: str, *, closely: bool) -> str:
    """The shares of one change: relevant, then the directions."""
    rows = changed_rows(align(*(units(plain_segments(text)) for text in (before, after))))
    found = estimate(weighty(rows), closely=closely)
    if found is None:
        return "nothing changed"
    shares = (f"{direction.value} {share:.3f}" for direction, share in found.directions.items())
    return " ".join((f"relevant {found.relevant:.3f}", *shares))


def main() -> None:
    for before, after in CHANGES:
        for closely in (False, True):
            print(f"{after:56}{told(before, after, closely=closely)}")


if __name__ == "__main__":
    main()
