"""What two pages of which hardly a line is as it was claim otherwise, whatever lines say it: touch or glass, in person
or on a screen, children, records, lawyers, refunds, bookings, and who provides visits from home."""

from __future__ import annotations

from monitors.language.claims.page_claims import PageClaims
from monitors.language.effects.page_week import PageWeek
from monitors.language.effects.whole_pages import WholePages
from monitors.language.pages.scene import Effect
from monitors.records import Fact, Severity, Topic

# Papers that some people alone have, by every name that a page gives them; "state id" and "license" name one another.
_PAPERS = {
    "consular": "consular",
    "matricula": "consular",
    "matrícula": "consular",
    "tribal": "tribal",
    "military": "military",
}
_LISTED = 2  # papers that both pages name: what else one of them lists is then a paper more
_QUOTED = 80  # characters of the line that claims otherwise


def turned_forms(pages: WholePages) -> list[Effect]:
    """The forms of visits, and who may have them, that a jail's old page claims otherwise than its new one."""
    was, now = pages.was.claims, pages.now.claims
    return [*_touch(was, now), *_in_person(was, now), *_minors(was, now), *_records(was, now), *_counsel(was, now)]


def turned_terms(pages: WholePages) -> list[Effect]:
    """Bookings, refunds, and papers that are accepted."""
    was, now = pages.was.claims, pages.now.claims
    return [*_booking(was, now), *_refunds(was, now), *_papers(pages)]


def neutral_turns(pages: WholePages) -> list[Effect]:
    """What is news without being a gain or a loss, asked for where nothing else is told: the same hours at another time
    of the day, bookings by another way."""
    was, now = pages.was.claims, pages.now.claims
    found = [Effect("D10-shift", 0, Severity.MINOR, (Topic.SCHEDULE,), words=("times shifted",))]
    if not _is_shifted(pages):
        found = []
    if was.by_phone and now.by_web and not was.by_web and not now.by_phone:
        found.append(_by_another_way(was.by_phone, now.by_web))
    elif was.by_web and now.by_phone and not was.by_phone and not now.by_web:
        found.append(_by_another_way(was.by_web, now.by_phone))
    return found


def _by_another_way(old: str, new: str) -> Effect:
    return Effect("S3-channel", 0, Severity.MINOR, (Topic.SCHEDULE,), (), old, new, ("booking channel",))


def _is_shifted(pages: WholePages) -> bool:
    """Whether both pages tell as many hours of the same days, at clocks of which neither names one of the other's."""
    was, now = pages.was.week, pages.now.week
    if not (was.full and now.full and was.sessions and now.sessions) or was.remote != now.remote:
        return False
    clocks = [{clock for _, *span in week.sessions for clock in span} for week in (was, now)]
    return _lengths(was) == _lengths(now) and not clocks[0] & clocks[1]


def _lengths(week: PageWeek) -> list[tuple[str, int]]:
    return sorted((day, end - start) for day, start, end in week.sessions)


def _touch(was: PageClaims, now: PageClaims) -> list[Effect]:
    free, walled = was.touch and not was.glass, now.glass and not now.touch
    if free and walled:
        return [_turn("contact", -1, was.touch, now.glass)]
    free, walled = now.touch and not now.glass, was.glass and not was.touch
    return [_turn("contact", 1, was.glass, now.touch)] if free and walled else []


def _in_person(was: PageClaims, now: PageClaims) -> list[Effect]:
    if was.facing and not was.screen and now.screen and not now.facing:
        return [_turn("in_person", -1, was.facing, now.screen)]
    if was.screen_only and now.facing and not now.screen_only:
        return [_turn("in_person", 1, was.screen_only, now.facing)]
    return []


def _turn(form: str, sign: int, old: str, new: str) -> Effect:
    topics = (Topic.CONTACT,) if form == "contact" else (Topic.IN_PERSON, Topic.VIDEO_ONSITE)[: 2 if sign < 0 else 1]
    level = Severity.MAJOR if form == "contact" else Severity.CRITICAL
    facts = (Fact(f"{form}_allowed", sign < 0, sign > 0),)
    return Effect(f"P-turn-{form}", sign, level, topics, facts, old, new, (new[:_QUOTED],))


def _minors(was: PageClaims, now: PageClaims) -> list[Effect]:
    sign, old, new = _turned(was.minors_barred, was.minors_welcome, now.minors_barred, now.minors_welcome)
    facts = (Fact("minors_allowed", sign < 0, sign > 0),)
    words = (new[:_QUOTED],)
    return [Effect("P-turn-minors", sign, Severity.MAJOR, (Topic.ELIGIBILITY,), facts, old, new, words)] if sign else []


def _records(was: PageClaims, now: PageClaims) -> list[Effect]:
    sign, old, new = _turned(was.record_barred, was.record_welcome, now.record_barred, now.record_welcome)
    words = (new[:_QUOTED],)
    return [Effect("P-turn-record", sign, Severity.MAJOR, (Topic.ELIGIBILITY,), (), old, new, words)] if sign else []


def _counsel(was: PageClaims, now: PageClaims) -> list[Effect]:
    """Lawyers at any hour, or in hours; as they come, or by appointment."""
    for sides in (
        (was.counsel_timed, was.counsel_always, now.counsel_timed, now.counsel_always),
        (was.counsel_booked, was.counsel_unbooked, now.counsel_booked, now.counsel_unbooked),
    ):
        sign, old, new = _turned(*sides)
        if sign:
            words = (new[:_QUOTED],)
            return [Effect("P-turn-legal", sign, Severity.MINOR, (Topic.LEGAL_VISITS,), (), old, new, words)]
    return []


def _turned(was_barred: str, was_free: str, now_barred: str, now_free: str) -> tuple[int, str, str]:
    """+1 where a page that only bars became one that only lets, -1 the reverse, with the lines that say so, else 0."""
    if was_barred and not was_free and now_free and not now_barred:
        return 1, was_barred, now_free
    if was_free and not was_barred and now_barred and not now_free:
        return -1, was_free, now_barred
    return 0, "", ""


def _booking(was: PageClaims, now: PageClaims) -> list[Effect]:
    sign, old, new = _turned(was.booked, was.unbooked, now.booked, now.unbooked)
    words = ("no booking needed" if sign > 0 else "only by booking",)
    return [Effect("P-booking", sign, Severity.MINOR, (Topic.SCHEDULE,), (), old, new, words)] if sign else []


def _refunds(was: PageClaims, now: PageClaims) -> list[Effect]:
    sign, old, new = _turned(was.no_refund, was.refund, now.no_refund, now.refund)
    return [Effect("P-refund", sign, Severity.MINOR, (Topic.FEES,), (), old, new, ("refund",))] if sign else []


def _papers(pages: WholePages) -> list[Effect]:
    """One paper that went from the list of those accepted, or came to it."""
    was, now = pages.was.stated.papers, pages.now.stated.papers
    olds, news = ({_PAPERS[paper] for paper in page if paper in _PAPERS} for page in (was, now))
    moved = olds ^ news
    if len(was & now) < _LISTED or len(moved) != 1 or any(word.startswith("no ") for word in was | now):
        return []
    sign = 1 if news > olds else -1
    return [Effect("R5-papers", sign, Severity.MINOR, (Topic.ELIGIBILITY,), words=tuple(moved))]
