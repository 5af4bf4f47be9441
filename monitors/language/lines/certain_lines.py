"""All rooms that read a changed line for sure, asked one after the other; what they took is read no further."""

from __future__ import annotations

from monitors.language.align import Alignment
from monitors.language.effects import Scene
from monitors.language.events import topics_held
from monitors.language.lines.admittance import admittance_effects
from monitors.language.lines.announced import announcements
from monitors.language.lines.answers import answer_effects
from monitors.language.lines.asked import asked_effects
from monitors.language.lines.bookings import booking_days, booking_lines, booking_ways
from monitors.language.lines.certain import Certain, joined, without
from monitors.language.lines.charges import charge_lines
from monitors.language.lines.clause_lines import clause_lines
from monitors.language.lines.closures import closure_effects
from monitors.language.lines.companions import companion_effects
from monitors.language.lines.company_news import company_lines
from monitors.language.lines.conditions import condition_lines
from monitors.language.lines.deadlines import deadline_effects
from monitors.language.lines.decided import decided_lines
from monitors.language.lines.desks import desk_hours
from monitors.language.lines.divided import divided_weeks
from monitors.language.lines.edges import edge_effects
from monitors.language.lines.form_lines import form_lines
from monitors.language.lines.free_rows import free_row_effects
from monitors.language.lines.imprint import imprint_lines
from monitors.language.lines.intervals import interval_effects
from monitors.language.lines.limits import limit_lines
from monitors.language.lines.moves import move_lines
from monitors.language.lines.norm_lines import norm_lines
from monitors.language.lines.one_figure import figure_lines
from monitors.language.lines.one_term import lone_terms, retold_terms, turned_permissions
from monitors.language.lines.package_rows import package_rows
from monitors.language.lines.paid_or_free import paid_or_free
from monitors.language.lines.pauses import pause_lines
from monitors.language.lines.plainly import returns_retold
from monitors.language.lines.powers import power_effects
from monitors.language.lines.promises import promise_lines
from monitors.language.lines.providers import provider_effects
from monitors.language.lines.put_off import put_off_lines
from monitors.language.lines.quotes import quoted_lines
from monitors.language.lines.refunds import refund_lines
from monitors.language.lines.restated import restated
from monitors.language.lines.retold import lost_groups, retold_weeks
from monitors.language.lines.safeguards import safeguard_effects
from monitors.language.lines.scope import scope_effects
from monitors.language.lines.special_days import special_day_effects
from monitors.language.lines.stances import stance_lines
from monitors.language.lines.standing import standing_effects
from monitors.language.lines.states import state_lines
from monitors.language.lines.stops import stop_lines
from monitors.language.lines.strangers import stranger_effects
from monitors.language.lines.undecided import undecided_lines
from monitors.language.lines.week_lines import week_lines


def certain_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What lines that one rule reads for sure tell, each by itself. A new page is judged as a whole."""
    if not scene.before:
        return Certain()
    again = restated(alignment)
    alignment = without(alignment, again.lines)
    days = week_lines(scene, alignment)  # "every day except {wed}" is a day less, and no condition
    alignment = without(alignment, days.lines)
    conditions = condition_lines(scene, alignment)
    alignment = without(alignment, conditions.lines)
    moves = move_lines(scene, alignment)
    alignment = without(alignment, moves.lines)
    if not scene.official:
        found = [again, days, conditions, moves, asked_effects(scene, alignment), *_everywhere(scene, alignment)]
        if scene.kind in ("rule", "contract"):
            found += [safeguard_effects(scene, alignment), power_effects(scene, alignment)]
        found.append(figure_lines(scene, without(alignment, joined(found).lines)))
        return joined([*found, retold_terms(scene, without(alignment, joined(found).lines))])
    whole, classes = alignment, stance_lines(scene, alignment)
    alignment = without(alignment, classes.lines)
    formed = form_lines(scene, alignment)
    alignment = without(alignment, formed.lines)
    weeks = joined([retold_weeks(alignment), lost_groups(scene, alignment)])
    divided = divided_weeks(scene, without(alignment, weeks.lines))
    alignment = without(alignment, joined([weeks, divided]).lines)
    hours = joined([week_lines(scene, alignment), booking_days(alignment)])
    alignment = without(alignment, hours.lines)
    found = [again, days, conditions, moves, classes, formed, weeks, divided, hours, *_everywhere(scene, alignment)]
    ways = booking_ways(scene, alignment)
    alignment = without(alignment, ways.lines)
    moved = put_off_lines(alignment)
    turned = state_lines(scene, without(alignment, moved.lines))
    alignment = without(alignment, (*moved.lines, *turned.lines))
    found += [
        ways,
        moved,
        turned,
        answer_effects(alignment),
        closure_effects(alignment),
        edge_effects(scene, alignment),
    ]
    found += [stop_lines(scene, alignment), deadline_effects(alignment), companion_effects(alignment)]
    found += [
        safeguard_effects(scene, whole),
        power_effects(scene, alignment),
        admittance_effects(scene, alignment),
    ]
    found += [scope_effects(alignment), interval_effects(alignment), asked_effects(scene, alignment)]
    found += [special_day_effects(scene, alignment), limit_lines(scene, alignment)]
    found += [pause_lines(alignment), returns_retold(scene, alignment), booking_lines(scene, alignment)]
    found.append(standing_effects(alignment, lambda: topics_held(scene, scene.after)))
    found.append(free_row_effects(scene.before, scene.after, alignment))
    for read in (figure_lines, retold_terms, lone_terms, turned_permissions):
        found.append(read(scene, without(alignment, joined(found).lines)))
    return joined([*found, announcements(without(alignment, joined(found).lines))])


def _everywhere(scene: Scene, alignment: Alignment) -> list[Certain]:
    """The rooms that read a vendor, a contract or a paper as they read a jail."""
    found = [
        imprint_lines(alignment),
        desk_hours(alignment, official=scene.official),
        provider_effects(scene, alignment),
        company_lines(scene, alignment),
        stranger_effects(scene, alignment),
        refund_lines(scene, alignment),
        promise_lines(scene, alignment),
        charge_lines(scene, alignment),
        paid_or_free(scene, alignment),
        clause_lines(scene, alignment),
        quoted_lines(alignment),
        package_rows(scene, alignment),
    ]
    found.append(undecided_lines(scene, without(alignment, joined(found).lines)))
    found.append(decided_lines(scene, without(alignment, joined(found).lines)))
    return [*found, norm_lines(scene, without(alignment, joined(found).lines))]
