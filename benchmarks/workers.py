"""What a second and a third worker bring where hosts are slow to answer: pages a second over the same hosts.

    python -m benchmarks.workers [--hosts 150] [--answer 3.0] [--at-once 4] [--seconds 45] [--most 3]

Real workers, PostgreSQL and HTTP; each host answers after --answer seconds, and each worker asks --at-once hosts at a
time, so that waiting is the bound and not the processor. The last columns say how often a host was asked twice at once.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from tests.fleet import Fleet, FleetSite
from tests.postgres import PostgresServer


def wait_for_start(fleet: Fleet) -> None:
    """Until every worker says that it works."""
    logs = [fleet.folder / f"worker-{number}.log" for number in range(1, fleet.started + 1)]
    while not all("gates at a time" in log.read_text() for log in logs):
        time.sleep(0.2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("hosts", 150), ("at-once", 4), ("most", 3)):
        parser.add_argument(f"--{name}", type=int, default=default)
    for name, seconds in (("answer", 3.0), ("seconds", 45.0)):
        parser.add_argument(f"--{name}", type=float, default=seconds)
    asked = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="visitwatch-workers-") as folder,
        PostgresServer() as server,
        FleetSite() as site,
    ):
        fleet = Fleet(Path(folder), server, site, asked.hosts, at_once=asked.at_once)
        fleet.prepare()
        fleet.start()
        try:
            fleet.settle(fleet.make_due(), within=1200)  # first versions cost the processor; not what is measured
            site.answer_after = asked.answer
            print(f"{'workers':>7} {'pages':>6} {'pages/s':>8} {'times one':>9} {'overlaps':>8}")
            alone = 0.0
            for count in range(1, asked.most + 1):
                while len(fleet.workers) < count:
                    fleet.start()
                wait_for_start(fleet)
                time.sleep(2 * asked.answer)  # what is under way from before ends
                fleet.make_due()
                time.sleep(2 * asked.answer)  # until all are at work
                before, began = site.pages, time.monotonic()
                while time.monotonic() - began < asked.seconds:
                    time.sleep(asked.seconds / 9)
                    fleet.make_due()
                rate = (site.pages - before) / (time.monotonic() - began)
                alone = alone or rate
                print(
                    f"{count:7} {site.pages - before:6} {rate:8.2f} {rate / alone:9.2f} {site.overlaps():8}", flush=True
                )
            fleet.stop()
        finally:
            for worker in fleet.workers:
                worker.kill()
                worker.wait()


if __name__ == "__main__":
    main()
