"""Word documents: whatever part or wrapping holds a rule, a reader sees it, and what he does not see is no text."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document as open_docx

from monitors.extract import extract
from monitors.records import SegmentKind
from tests.unit.text.reading import URL

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
REFERS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def field(instruction: str, result: str) -> str:
    kinds = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{kinds[0]}<w:r><w:instrText> {instruction} </w:instrText></w:r>{kinds[1]}{run(result)}{kinds[2]}"


def word(body: str, footnotes: str = "") -> bytes:
    """A document whose body is this XML."""
    plain = io.BytesIO()
    open_docx().save(plain)
    out = io.BytesIO()
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = f"<w:document {SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>".encode()
            elif name == "[Content_Types].xml" and footnotes:
                entry = f'<Override PartName="/word/footnotes.xml" ContentType="{NOTES}"/></Types>'
                data = data.replace(b"</Types>", entry.encode())
            elif name == "word/_rels/document.xml.rels" and footnotes:
                entry = f'<Relationship Id="rId99" Type="{REFERS}" Target="footnotes.xml"/></Relationships>'
                data = data.replace(b"</Relationships>", entry.encode())
            new.writestr(name, data)
        if footnotes:
            new.writestr("word/footnotes.xml", f"<w:footnotes {SPACES}>{footnotes}</w:footnotes>")
    return out.getvalue()


def texts(body: bytes) -> list[str]:
    return [segment.text for segment in extract(body, "", URL).segments]


def test_a_footnote_stands_below_what_refers_to_it() -> None:
    body = p(run("Each visit lasts 30 minutes."), '<w:r><w:footnoteReference w:id="2"/></w:r>') + p(run("Bring ID."))
    notes = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>' + (
        f'<w:footnote w:id="2">{p(run("In segregation 15 minutes."))}</w:footnote>'
    )
    assert texts(word(body, notes)) == ["Each visit lasts 30 minutes.", "In segregation 15 minutes.", "Bring ID."]
    assert extract(word(body, "<w:open>"), "", URL).verdict.rule == "docx_broken"


def test_fields_to_fill_in_are_read_as_blocks_and_as_cells() -> None:
    block = f"<w:sdt><w:sdtContent>{p(run('Visits last 30 minutes.'))}</w:sdtContent></w:sdt>"
    row = cell(p(run("Video visit"))) + f"<w:sdt><w:sdtContent>{cell(p(run('$5')))}</w:sdtContent></w:sdt>"
    assert texts(word(block + table(row))) == ["Visits last 30 minutes.", "Video visit | $5"]


def test_a_text_box_is_read_once_and_its_table_as_rows() -> None:
    box = f"<w:txbxContent>{p(run('Visits are suspended.'))}</w:txbxContent>"
    twice = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    rows = f"<w:txbxContent>{table(cell(p(run('Fee'))) + cell(p(run('$5'))))}</w:txbxContent>"
    assert texts(word(p(twice) + p(f"<w:r><w:pict><v:textbox>{rows}</v:textbox></w:pict></w:r>"))) == [
        "Visits are suspended.",
        "Fee | $5",
    ]


def test_text_that_moved_is_read_where_it_went_and_hidden_text_is_not_read() -> None:
    moved = run("Video visits are free.")
    body = (
        p(f'<w:moveFrom w:id="5" w:author="x">{moved}</w:moveFrom>')
        + p(run("Bring ID."))
        + p(f'<w:moveTo w:id="6" w:author="x">{moved}</w:moveTo>')
        + p(run("No visits on Sunday.", "<w:vanish/>"))
        + p(run("Visits on Friday.", '<w:vanish w:val="0"/>'))
    )
    assert texts(word(body)) == ["Bring ID.", "Video visits are free.", "Visits on Friday."]


def test_what_word_fills_in_anew_at_each_opening_is_no_text() -> None:
    body = p(run("Page "), field("PAGE", "2"), run(" of the rules")) + p(
        run("Fee: "), field("DOCPROPERTY Fee", "$5"), '<w:fldSimple w:instr=" DATE ">' + run("May 3") + "</w:fldSimple>"
    )
    assert texts(word(body)) == ["Page of the rules", "Fee: $5"]


def test_cells_that_span_are_filled_in_and_tables_in_cells_are_rows_of_their_own() -> None:
    restart, goes_on, two = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    nested = table(cell(p(run("Lobby"))) + cell(p(run("$7"))))
    body = table(
        cell(p(run("A"))) + cell(p(run("9-11")), restart) + cell(p()),
        cell(p(run("B"))) + cell(p(), goes_on) + cell(nested + p()),
        cell(p(run("C"))) + cell(p(run("1-3")), two),
        cell(p(run("D", "<w:strike/>"))) + cell(p()) + cell(p()),
    )
    assert texts(word(body)) == ["A | 9-11 |", "B | 9-11 |", "Lobby | $7", "C | 1-3 | 1-3", "~~D~~ | |"]


def test_boxes_of_picture_fonts_say_whether_they_are_ticked() -> None:
    body = "".join(
        p(f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>', run(" In-person visits"))
        for code in ("F0FE", "F0A8")
    )
    assert texts(word(body)) == ["☑ In-person visits", "☐ In-person visits"]


@pytest.mark.parametrize("kind", ["first", "even", "default"])
def test_heads_of_first_and_even_pages_are_read(kind: str) -> None:
    document = open_docx()
    section = document.sections[0]
    section.different_first_page_header_footer = kind == "first"
    document.settings.odd_and_even_pages_header_footer = kind == "even"
    head = {"first": section.first_page_header, "even": section.even_page_header, "default": section.header}[kind]
    head.paragraphs[0].text = "Visits are suspended."
    document.add_paragraph("Bring ID.")
    document.add_section()
    out = io.BytesIO()
    document.save(out)
    found = extract(out.getvalue(), "", URL).segments
    assert [(s.kind, s.text) for s in found] == [
        (SegmentKind.TEXT, "Visits are suspended."),
        (SegmentKind.TEXT, "Bring ID."),
    ]
