"""PDF, DOCX, feeds, JSON, plain text, encodings, and bodies that are not what the server says."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document as open_docx
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, SimpleDocTemplate, Table

from monitors.diff import compare
from monitors.extract import extract
from monitors.extract.decode import decode
from monitors.records import Grade, Quality, SegmentKind
from tests.unit.text.reading import URL

RULE = (
    "Visitors must arrive {} minutes before the scheduled start of the visit and show a government-issued photo "
    "identification card to the officer at the desk."
)


def pdf(stories: list[Flowable], columns: int = 1) -> bytes:
    out = io.BytesIO()
    if columns == 1:
        SimpleDocTemplate(out, pagesize=letter, invariant=1).build(stories)
        return out.getvalue()
    template = BaseDocTemplate(out, pagesize=letter, invariant=1)
    width = template.width / columns - 6
    frames = [
        Frame(template.leftMargin + n * (width + 12), template.bottomMargin, width, template.height)
        for n in range(columns)
    ]
    template.addPageTemplates(PageTemplate(frames=frames))
    template.build(stories)
    return out.getvalue()


def drawn(lines: list[tuple[float, float, str]], **options: object) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, **options)
    for left, up, text in lines:
        canvas.drawString(left, up, text)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def rules(minutes: int = 15) -> list[Flowable]:
    styles = getSampleStyleSheet()
    table = Table([["Unit", "Day", "Time"], ["Unit A", "Monday", "8:00 AM - 10:00 AM"]])
    body = [Paragraph(RULE.format(minutes if n == 7 else 20 + n), styles["BodyText"]) for n in range(24)]
    return [Paragraph("Visitation Policy", styles["Heading1"]), *body, table]


@pytest.mark.parametrize("columns", [1, 2])
def test_pdf_paragraphs_and_table_rows_are_whole(columns: int) -> None:
    found = extract(pdf(rules(), columns), "text/html", URL)
    texts = [segment.text for segment in found.segments]
    assert found.verdict.ok
    assert found.media_type == "application/pdf"
    assert [segment.text for segment in found.segments if segment.kind is SegmentKind.HEADING] == ["Visitation Policy"]
    assert all(RULE.format(15 if n == 7 else 20 + n) in texts for n in range(24))
    assert texts[-2:] == ["Unit | Day | Time", "Unit A | Monday | 8:00 AM - 10:00 AM"]


def test_one_edit_in_a_pdf_is_one_passage() -> None:
    before, after = (extract(pdf(rules(minutes), 2), "", URL).segments for minutes in (15, 95))
    (passage,) = compare(before, after).passages
    assert "arrive 15 minutes" in passage.before
    assert "arrive 95 minutes" in passage.after


def test_a_pdf_drawn_across_its_columns_is_read_down_them() -> None:
    left = [
        "Visits are held on Saturday mornings in",
        "the lobby of the main jail, and children",
        "come with an adult at all times.",
    ]
    right = [
        "Mail is opened by staff at the desk and",
        "checked for money, drugs and weapons, and",
        "then handed out on the next day.",
    ]
    lines = [(x, 700 - 12 * n, side[n]) for n in range(3) for x, side in ((72.0, left), (330.0, right))]
    texts = [segment.text for segment in extract(drawn(lines), "", URL).segments]
    assert texts == [" ".join(left), " ".join(right)]


def test_hyphens_at_line_ends_are_healed() -> None:
    lines = [
        (72.0, 700.0, "All visita-"),
        (72.0, 688.0, "tion is in-"),
        (72.0, 676.0, "person on visitation days and lasts long."),
    ]
    (segment,) = extract(drawn(lines), "", URL).segments
    assert segment.text == "All visitation is in-person on visitation days and lasts long."


def test_a_scan_an_empty_and_a_locked_file_are_stated() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    picture = io.BytesIO()
    from PIL import Image

    Image.new("L", (200, 200), 128).save(picture, "PNG")
    picture.seek(0)
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(picture), 50, 50, 400, 600)
    canvas.save()
    assert extract(out.getvalue(), "", URL).verdict.rule == "pdf_scan"
    assert extract(drawn([]), "", URL).verdict.rule == "pdf_empty"
    from reportlab.lib.pdfencrypt import StandardEncryption

    locked = drawn([(72.0, 700.0, "Secret rules of visiting")], encrypt=StandardEncryption("word", "owner"))
    assert extract(locked, "", URL).verdict.rule == "pdf_encrypted"


def docx(strike: bool = False) -> bytes:
    document = open_docx()
    document.sections[0].header.paragraphs[0].text = "Talbot Fork Sheriff"
    document.add_heading("Visiting", 1)
    paragraph = document.add_paragraph("Visits are ")
    paragraph.add_run("open").font.strike = strike
    paragraph.add_run(" on Friday.")
    document.add_paragraph("Bring photo ID", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Unit A", "Monday"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_docx_has_headings_items_rows_and_struck_text() -> None:
    found = extract(docx(strike=True), "application/octet-stream", URL)
    assert [(s.kind, s.heading, s.text) for s in found.segments] == [
        (SegmentKind.TEXT, (), "Talbot Fork Sheriff"),
        (SegmentKind.HEADING, (), "Visiting"),
        (SegmentKind.TEXT, ("Visiting",), "Visits are ~~open~~ on Friday."),
        (SegmentKind.ITEM, ("Visiting",), "Bring photo ID"),
        (SegmentKind.ROW, ("Visiting",), "Unit A | Monday"),
    ]


def test_striking_text_in_docx_is_a_change() -> None:
    before, after = (extract(docx(strike), "", URL).segments for strike in (False, True))
    assert compare(before, after).grade is Grade.HIGH


def test_broken_and_huge_archives_are_stated() -> None:
    assert extract(b"PK\x03\x04 word/ and nothing more", "", URL).verdict.rule == "docx_broken"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 100_000_001)
    assert extract(out.getvalue(), "", URL).verdict.rule == "docx_too_large"


def test_feed_items_stand_under_their_titles() -> None:
    feed = (
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss version="2.0"><channel>'
        "<title>News</title><item><title>Visits &amp; rules</title><description>&lt;p&gt;In-person visits return."
        "&lt;/p&gt;&lt;p&gt;Bring ID.&lt;/p&gt;</description></item></channel></rss>"
    )
    found = extract(feed.encode(), "text/html", URL)
    assert [(s.heading, s.text) for s in found.segments] == [
        ((), "News"),
        ((), "Visits & rules"),
        (("Visits & rules",), "In-person visits return."),
        (("Visits & rules",), "Bring ID."),
    ]
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry><title>T</title>'
        "<summary>Visits end soon.</summary></entry></feed>"
    )
    assert extract(atom.encode(), "", URL).segments[-1].text == "Visits end soon."
    assert extract(b"<?xml version='1.0'?><note>x</note>", "", URL).verdict.rule == "not_a_feed"


def test_json_gives_its_sentences() -> None:
    found = extract(b'{"body": "<p>In-person visits end in May.</p>", "id": "a81f03c2"}', "application/json", URL)
    assert [segment.text for segment in found.segments] == ["In-person visits end in May."]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "image/png"),
        (b"GIF89a" + bytes(60), "image/gif"),
        (b"PK\x03\x04" + bytes(60), "application/zip"),
        (b"\xd0\xcf\x11\xe0" + bytes(60), "application/msword"),
        (bytes(range(256)) * 2000, "application/octet-stream"),
    ],
)
def test_binary_served_as_html_is_binary(body: bytes, kind: str) -> None:
    found = extract(body, "text/html; charset=utf-8", URL)
    assert (found.verdict.quality, found.verdict.detail, found.segments) == (Quality.BINARY, kind, ())


def test_pdf_served_as_html_is_read_and_a_broken_one_stated() -> None:
    assert extract(pdf(rules()), "text/html", URL).verdict.ok
    verdict = extract(b"%PDF-1.7 and then nothing", "text/html", URL).verdict
    assert (verdict.quality, verdict.rule) == (Quality.EXTRACT_FAILED, "pdf_broken")


def test_nothing_is_empty() -> None:
    assert extract(b"", "text/html", URL).verdict.quality is Quality.EMPTY
    assert extract(b" \n ", "text/html", URL).verdict.quality is Quality.EMPTY
    assert extract(b"<html><body></body></html>", "text/html", URL).verdict.quality is Quality.NO_TEXT


WORDS = "Visitas los sábados – “día”"


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (WORDS.encode(), ""),
        (WORDS.encode(), "text/html; charset=utf-8"),
        (WORDS.encode("cp1252"), "text/html; charset=ISO-8859-1"),
        (WORDS.encode("cp1252"), 'text/html; charset="windows-1252"'),
        (b"<meta charset=windows-1252>" + WORDS.encode("cp1252"), "text/html"),
        (b'<meta http-equiv=Content-Type content="text/html; charset=cp1252">' + WORDS.encode("cp1252"), "text/html"),
        (b"\xef\xbb\xbf" + WORDS.encode(), "text/html; charset=iso-8859-1"),
        (b"\xff\xfe" + WORDS.encode("utf-16-le"), "text/html; charset=utf-8"),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), ""),
        (WORDS.encode("utf-16-le"), ""),
        (WORDS.encode(), "text/html; charset=utf-16"),
        (WORDS.encode(), "text/html; charset=nonsense"),
        (WORDS.encode("cp1252"), "text/html; charset=utf-8"),
        (WORDS.encode() + b" \x93caf\xe9\x94", "text/html; charset=utf-8"),
    ],
)
def test_encodings(body: bytes, media_type: str) -> None:
    assert WORDS in decode(body, media_type)


def test_stray_windows_bytes_in_utf8_become_their_characters() -> None:
    body = "Los sábados hay visitas ".encode() + b"\x93en el caf\xe9\x94"
    assert decode(body, "text/html; charset=utf-8") == "Los sábados hay visitas “en el café”"


def test_unsafe_and_wrong_labels_are_not_believed() -> None:
    assert decode(b"+ADw-script+AD4-", "text/html; charset=utf-7") == "+ADw-script+AD4-"
    assert "\x00" not in decode(b"a\x00b", "")
