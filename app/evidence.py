"""`visitwatch evidence CHANGE`: one change with all that proves it, in one file that others can check without us.

archive/captures.warc.gz, indexes/, pages/      both captures; opens in a web archive player (WACZ)
README.html                                      what changed, and how to check this file by hand
check.sh                                         the same checks as a script: printf, sha256sum, grep, openssl
before.txt after.txt                             the text as readers saw it
diff.txt                                         what differs in all text of the page, menus and footers too
before.body after.body                           the bytes as they came
before.capture after.capture                     how they came        } their SHA-256 stand in chain.tsv,
before.version after.version                     the text in full      } in the line of the check that brought them
chain.tsv                                        every check of the monitor up to the root, each linked to the last;
                                                 of folded ones a link without a line
root.txt root.sig root.tsr public-key.pem        the root of that day, its signature and time stamp
"""

from __future__ import annotations

import json
import os
from difflib import unified_diff
from io import BytesIO
from pathlib import Path
from typing import IO

import click

from alerts.wording import count_words
from app.config import ConfigError
from app.evidence_case import Case, Side, gather
from app.evidence_page import check_script, evidence_page
from app.history import change_json
from app.installation import installation
from app.output import out, safe
from app.wacz import write_wacz
from app.warc import CaptureFile, Placed


@click.command("evidence", help="Write one change with all that proves it: captures as WARC, texts, diff, chain, root.")
@click.argument("change_id", type=int)
@click.option("--output", "-o", "file", type=click.Path(path_type=Path), help="evidence-CHANGE.wacz by default.")
@click.pass_obj
def evidence_command(path: Path, /, change_id: int, file: Path | None) -> int:
    target = file or Path(f"evidence-{change_id}.wacz")
    if not target.parent.is_dir():
        raise ConfigError([f"{target.parent}: no such folder; make it first"])
    with installation(path, synchronise=False) as here:
        case = gather(here, change_id)
        partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
        try:
            with partial.open("wb") as into:
                write_evidence(case, into)
            partial.replace(target)
        except OSError as error:
            raise ConfigError([f"{target}: can't be written: {error.strerror or error}"]) from None
        finally:
            partial.unlink(missing_ok=True)
    _say(case, target)
    return 0


def write_evidence(case: Case, into: IO[bytes]) -> None:
    warc = BytesIO()
    captures = CaptureFile(warc, f"change-{case.row.change.id}.warc.gz", case.made)
    placed: list[Placed] = [captures.add(side.proof.info, side.body) for side in case.sides]
    title = case.row.change.reading.headline or f"Change {case.row.change.id}"
    write_wacz(into, warc.getvalue(), placed, _files(case), title, case.made)


def _files(case: Case) -> dict[str, bytes]:
    row = case.row
    files = {
        "README.html": evidence_page(case).encode(),
        "check.sh": check_script(case).encode(),
        "change.json": json.dumps(change_json(row), ensure_ascii=False, indent=1).encode() + b"\n",
        "chain.tsv": "".join(f"{number}\t{link}\t{line}\n" for number, line, link in case.lines).encode(),
    }
    for side in case.sides:
        files[f"{side.name}.txt"] = side.version.text.encode() + b"\n"
        files[f"{side.name}.body"] = side.body
        files[f"{side.name}.capture"] = side.proof.capture.encode()
        files[f"{side.name}.version"] = side.proof.text.encode()
    if len(case.sides) == 2:
        files["diff.txt"] = _diff(*case.sides).encode()
    if case.root is not None:
        files["root.txt"] = case.root_text.encode()
        kept = {"root.sig": case.root.signature, "root.tsr": case.root.stamp, "public-key.pem": case.public_key}
        files |= {name: data for name, data in kept.items() if data}
    return files


def _diff(before: Side, after: Side) -> str:
    """Segment by segment: what a reader's view leaves out may be all that changed."""
    old, new = ([segment.text for segment in side.version.segments] for side in (before, after))
    was, now = before.version.at.isoformat(), after.version.at.isoformat()
    lines = unified_diff(old, new, "before", "after", was, now, lineterm="")
    return "".join(f"{line}\n" for line in lines)


def _say(case: Case, target: Path) -> None:
    captures = count_words(len(case.sides), "capture")
    checks = count_words(sum(bool(line) for _, line, _ in case.lines), "check")
    out.print(f"{safe(target)}: {captures}, {checks} linked", end="")
    if case.root is None:
        out.print("; no root covers this change yet, tomorrow's first round makes one")
        return
    stamped = f", stamped by {case.root.stamped_by}" if case.root.stamp else ""
    signed = ", signed" if case.root.signature else ""
    out.print(safe(f", root of {case.root.day.isoformat()}{signed}{stamped}"))
