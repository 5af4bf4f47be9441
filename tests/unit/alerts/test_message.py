"""What a mail says, in both of its parts, and what its headers promise."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from html import unescape

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from alerts.gathered import Addressed, compose_gathered
from alerts.headers import message_bytes
from alerts.letter import compose_notice
from alerts.message import LARGEST_MESSAGE, compose, identity_for
from alerts.settings import MailSettings
from alerts.tokens import LEAVE, read_token
from monitors.places import PLACES, place_name
from monitors.records import (
    ChangeKind,
    Direction,
    Finding,
    Grade,
    Letter,
    LetterKind,
    Passage,
    PassageKind,
    Severity,
    Topic,
)
from tests.unit.alerts.samples import told
from tests.unit.alerts.test_headers import HOSTILE, PIECES

SETTINGS = MailSettings(
    sender="visitwatch <list@example.org>",
    list_id="list.example.org",
    base_url="https://vw.example",
    postal_address="Example Group, 1 Main Street, Columbus OH",
    secret="of this installation",
)
NOW = datetime(2026, 3, 4, 9, 13, tzinfo=UTC)
HEADERS = [
    "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress", "List-Id",
    "List-Archive", "List-Help", "Precedence", "List-Unsubscribe", "List-Unsubscribe-Post", "MIME-Version",
    "Content-Type",
]  # fmt: skip
STATED = [
    "Restrictive, major",
    "Video visit price up from $9.00 to $12.00",
    "Alder County Jail (Alder, Ohio)",
    "Visiting becomes harder, shorter, dearer or less direct.",
    "The words of the page changed between 3 March 2026 09:10 UTC and 4 March 2026 09:12 UTC",
    "About: prices, video visits from home.",
    "price of a video visit: was $9.00, is now $12.00",
    "What visits cost",
    "Removed: A video visit from home costs",
    "Added: A video visit from home costs",
    "Added: Refunds are not given.",
    "a price rose by more than a tenth",
    "https://alder.example/visiting",
    "https://vw.example/changes/7",
    "https://vw.example/versions/1",
    "https://vw.example/versions/2",
    "all topics; all places; severity minor and above",
    "https://vw.example/leave/1-",
    "Example Group, 1 Main Street, Columbus OH",
    "This is an automatic reading and may be wrong",
]


def parts(message: EmailMessage) -> tuple[str, str]:
    """The words of the text part, and those that a reader without CSS gets of the HTML part with its links."""
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    assert text is not None and html is not None
    return " ".join(text.get_content().split()), words_of(html.get_content())


def words_of(html: str) -> str:
    links = " ".join(re.findall(r'href="([^"]*)"', html))
    return unescape(" ".join((re.sub(r"<[^>]+>", " ", html.split("</style>")[1]) + " " + links).split()))


def alert(**texts: str) -> EmailMessage:
    return compose(told(**texts), SETTINGS, identity_for("k", "reader@example.org", SETTINGS), NOW)


@pytest.mark.parametrize("fact", STATED)
def test_text_and_html_state_the_same_facts(fact: str) -> None:
    text, html = parts(alert())
    assert fact in text
    assert fact in html.replace(" .", ".").replace("( ", "(")


def test_spanish_words_are_marked_for_screen_readers() -> None:
    html = alert(before="Cada visita dura 30 minutos.", after="Cada visita dura 20 minutos.").get_body(("html",))
    assert html is not None
    said = html.get_content()
    assert said.count('<span lang="es">') == 2 and '<strong>Added:</strong> <span lang="es">Cada visita' in said


def test_words_are_marked_without_colour() -> None:
    text, html = parts(alert())
    assert "costs [-$9.00-] for" in text and "costs {+$12.00+} for" in text
    assert "Removed:" in html and "Added:" in html


def test_what_tildes_mean_is_said_where_a_page_struck_words() -> None:
    said = "Words in ~~ were shown struck through on the page."
    struck = parts(alert(before="Two visits a week.", after="~~Two visits~~ One visit a week."))
    assert all(said in part for part in struck)
    assert not any(said in part for part in parts(alert(after="~~ NOTICE ~~ One visit a week.")))


def test_text_lines_fit_a_terminal_and_links_stay_whole() -> None:
    long = "https://alder.example/" + "a-very-long-path/" * 12
    message = compose(replace(told(), change=replace(told().change, url=long)), SETTINGS, "<x@list.example.org>", NOW)
    text = message.get_body(("plain",))
    assert text is not None
    lines = text.get_content().splitlines()
    assert [line for line in lines if len(line) > 78] == [f"  {long}"]


def test_subject_tells_direction_severity_source_and_what() -> None:
    assert str(alert()["Subject"]) == (
        "[visitwatch] Restrictive, major: Alder County Jail: Video visit price up from $9.00 to $12.00"
    )


def test_headers_are_exactly_those_of_a_list_that_can_be_left() -> None:
    message = alert()
    assert list(message.keys()) == HEADERS
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    https, mail = re.findall(r"<([^>]+)>", str(message["List-Unsubscribe"]))
    assert read_token(SETTINGS.secret, LEAVE, https.removeprefix("https://vw.example/leave/")) == 1
    assert mail.startswith("mailto:list@example.org?subject=unsubscribe%201-")


def test_long_addresses_for_machines_stay_in_one_line() -> None:
    far = replace(SETTINGS, base_url="https://" + "a-long-name." * 12 + "example.org/where")
    data = message_bytes(compose(told(), far, "<" + "x" * 90 + "@list.example.org>", NOW))
    [line] = [line for line in data.split(b"\r\n") if line.startswith(b"List-Unsubscribe:")]
    assert line.count(b"<https://a-long-name.") == 1 and line.endswith(b">") and b"=?" not in line
    assert b"Message-ID: <" + b"x" * 90 + b"@list.example.org>\r\n" in data


def test_without_https_no_one_click_is_promised() -> None:
    plain = compose(told(), replace(SETTINGS, base_url="http://127.0.0.1:8765"), "<x@y.z>", NOW)
    assert plain["List-Unsubscribe-Post"] is None
    assert str(plain["List-Unsubscribe"]).startswith("<mailto:list@example.org?subject=unsubscribe%20")
    text, html = parts(plain)
    assert "mailto:list@example.org?subject=unsubscribe" in text
    assert "by sending the mail that opens, to list@example.org" in html


@pytest.mark.parametrize("kind", [ChangeKind.REMOVED, ChangeKind.RETURNED, ChangeKind.MOVED])
def test_what_happens_to_a_page_is_not_told_as_a_change_of_its_terms(kind: ChangeKind) -> None:
    change = replace(told().change, kind=kind, passages=(), new_version=0)
    for part in parts(compose(replace(told(), change=change), SETTINGS, "<x@y.z>", NOW)):
        assert "Visiting becomes harder" not in part and "The terms change" not in part and "Please read" not in part


def test_the_passage_that_decided_stands_first_however_late_the_page_has_it() -> None:
    small = [
        Passage(PassageKind.REWORDED, Grade.HIGH, f"Rule {n}: bring a card.", f"Rule {n}: show a card.")
        for n in range(30)
    ]
    grave = Passage(PassageKind.ADDED, Grade.HIGH, "", "Visits in person have ended.")
    finding = Finding((Topic.IN_PERSON,), Direction.RESTRICTIVE, Severity.CRITICAL, passages=(30,))
    kept = told().change
    change = replace(kept, passages=(*small, grave), reading=replace(kept.reading, findings=(finding,)))
    text, html = parts(compose(replace(told(), change=change), SETTINGS, "<x@y.z>", NOW))
    for part in (text, html):
        assert part.index("Visits in person have ended.") < part.index("Rule 0")
        assert "And 19 more passages" in part


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (
            ChangeKind.REMOVED,
            "The page was last found at its address on 3 March 2026 09:10 UTC; checks over two days or more, "
            "the last of them on 4 March 2026 09:12 UTC, found it gone.",
        ),
        (ChangeKind.RETURNED, "The page was found at its address again between"),
        (
            ChangeKind.MOVED,
            "From 3 March 2026 09:10 UTC to 4 March 2026 09:12 UTC the page's address led to another one",
        ),
        (ChangeKind.PUBLISHED, "The page was published between"),
    ],
)
def test_what_happened_to_a_page_is_told_as_an_observation(kind: ChangeKind, words: str) -> None:
    change = replace(told().change, kind=kind, passages=(), new_version=0)
    text, html = parts(compose(replace(told(), change=change), SETTINGS, "<x@y.z>", NOW))
    assert words in text and words in html
    assert "versions/1" in text and "as we saved it now" not in text + html
    assert "THE WORDS" not in text and "The words" not in html.split("About:")[1].replace("the words", "")


def test_a_new_page_is_told_in_a_sentence() -> None:
    change = replace(told().change, kind=ChangeKind.PUBLISHED, since=None, old_version=0)
    for words in parts(compose(replace(told(), change=change), SETTINGS, "<x@y.z>", NOW)):
        assert "The page was published, first seen 4 March 2026 09:12 UTC." in words


def test_reasons_are_told_without_knowing_the_rules_by_name() -> None:
    reading = replace(told().change.reading, why=("Q-video_fee_usd: video fee usd: 9 -> 12",))
    change = replace(told().change, reading=reading)
    for words in parts(compose(replace(told(), change=change), SETTINGS, "<x@y.z>", NOW)):
        assert "price of a video visit: $9.00 → $12.00 (rule Q-video_fee_usd)" in words


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_changes_nothing_but_the_words(hostile: str) -> None:
    message = compose(told(hostile, before=hostile, after=f"{hostile} more"), SETTINGS, "<x@list.example.org>", NOW)
    html = message.get_body(("html",))
    assert html is not None and "<script>" not in html.get_content()
    assert len(message["To"].addresses) == 1
    headers = message_bytes(message).split(b"\r\n\r\n")[0]
    assert not re.search(rb"^bcc:", headers, re.IGNORECASE | re.MULTILINE)


@hypothesis_settings(max_examples=100, deadline=None)
@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_whatever_pages_and_people_are_called_the_headers_are_ours(title: str) -> None:
    sample = told(title, before=title, after=f"{title}.")
    named = replace(
        sample,
        source=replace(sample.source, name=title),
        monitor=replace(sample.monitor, title=title),
        subscriber=replace(sample.subscriber, name=title),
    )
    message = compose(named, SETTINGS, "<x@list.example.org>", NOW)
    assert list(message.keys()) == HEADERS


@pytest.mark.parametrize("letter", ["v", "ж", "\U0001f5d3"])
def test_a_huge_diff_is_cut_and_links_to_the_page(letter: str) -> None:
    """Quoted-printable makes twelve bytes of one character; the mail must stay small all the same."""
    long = f"{letter * 9} are held on Sunday. " * 20_000
    sample = told(before=long, after="Visits ended. " + long)
    many = replace(sample.change, passages=sample.change.passages * 40)
    message = compose(replace(sample, change=many), SETTINGS, "<x@list.example.org>", NOW)
    assert len(message_bytes(message)) < LARGEST_MESSAGE
    text, _ = parts(message)
    assert "more passages on the page of this change" in text and "https://vw.example/changes/7" in text


def test_no_line_leaves_smtp() -> None:
    data = message_bytes(alert(before="a\r\n.\r\nMAIL FROM:<x@y.test>", after="b"))
    assert b"\n" not in data.replace(b"\r\n", b"") and b"\r" not in data.replace(b"\r\n", b"")


def test_an_operators_notice_says_what_is_new_and_what_is_over() -> None:
    lines = tuple(f"monitor m{number} fails" for number in range(40))
    letter = Letter(LetterKind.NOTICE, "k", NOW, "op@example.org", lines=lines, recovered=("the disk was full",))
    message = compose_notice(letter, SETTINGS, "<x@y.z>", NOW)
    assert str(message["Subject"]) == "[visitwatch] For the operator: 40 new, 1 over: monitor m0 fails"
    for part in parts(message):
        for fact in ("monitor m24 fails", "and 15 more", "the disk was full", "https://vw.example/status"):
            assert fact in part
        assert "monitor m25" not in part


def digest(*severities: Severity) -> tuple[str, str, str]:
    """Subject and both parts of a digest of alerts of these severities, each of a place of its own, by alphabet."""
    one, places = told(), sorted(PLACES, key=place_name)
    members = [
        replace(
            one,
            alert=replace(one.alert, id=number, severity=severity, headline=f"Headline number {number} of them"),
            change=replace(one.change, id=number),
            source=replace(one.source, jurisdiction=places[number * len(places) // len(severities)]),
        )
        for number, severity in enumerate(severities)
    ]
    letter = Letter(LetterKind.DIGEST, "k", NOW, one.subscriber.address, title="Your day to 4 March 2026")
    mail = Addressed(letter, one.subscriber, one.subscription, members)
    message = compose_gathered(mail, SETTINGS, "<x@y.z>", NOW)
    return (str(message["Subject"]), *parts(message))


def test_a_digest_tells_the_critical_ones_in_its_subject_and_first() -> None:
    subject, text, html = digest(*[Severity.MINOR] * 8, Severity.CRITICAL)
    assert subject == "[visitwatch] Your day to 4 March 2026: 9 changes, 1 critical: 9 restrictive"
    for part in (text, html):
        assert part.index("Headline number 8") < part.index("Headline number 0")
        assert "critical ones" in part.lower()
    assert "critical ones" not in digest(Severity.MINOR, Severity.CRITICAL)[1].lower()


def test_the_critical_ones_keep_their_words_in_a_digest_without_room_for_all_words() -> None:
    _, text, html = digest(*[Severity.MINOR] * 100, Severity.CRITICAL)
    for part in (text, html):
        assert part.count("Removed:") == 1 and part.index("Removed:") < part.index("Headline number 0 ")


def test_a_digest_without_room_for_all_leaves_out_the_least_grave() -> None:
    _, text, html = digest(*[Severity.MINOR] * 199, Severity.MAJOR)
    for part in (text, html):
        assert "Headline number 199 of them" in part and "Headline number 0 of them" in part
        assert "Headline number 198 of them" not in part and " more" in part
