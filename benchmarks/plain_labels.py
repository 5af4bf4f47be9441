"""Terms of visits as pages set them: "Contact visits | No", "Contact visits: Yes", "Are contact visits allowed? No."

    python -m benchmarks.plain_labels [--verbose]

Labels with a worse and a better value as rows of a table, lines and items of a list, in text and HTML, and questions
with a worse and a better answer, one of them edited, both ways. Rules were mended with those in view; the others were not looked at, and
are printed in sum alone. --verbose: what is told otherwise, of the first.
"""

# ruff: noqa: E501  a page reads better on one line

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from monitors.diff import compare
from monitors.extract import extract
from monitors.language.judge import read
from monitors.records import Segment
from monitors.segments import plain_segments

_LABELS = {
    "row": "Visiting\nTopic | Rule\nParking | Elm Street\n{} | {}\nLockers | Free",
    "colon": "Visiting rules\nSign in at the desk.\n{}: {}\nLockers are free.",
    "dash": "Visiting rules\n{} - {}\nLockers - free",
    "item": "Visiting rules\n* Parking: Elm Street\n* {}: {}",
}
_HTML = "<html><head><title>Visiting</title></head><body><main><h1>Inmate visiting</h1>{}</main></body></html>"
_LABELS |= {
    name: _HTML.replace("{}", body)
    for name, body in {
        "table with a header": "<table><tr><th>Topic</th><th>Rule</th></tr><tr><td>Parking</td><td>Elm Street</td></tr><tr><td>{}</td><td>{}</td></tr></table>",
        "table without one": "<table><tr><td>Parking</td><td>Elm Street</td></tr><tr><td><b>{}</b></td><td>{}</td></tr></table>",
        "definition list": "<dl><dt>Parking</dt><dd>Elm Street</dd><dt>{}</dt><dd>{}</dd></dl>",
        "bold label": "<p><strong>Parking:</strong> Elm Street</p><p><strong>{}:</strong> {}</p><p>Dress modestly.</p>",
        "heading": "<h3>Parking</h3><p>Elm Street</p><h3>{}</h3><p>{}</p><h3>Lockers</h3><p>Free</p>",
        "list item": "<ul><li>Parking: Elm Street</li><li>{}: {}</li><li>Lockers: free</li></ul>",
    }.items()
}
_QUESTIONS = {
    "in a line": "Visiting questions\n{} {}\nWhere do I park? On Elm Street.",
    "Q and A": "Visiting questions\nQ: {}\nA: {}\nQ: Where do I park?\nA: On Elm Street.",
    "below": "Visiting questions\n{}\n{}\nWhere do I park?\nOn Elm Street.",
    "opened": _HTML.replace(
        "{}",
        "<details><summary>{}</summary><p>{}</p></details><details><summary>Where do I park?</summary><p>Elm Street.</p></details>",
    ),
}
# label or question | worse | better
LABELS = """
Length of a visit | 30 minutes | 45 minutes
Visit length | 20 min | 30 min
Visits per week | 1 | 2
Number of visits | one per week | two per week
Cost of a video visit | $8 | $5
Video visit fee | $0.40/min | $0.25/min
Visiting days | Saturday | Saturday and Sunday
Children | not permitted | permitted
Minors | No | Yes
Contact visits | No | Yes
In-person visits | Not available | Available
In-person visits | Suspended | Open
Appointment needed | Yes | No
Walk-ins | Not accepted | Accepted
Who may visit | Immediate family only | Family and friends
Names on the list | 5 | 10
Lobby visits | $4 | Free
Former inmates | Not allowed | Allowed
Hugs | Not allowed | Allowed at start and end
Visitors per visit | 2 | 3
Minimum age | 18 | 16
Wait for approval | 10 days | 2 days
Booking | 48 hours ahead | 24 hours ahead
Refunds | None | Within 24 hours
Glass | Yes | No
Evening visits | No | Yes
Remote visits | Unavailable | Available
Free visits per week | 0 | 1
New arrivals | No visits for 14 days | No visits for 3 days
Visitors with a record | Must get approval | Welcome
"""
LABELS_KEPT_AWAY = """
Time allowed | 15 minutes | 30 minutes
Visits a month | 2 | 4
Price of a remote visit | $10 | $6
Infants | Not admitted | Admitted
Face-to-face visits | No | Yes
Handshakes | Prohibited | Permitted
Approved visitors | 4 | 8
Reservations required | Yes | No
Weekend visits | None | Both days
Friends | Not accepted | Accepted
Ex-offenders | Barred | Welcome
Plexiglass | In use | Removed
Adults per visit | 1 | 2
Free minutes per week | 0 | 20
Cancellation | No refund | Full refund
"""
QUESTIONS = """
How long is a visit? | 30 minutes. | 45 minutes.
How many visits can I have a week? | One. | Two.
What does a video visit cost? | $8. | $5.
Can children visit? | No. | Yes.
Are contact visits allowed? | No, they are not. | Yes, they are.
Do you offer in-person visits? | No. | Yes.
Do I need an appointment? | Yes. | No.
Who can visit? | Only family. | Family and friends.
How many people can be on the list? | Five. | Ten.
Are lobby visits free? | No, they cost $4. | Yes.
Can I visit if I have a felony? | No. | Yes.
Can I hug my loved one? | No. | Yes, briefly.
Will I get my money back if the visit is canceled? | No. | Yes.
Can I visit in the evening? | No. | Yes.
Can I just walk in? | No, you must book. | Yes.
Is there glass between us? | Yes. | No.
How soon can a new arrival have visits? | After two weeks. | After two days.
How old must I be to visit alone? | 18. | 16.
Can friends visit? | No. | Yes.
Can I visit from home? | No. | Yes.
"""
QUESTIONS_KEPT_AWAY = """
How long can we talk? | 15 minutes. | Half an hour.
How often can I come? | Once a month. | Once a week.
How much is a home visit? | $10. | $6.
May infants come? | No. | Yes.
Is touch allowed? | No. | Yes.
Do I have to book? | Yes. | No.
Can my girlfriend come? | No. | Yes.
How many names may be on my list? | Four. | Eight.
Do you still have face-to-face visits? | No. | Yes.
Can I visit on Sunday? | No. | Yes.
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A page before and after. better: whether it is better now; form: how the term is set; in_view: looked at."""

    old: str
    new: str
    better: bool
    form: str
    in_view: bool


def asked() -> Iterator[Asked]:
    """Every term in each form, both ways."""
    for terms, forms, in_view in (
        (LABELS, _LABELS, True),
        (QUESTIONS, _QUESTIONS, True),
        (LABELS_KEPT_AWAY, _LABELS, False),
        (QUESTIONS_KEPT_AWAY, _QUESTIONS, False),
    ):
        for line in terms.strip().splitlines():
            label, worse, better = (cell.strip() for cell in line.split(" | "))
            for form, page in forms.items():
                pages = page.format(label, worse), page.format(label, better)
                yield Asked(*pages, better=True, form=form, in_view=in_view)
                yield Asked(*reversed(pages), better=False, form=form, in_view=in_view)


def _segments(page: str) -> tuple[Segment, ...]:
    if not page.startswith("<html>"):
        return plain_segments(page)
    return extract(page.encode(), "text/html", "https://jail.example/visiting", readable=False).segments


def told(one: Asked) -> str:
    """Which way the page is told."""
    before, after = (_segments(page) for page in (one.old, one.new))
    passages = compare(before, after).passages
    found = read(before, after, passages, title_before="Visiting", title_after="Visiting", kind="jail")
    return found.direction.value if found.relevant else "silent"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true")
    verbose = parser.parse_args().verbose
    right: Counter[tuple[bool, str]] = Counter()
    count: Counter[tuple[bool, str]] = Counter()
    for one in asked():
        found = told(one)
        is_right = found == ("restorative" if one.better else "restrictive")
        for form in (one.form, "all"):
            count[one.in_view, form] += 1
            right[one.in_view, form] += is_right
        if verbose and one.in_view and not is_right:
            changed = [line for line in one.new.splitlines() if line not in one.old.splitlines()]
            print(f"{found}, {'better' if one.better else 'worse'} now ({one.form}): {' '.join(changed)}")
    for (in_view, form), many in sorted(count.items(), key=lambda one: (not one[0][0], one[0][1] == "all")):
        share = right[in_view, form] / many
        print(f"{'in view' if in_view else 'kept away':10}{form:20}right {share:.3f} of {many:>4}")


if __name__ == "__main__":
    main()
