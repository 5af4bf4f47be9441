"""Pages that are made to hurt whoever reads them: bodies with what a check of each must come to."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import cache

from monitors.records import CheckOutcome, Quality
from tests.site import HTML, Reply

RULE = "Visits in person are held on Saturdays from 9 a.m. to 3 p.m. at door nine of the jail."
TEXT = f"<h1>Visiting</h1><p>{RULE}</p><p>Each visit lasts 30 minutes, and two adults may come to each visit.</p>"
FIRST, BLOCKED = CheckOutcome.FIRST, CheckOutcome.BLOCKED
FAILED = CheckOutcome.FAILED


@dataclass(frozen=True)
class Hostile:
    """name: as in docs/bad-inputs.md; told: what the check may come to; holds: what its text must hold where it is
    kept; mailed: also seen a second time, with other words, and told."""

    name: str
    body: bytes
    told: tuple[CheckOutcome, ...] = (FIRST,)
    quality: tuple[Quality, ...] = ()
    holds: str = RULE
    media_type: str = HTML
    mailed: bool = False

    def reply(self) -> Reply:
        return Reply(self.body, media_type=self.media_type)


def _page(*parts: str, head: str = "<title>Visiting</title>") -> bytes:
    return f"<html><head>{head}</head><body>{''.join(parts)}</body></html>".encode("utf-8", "surrogatepass")


def _zip() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "x" * 100_000)
    return held.getvalue()


def _pdf(objects: str, root: str = "1 0 R") -> bytes:
    """A PDF without a cross-reference table, as a broken one comes: readers rebuild it."""
    return f"%PDF-1.7\n{objects}\ntrailer << /Root {root} /Size 99 >>\n%%EOF\n".encode("latin-1")


PAGES_LOOP = (
    "1 0 obj << /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >> endobj\n"
    "2 0 obj << /Type /Pages /Kids [2 0 R 2 0 R] /Count 9999999 /Parent 2 0 R >> endobj"
)
CHALLENGE = (
    "<title>Just a moment...</title><body><h1>Checking your browser before accessing the site.</h1>"
    "<div class=cf-turnstile></div><p>Enable JavaScript and cookies to continue</p></body>"
)


@cache
def hostile() -> tuple[Hostile, ...]:
    extract_failed, no_text = (Quality.EXTRACT_FAILED,), (Quality.EXTRACT_FAILED, Quality.NO_TEXT, Quality.EMPTY)
    return (
        Hostile("wrong charset", TEXT.encode("utf-8") + "<p>Señor “Niño” – 9 €</p>".encode("cp1252"), media_type=HTML),
        Hostile("utf-16 without a mark", _page(TEXT).decode().encode("utf-16-le"), (FIRST, BLOCKED), holds=""),
        Hostile("mixed bytes", _page(TEXT)[:-14] + bytes(range(256)) + b"</body></html>", (FIRST, BLOCKED)),
        Hostile("lone surrogates", _page(TEXT, "<p>&#xD800; &#55357; \ud83d</p>"), mailed=True),
        Hostile("nul bytes", _page(TEXT, "<p>a\0b&#0;c</p>"), mailed=True),
        Hostile("100,000 nested div", _page(TEXT, "<div>" * 100_000)),
        Hostile("100,000 p", _page(TEXT, "<p>w" * 100_000), (FIRST, BLOCKED)),
        Hostile("40,000 attributes", _page(f"<p {'x=y ' * 40_000}>{RULE}</p>", TEXT)),
        Hostile("60,000 links", _page(TEXT, "<a href=/x>y</a>" * 60_000), (FIRST, BLOCKED)),
        Hostile("3,000 nested tables", _page("<table><tr><td>" * 3000, TEXT), (FIRST, BLOCKED)),
        Hostile("1.8 MB unclosed", _page(TEXT, "<b><i>" * 300_000)),
        Hostile("1 MB on one line", _page(TEXT, "<p>", "word " * 200_000, "</p>")),
        Hostile("invisible characters", _page(TEXT, "<p>free\u200b of\u202e charge\u2066 exe.gnp</p>"), mailed=True),
        Hostile("script and handlers", _page(TEXT, "<script>alert(1)</script><img onerror=alert(2)>"), mailed=True),
        Hostile("double encoding", _page(TEXT, "<p>&lt;a href=//evil.test&gt;Log in&lt;/a&gt;</p>"), mailed=True),
        Hostile("templates", _page(TEXT, head="<title>{{7*7}} ${7*7} {% raw %} %(x)s {0}</title>"), mailed=True),
        Hostile("log lines", _page(TEXT, head="<title>a\r\nERROR forged &#13;&#10;\x1b[31mred</title>"), mailed=True),
        Hostile("binary as html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 50, (BLOCKED, FAILED), holds=""),
        Hostile("zip as html", _zip(), (BLOCKED, FAILED), holds=""),
        Hostile("pdf as html, pages in a ring", _pdf(PAGES_LOOP), (BLOCKED,), no_text, ""),
        Hostile("pdf cut off", _pdf(PAGES_LOOP)[:60], (BLOCKED,), extract_failed, "", "application/pdf"),
        Hostile("pdf of rubbish", b"%PDF-1.4\n" + b"<<" * 200_000, (BLOCKED,), extract_failed, "", "application/pdf"),
        Hostile("empty", b"", (BLOCKED, FAILED), holds=""),
        Hostile("only blanks", b" \r\n\t" * 1000, (BLOCKED, FAILED), holds=""),
        Hostile("soft 404", _page("<h1>404 Not Found</h1><p>The page cannot be found.</p>"), (BLOCKED,), holds=""),
        Hostile("access denied", _page("<h1>Access Denied</h1><p>Reference #18.2f</p>"), (BLOCKED,), holds=""),
        Hostile("challenge", CHALLENGE.encode(), (BLOCKED,), holds=""),
        Hostile("json nested 100,000 deep", b"[" * 100_000, (BLOCKED, FAILED, FIRST), (), "", "application/json"),
        Hostile("entities nested", b'<!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b "&a;">]>' + _page(TEXT, "&a;")),
        Hostile("files by entity", b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + _page(TEXT, "&a;")),
    )  # fmt: skip
