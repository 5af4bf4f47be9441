"""`make chaos KILLS=300`: kill real runs at random moments and count what was lost or doubled."""

from __future__ import annotations

import argparse
import sys
import time

from tests.killing import chaos


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=300)
    options.add_argument("--seed", type=int, default=20261125)
    asked = options.parse_args()
    started = time.monotonic()
    found = chaos(asked.kills, asked.seed, progress=True)
    sys.stdout.write(
        f"\n{found.changes} changes, {found.mails} mails, {found.repeats} of them twice under one Message-ID, "
        f"{time.monotonic() - started:.0f} s\n{found}\n"
    )
    sys.exit(not found.sound)


if __name__ == "__main__":
    main()
