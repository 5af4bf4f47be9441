"""Text recognition for scans: pages rendered with PDFium, words read by the program tesseract.

Runs in the extraction child, under its limits: no file is written, tesseract gets the picture on stdin and answers on
stdout. tesseract inherits the child's limits of memory and files, and its time is limited by the document's and by
processor seconds a page, so that it ends even where the child is killed.
"""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import version
from typing import Any

from monitors.extract import Document
from monitors.extract.scan import scan_document
from monitors.records import Quality, Verdict

PROGRAM = "tesseract"
LANGUAGE = "eng"
DPI = 200  # at 150, two scans of one page agreed on 79 % of the words of prose when measured, at 200 on 96 %
MOST_PAGES = 60
MOST_PIXELS = 12_000_000  # a page; A3 at 200 dpi has 7.7 million. Larger ones are rendered smaller
PAGE_SECONDS = 60  # of processor time; a page of letters takes 1 to 4
OPTIONS = f"{LANGUAGE}, {DPI} dpi"
ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}


class _Unread(Exception):
    """Why a scan could not be recognised."""

    def __init__(self, quality: Quality, rule: str, detail: str) -> None:
        super().__init__(detail)
        self.verdict = Verdict(quality, rule, detail)


def recognise(body: bytes, limit: float, program: str = PROGRAM) -> Document:
    """The Document of a scanned PDF. limit: seconds of wall time for all of it.

    Never raises for what the body holds: the verdict says why there is no text. A scan is read whole or not at all,
    since half a text would make the other half a change.
    """
    engine = ""
    try:
        engine = _engine(program)
        stamp = f"{engine}; pypdfium2 {version('pypdfium2')}"
        return scan_document(list(_pages(body, time.monotonic() + limit, program)), stamp, OPTIONS)
    except _Unread as unread:
        return scan_document((), engine, OPTIONS, unread.verdict)


@lru_cache(maxsize=4)
def _engine(program: str) -> str:
    """The program's name and version, "tesseract 5.3.0"."""
    try:
        said = subprocess.run([program, "--version"], capture_output=True, check=True, env=ENVIRONMENT, timeout=30)
    except (OSError, subprocess.SubprocessError):
        raise _Unread(
            Quality.NO_TEXT,
            "ocr_missing",
            "a scan, and tesseract, which would read it, is not there: apt install tesseract-ocr",
        ) from None
    lines = (said.stdout or said.stderr).decode("utf-8", "replace").splitlines()
    return lines[0].strip() if lines else program


def _pages(body: bytes, deadline: float, program: str) -> Iterator[str]:
    """tesseract's TSV of each page."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document: Any = PdfDocument(body)  # type: ignore[no-untyped-call]
        try:
            if len(document) > MOST_PAGES:
                raise _Unread(
                    Quality.NO_TEXT, "ocr_too_long", f"a scan of {len(document)} pages; up to {MOST_PAGES} are read"
                )
            for page in document:
                yield _words(_picture(page), deadline - time.monotonic(), program)
        finally:
            document.close()
    except PdfiumError as error:
        raise _Unread(Quality.EXTRACT_FAILED, "pdf_broken", str(error)[:200]) from None


def _picture(page: Any) -> bytes:
    """The page in grey, as a PGM file."""
    width, height = page.get_size()
    dots = DPI / 72
    scale = min(dots, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    rows = memoryview(bitmap.buffer).cast("B")
    pixels = b"".join(rows[y * bitmap.stride : y * bitmap.stride + bitmap.width] for y in range(bitmap.height))
    return b"P5 %d %d 255\n%s" % (bitmap.width, bitmap.height, pixels)


def _words(picture: bytes, seconds: float, program: str) -> str:
    """What tesseract reads on a picture, as TSV."""
    command = [program, "stdin", "stdout", "--dpi", str(DPI), "-l", LANGUAGE, "tsv"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=ENVIRONMENT) as process:
        resource.prlimit(process.pid, resource.RLIMIT_CPU, (PAGE_SECONDS, PAGE_SECONDS))
        try:
            out, err = process.communicate(picture, timeout=max(seconds, 0.0))
        except subprocess.TimeoutExpired:
            process.kill()
            raise _Unread(
                Quality.EXTRACT_FAILED, "ocr_time_limit", "the scan took longer to read than ocr_limit allows"
            ) from None
    if process.returncode != 0:
        said = err.decode("utf-8", "replace").strip().splitlines()
        detail = said[-1][:200] if said else f"tesseract ended with code {process.returncode}"
        raise _Unread(Quality.EXTRACT_FAILED, "ocr_failed", detail)
    return out.decode("utf-8", "replace")
