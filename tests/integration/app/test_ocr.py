"""Real scans, made here, read by Debian's tesseract in the extraction child, and rounds over them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image, ImageFilter
from pypdfium2 import PdfDocument
from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from alerts.settings import MailSettings
from app import ocr
from app.check import RoundRequest
from app.check_command import run_round
from app.cli import cli
from app.config import Config, RoundSettings, WebSettings
from app.config_schema import ScheduleSection
from app.extraction import Extraction
from app.installation import Installation
from app.ocr import recognise
from app.results import Seen
from crawler.loop import run
from crawler.settings import CrawlSettings
from monitors.extract import Document
from monitors.records import CheckOutcome, Grade, Monitor, Quality, SegmentKind, Source, SourceKind, Subscription
from storage.store import open_store
from tests.site import Reply, Site

LINES = (
    "In-person visits are held on Saturday and Sunday from 9:00 a.m. to 3:00 p.m.",
    "Visitors must arrive 30 minutes early and show a photo identification card.",
    "Lockers for coats and bags stand beside the door of the main building.",
)
OCR = timedelta(minutes=2)


def scan(lines: tuple[str, ...] = LINES, *, turned: float = 0.0, blur: float = 0.4, pages: int = 1) -> bytes:
    """A PDF of pictures: text and a row of a table, rendered at 150 dpi, a little turned and blurred."""
    paper = io.BytesIO()
    canvas = Canvas(paper, pagesize=letter)
    for n, line in enumerate(lines):
        canvas.drawString(72, 700 - 30 * n, line)
    canvas.drawString(72, 500, "Unit A")
    canvas.drawString(250, 500, "Monday")
    canvas.save()
    sheet = PdfDocument(paper.getvalue())[0].render(scale=150 / 72, grayscale=True).to_pil()
    sheet = sheet.rotate(turned, resample=Image.Resampling.BICUBIC, fillcolor=255)
    picture = ImageReader(sheet.filter(ImageFilter.GaussianBlur(blur)))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    for _ in range(pages):
        canvas.drawImage(picture, 0, 0, *letter)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def extracted(body: bytes, recognition: timedelta | None) -> Document:
    async def ask() -> Document:
        async with Extraction(timedelta(seconds=10), children=1, ocr=recognition) as extraction:
            return await extraction.extract(body, "application/pdf", "https://jail.example/rules.pdf")

    return run(ask)


def test_a_scan_is_read_under_the_limits_of_the_child() -> None:
    found = extracted(scan(), OCR)
    texts = [segment.text for segment in found.segments]
    assert found.verdict.ok
    assert all(line in texts for line in LINES)
    assert [segment.text for segment in found.segments if segment.kind is SegmentKind.ROW] == ["Unit A | Monday"]
    assert found.extractor.name == "scan"
    assert "tesseract " in found.extractor.version
    assert found.extractor.options == "eng, 200 dpi"


def test_without_ocr_a_scan_is_a_stated_condition() -> None:
    verdict = extracted(scan(), None).verdict
    assert (verdict.quality, verdict.rule) == (Quality.NO_TEXT, "pdf_scan")


def test_where_tesseract_is_missing_the_verdict_says_what_to_install() -> None:
    verdict = recognise(scan(), 60, program="no-such-tesseract").verdict
    assert (verdict.quality, verdict.rule) == (Quality.NO_TEXT, "ocr_missing")
    assert "apt install tesseract-ocr" in verdict.detail


def test_a_scan_is_read_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    assert recognise(scan(), 0).verdict.rule == "ocr_time_limit"
    monkeypatch.setattr(ocr, "MOST_PAGES", 1)
    verdict = recognise(scan(pages=2), 60).verdict
    assert (verdict.quality, verdict.rule) == (Quality.NO_TEXT, "ocr_too_long")
    monkeypatch.setattr(ocr, "LANGUAGE", "zzz")
    failed = recognise(scan(), 60)
    assert (failed.verdict.rule, failed.segments) == ("ocr_failed", ())


def test_a_page_the_size_of_a_wall_is_read_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "MOST_PIXELS", 250_000)
    head = ocr._picture(PdfDocument(scan())[0]).split(b"\n", 1)[0].split()
    assert 200_000 < int(head[1]) * int(head[2]) <= 252_000


def test_a_body_that_is_no_pdf_is_a_verdict() -> None:
    assert recognise(b"%PDF-1.7 nothing", 60).verdict.rule == "pdf_broken"


def test_extract_reads_a_scan_where_the_configuration_says_so(tmp_path: Path) -> None:
    (tmp_path / "rules.pdf").write_bytes(scan())
    (tmp_path / "config.toml").write_text("[extract]\nocr = true\n", encoding="utf-8")
    ask = ["--config", str(tmp_path / "config.toml"), "extract", str(tmp_path / "rules.pdf")]
    assert LINES[2] in CliRunner().invoke(cli, ask).output
    (tmp_path / "config.toml").write_text("", encoding="utf-8")
    assert "pdf_scan" in CliRunner().invoke(cli, ask).output


@pytest.fixture
def here(tmp_path: Path) -> Iterator[tuple[Installation, Site]]:
    with Site() as site, open_store(f"sqlite:///{tmp_path}/v.db", tmp_path / "bodies") as store:
        settings = RoundSettings(**ScheduleSection().model_dump(exclude={"interval"}), ocr=OCR)
        config = Config(
            path=tmp_path / "config.toml",
            store_url="",
            bodies=tmp_path / "bodies",
            crawl=CrawlSettings(
                delay=timedelta(0), autothrottle=False, allow_networks=("127.0.0.0/8",), allow_ports=(site.port,)
            ),
            mail=MailSettings(maildir=tmp_path / "mail"),
            web=WebSettings("127.0.0.1", 0),
            round=settings,
        )
        now = datetime(2026, 2, 1, tzinfo=UTC)
        source = Source("alder", "Alder County Jail", SourceKind.JAIL, "US-OH")
        store.add_monitors([source], [Monitor("m", "alder", site.url("/rules.pdf"))], now)
        store.add_subscription(Subscription(store.add_subscriber("you@example.org", "", now).id))
        yield Installation(config, store), site


def seen(installation: Installation, day: int) -> Seen:
    clock = iter(datetime(2026, 3, day, 9, tzinfo=UTC) + timedelta(seconds=n) for n in range(10_000))
    request = RoundRequest(run="here:1:test", everything=True)
    return run(lambda: run_round(installation, request, lambda: next(clock), lambda _: None)).seen[0]


def test_a_page_scanned_anew_is_unchanged_and_an_edit_is_told_with_its_label(here: tuple[Installation, Site]) -> None:
    installation, site = here
    edited = (LINES[0].replace("Saturday and Sunday", "Sunday"), *LINES[1:])
    bodies = [scan(), scan(turned=0.4, blur=0.8), scan(edited, turned=-0.3)]
    assert len(set(bodies)) == 3
    outcomes = []
    for day, body in enumerate(bodies, 1):
        site["/rules.pdf"] = Reply(body, media_type="application/pdf")
        last = seen(installation, day)
        outcomes.append(last.outcome)
    assert outcomes == [CheckOutcome.FIRST, CheckOutcome.UNCHANGED, CheckOutcome.CHANGED]
    assert last.alerted
    assert last.change is not None
    assert last.change.grade is Grade.HIGH
    assert last.change.reading.headline.endswith("(scanned, check by eye)")
    assert "check them by eye" in last.change.reading.why[0]
    assert len(last.change.passages) == 1
    without = replace(
        installation, config=replace(installation.config, round=replace(installation.config.round, ocr=None))
    )
    assert seen(without, 4).outcome is CheckOutcome.UNCHANGED  # the same bytes need no reading
