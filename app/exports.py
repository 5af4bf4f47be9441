"""`visitwatch changes export --cases` and `--package`: what to take away in one piece."""

from __future__ import annotations

import os
from pathlib import Path

from alerts.wording import count_words
from app.config import ConfigError
from app.installation import installation, utc_now
from app.output import complain, out, print_json, safe
from monitors.records import ReviewState
from storage.changes import ChangeQuery
from web.takeaway import judged_cases, write_package


def export_cases(path: Path) -> int:
    """Print each judged change as a labelled case, one a line; disputed ones are counted and left out."""
    with installation(path, synchronise=False) as here:
        for case in judged_cases(here.store):
            print_json(case)
        disputed = here.store.facets(ChangeQuery(reviews=(ReviewState.DISPUTED,)))["total"][""]
    if disputed:
        complain([f"{disputed} disputed changes are left out: their judges have to agree first"])
    return 0


def export_package(path: Path, file: Path | None, wanted: ChangeQuery) -> int:
    """Write the data package; under its name only when it is whole."""
    assert file is not None
    if not file.parent.is_dir():
        raise ConfigError([f"{file.parent}: no such folder; make it first"])
    partial = file.with_name(f".{file.name}.{os.getpid()}.partial")
    with installation(path, synchronise=False) as here:
        here.must_know(wanted.monitors)
        try:
            with partial.open("wb") as into:
                counts = write_package(here.store, wanted, into, utc_now())
            partial.replace(file)
        except OSError as error:
            raise ConfigError([f"{file}: can't be written: {error.strerror or error}"]) from None
        finally:
            partial.unlink(missing_ok=True)
    out.print(
        f"{safe(file)}: " + ", ".join(count_words(count, name.removesuffix("s")) for name, count in counts.items())
    )
    return 0
