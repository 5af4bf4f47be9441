"""All rooms that read a changed line for sure, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from monitors.language.effects.topics_held import topics_held
from monitors.language.lines.acts.announced import announcements
from monitors.language.lines.acts.called_off import called_off, changes_called_off
from monitors.language.lines.acts.duty_acts import duty_acts
from monitors.language.lines.acts.form_acts import form_acts
from monitors.language.lines.acts.harm_acts import harm_acts
from monitors.language.lines.acts.offered import offered_lines
from monitors.language.lines.acts.plainly import returns_retold
from monitors.language.lines.acts.promises import promise_lines
from monitors.language.lines.acts.put_off import put_off_lines
from monitors.language.lines.acts.replaced import replaced_lines
from monitors.language.lines.acts.screen_acts import screen_acts
from monitors.language.lines.acts.stances import stance_lines
from monitors.language.lines.acts.states import state_lines
from monitors.language.lines.acts.status_rows import status_rows
from monitors.language.lines.acts.stops import permanent_lines, stop_lines
from monitors.language.lines.acts.tablets_gone import tablets_gone
from monitors.language.lines.acts.term_acts import term_acts
from monitors.language.lines.acts.touch_acts import touch_acts
from monitors.language.lines.certain import Certain, joined, without
from monitors.language.lines.firms.company_news import company_lines
from monitors.language.lines.firms.positions import position_lines
from monitors.language.lines.firms.providers import provider_effects
from monitors.language.lines.firms.strangers import stranger_effects
from monitors.language.lines.firms.unknown_providers import unknown_providers
from monitors.language.lines.forms.counsel_rooms import counsel_rooms
from monitors.language.lines.forms.form_lines import form_lines
from monitors.language.lines.forms.form_lists import form_lists
from monitors.language.lines.forms.open_contact import open_contact
from monitors.language.lines.forms.overheard import overheard
from monitors.language.lines.forms.reserved import reserved_lines, rooms_turned
from monitors.language.lines.forms.swapped import swapped_forms
from monitors.language.lines.hours.bookings import booking_days, booking_lines, booking_ways
from monitors.language.lines.hours.by_how_much import by_how_much
from monitors.language.lines.hours.closed_rows import closed_rows
from monitors.language.lines.hours.closures import closure_effects
from monitors.language.lines.hours.deadlines import deadline_effects
from monitors.language.lines.hours.divided import divided_weeks
from monitors.language.lines.hours.edges import edge_effects
from monitors.language.lines.hours.horizons import horizon_lines
from monitors.language.lines.hours.intervals import interval_effects
from monitors.language.lines.hours.pauses import pause_lines
from monitors.language.lines.hours.retold import lost_groups, retold_weeks
from monitors.language.lines.hours.special_days import special_day_effects
from monitors.language.lines.hours.split_visits import split_visits
from monitors.language.lines.hours.traded_headings import traded_headings
from monitors.language.lines.hours.traded_rows import traded_rows
from monitors.language.lines.hours.unit_grids import unit_grids
from monitors.language.lines.hours.week_lines import week_lines
from monitors.language.lines.hours.whole_rows import whole_rows
from monitors.language.lines.norms.agreed_terms import agreed_terms
from monitors.language.lines.norms.assured import assured_lines
from monitors.language.lines.norms.begun import begun_lines
from monitors.language.lines.norms.by_ear import lines_by_ear
from monitors.language.lines.norms.clause_lines import clause_lines
from monitors.language.lines.norms.decided import decided_lines
from monitors.language.lines.norms.in_force import in_force_lines
from monitors.language.lines.norms.let_off import cap_clauses, guard_clauses, let_off_lines
from monitors.language.lines.norms.norm_lines import norm_lines
from monitors.language.lines.norms.outcomes import outcome_lines
from monitors.language.lines.norms.powers import power_effects
from monitors.language.lines.norms.renewals import renewal_lines
from monitors.language.lines.norms.safeguards import safeguard_effects
from monitors.language.lines.norms.standing import standing_effects
from monitors.language.lines.people.access import access_lines
from monitors.language.lines.people.admittance import admittance_effects
from monitors.language.lines.people.class_bars import class_bars
from monitors.language.lines.people.companions import companion_effects
from monitors.language.lines.people.helpers import helper_effects
from monitors.language.lines.people.kin_lists import kin_lists
from monitors.language.lines.people.let_in import let_in
from monitors.language.lines.people.limits import limit_lines
from monitors.language.lines.people.papers import paper_lines
from monitors.language.lines.people.scope import scope_effects
from monitors.language.lines.prices.allowances import allowances
from monitors.language.lines.prices.caps import price_caps
from monitors.language.lines.prices.charges import charge_lines
from monitors.language.lines.prices.free_before import free_before
from monitors.language.lines.prices.free_rows import free_row_effects
from monitors.language.lines.prices.loading_fees import loading_fees
from monitors.language.lines.prices.not_raised import not_raised
from monitors.language.lines.prices.package_rows import package_rows
from monitors.language.lines.prices.paid_or_free import paid_or_free
from monitors.language.lines.prices.price_lists import price_lists
from monitors.language.lines.prices.refunds import refund_lines
from monitors.language.lines.prices.unit_prices import unit_prices
from monitors.language.lines.prices.usage_minimums import usage_minimums
from monitors.language.lines.prices.waivers import waiver_lines
from monitors.language.lines.silent.brought import brought_lines
from monitors.language.lines.silent.days_left import days_left
from monitors.language.lines.silent.desks import desk_hours
from monitors.language.lines.silent.imprint import imprint_lines
from monitors.language.lines.silent.names import named_lines
from monitors.language.lines.silent.no_news import no_news
from monitors.language.lines.silent.old_times import old_times
from monitors.language.lines.silent.pointers import pointer_lines
from monitors.language.lines.silent.quotes import demands, quoted_lines
from monitors.language.lines.silent.restated import restated
from monitors.language.lines.silent.same_bounds import same_bounds
from monitors.language.lines.silent.still_so import still_lines
from monitors.language.lines.silent.transposed import transposed
from monitors.language.lines.silent.undecided import undecided_lines
from monitors.language.lines.told_beside import beside_lines
from monitors.language.lines.turns.answers import answer_effects
from monitors.language.lines.turns.asked import asked_effects
from monitors.language.lines.turns.conditions import condition_lines
from monitors.language.lines.turns.contraries import contrary_lines
from monitors.language.lines.turns.few_words import few_words
from monitors.language.lines.turns.floors import floor_lines
from monitors.language.lines.turns.moves import move_lines
from monitors.language.lines.turns.one_figure import figure_lines
from monitors.language.lines.turns.one_term import lone_terms, retold_terms, turned_permissions
from monitors.language.lines.turns.swapped import swapped_lines
from monitors.language.pages.align import Alignment
from monitors.language.pages.scene import Scene


@dataclass(frozen=True, slots=True)
class Room:
    """read: what is asked, of the lines that are left; takes: whether what it read is kept from the rooms behind it;
    unread: whether it is asked only of lines that no room before it read; of: whose pages it reads."""

    read: Callable[[Scene, Alignment], Certain]
    takes: bool = False
    unread: bool = False
    of: Callable[[Scene], bool] = lambda _: True


def certain_lines(scene: Scene, alignment: Alignment) -> Certain:
    """What lines that one rule reads for sure tell, each by itself. A new page is judged as a whole."""
    if not scene.before:
        return Certain()
    found: list[Certain] = []
    for room in ROOMS:
        if not room.of(scene):
            continue
        told = room.read(scene, without(alignment, joined(found).lines) if room.unread else alignment)
        if room.takes:
            alignment = without(alignment, told.lines)
        found.append(told)
    return joined(found)


def certain_of_page(scene: Scene, telling: Alignment, whole: Alignment) -> Certain:
    """As certain_lines, with the lines of a jail's whole page that are no news, whether they speak of visits or not:
    the reader hears all lines of a short page."""
    certain = certain_lines(scene, telling)
    return joined((certain, no_news(scene, without(whole, certain.lines)))) if scene.official else certain


def _by_lines(read: Callable[[Alignment], Certain]) -> Callable[[Scene, Alignment], Certain]:
    """A room that reads lines whatever page they stand on."""
    return lambda _, alignment: read(alignment)


def _desks(scene: Scene, alignment: Alignment) -> Certain:
    return desk_hours(alignment, official=scene.official)


def _brought(scene: Scene, alignment: Alignment) -> Certain:
    return brought_lines(alignment, scene.title)


def _standing(scene: Scene, alignment: Alignment) -> Certain:
    return standing_effects(alignment, lambda: topics_held(scene.after, scene.title))


def _free_rows(scene: Scene, alignment: Alignment) -> Certain:
    return free_row_effects(scene.before, scene.after, alignment)


def _jails(scene: Scene) -> bool:
    return scene.official


def _news(scene: Scene) -> bool:
    return scene.kind == "news"


def _contracts(scene: Scene) -> bool:
    return scene.kind == "contract"


def _advocates(scene: Scene) -> bool:
    return scene.kind == "advocacy"


def _who_rules(scene: Scene) -> bool:
    return scene.official or scene.kind in ("rule", "contract")


ROOMS = (
    Room(_by_lines(swapped_lines), takes=True),
    Room(_by_lines(restated), takes=True),
    Room(_by_lines(same_bounds), takes=True),
    Room(_by_lines(still_lines), takes=True, of=_jails),
    Room(_by_lines(days_left), takes=True),
    Room(transposed, takes=True),
    Room(_by_lines(named_lines), takes=True),
    Room(in_force_lines, takes=True),
    Room(traded_rows, takes=True),
    Room(traded_headings, takes=True),
    Room(split_visits, takes=True, of=_jails),
    Room(not_raised, takes=True),
    Room(price_lists, takes=True),
    Room(loading_fees, takes=True, of=_jails),
    Room(unit_prices, takes=True),
    Room(price_caps, takes=True),
    Room(allowances, takes=True),
    Room(counsel_rooms, takes=True),
    Room(reserved_lines, takes=True),
    Room(rooms_turned, takes=True),
    Room(paper_lines, takes=True),
    Room(pointer_lines, takes=True, of=_jails),
    Room(renewal_lines, takes=True, of=_contracts),
    Room(begun_lines, takes=True, of=_news),
    Room(demands, takes=True, of=_advocates),
    Room(old_times, takes=True),
    Room(unit_grids, takes=True),
    Room(closed_rows, takes=True, of=_jails),
    Room(status_rows, takes=True, of=_jails),
    Room(tablets_gone, takes=True, of=_jails),
    Room(let_in, takes=True),
    Room(class_bars, takes=True),
    Room(kin_lists, takes=True),
    Room(unknown_providers, takes=True),
    Room(called_off, takes=True, of=_jails),
    Room(changes_called_off, takes=True),
    Room(offered_lines, takes=True, of=_jails),
    Room(waiver_lines, takes=True),
    Room(let_off_lines, takes=True),
    Room(assured_lines, takes=True),
    Room(guard_clauses, takes=True),
    Room(open_contact, takes=True),
    Room(week_lines, takes=True),
    Room(whole_rows, takes=True),
    Room(harm_acts, takes=True),
    Room(horizon_lines, takes=True),
    Room(condition_lines, takes=True),
    Room(few_words, takes=True),
    Room(by_how_much, takes=True),
    Room(move_lines, takes=True),
    Room(permanent_lines, takes=True),
    Room(replaced_lines, takes=True),
    Room(usage_minimums, takes=True),
    Room(safeguard_effects, of=_who_rules),
    Room(overheard, takes=True, of=_who_rules),
    Room(access_lines, takes=True, of=_who_rules),
    Room(stance_lines, takes=True),
    Room(form_lines, takes=True, of=_jails),
    Room(swapped_forms, takes=True, of=_jails),
    Room(_by_lines(retold_weeks), takes=True, of=_jails),
    Room(lost_groups, takes=True, of=_jails),
    Room(divided_weeks, takes=True, of=_jails),
    Room(_by_lines(booking_days), takes=True, of=_jails),
    # A vendor, a contract or a paper is read as a jail is.
    Room(_by_lines(imprint_lines)),
    Room(_brought, of=_jails),
    Room(_desks),
    Room(provider_effects),
    Room(company_lines),
    Room(stranger_effects),
    Room(refund_lines),
    Room(promise_lines),
    Room(position_lines, takes=True, unread=True),
    Room(charge_lines),
    Room(paid_or_free),
    Room(clause_lines),
    Room(_by_lines(quoted_lines)),
    Room(beside_lines),
    Room(package_rows),
    Room(form_lists),
    Room(agreed_terms, unread=True, of=_contracts),
    Room(term_acts, unread=True),
    Room(undecided_lines, unread=True),
    Room(decided_lines, unread=True),
    Room(norm_lines, unread=True),
    Room(lines_by_ear, takes=True, unread=True),
    Room(outcome_lines, takes=True, unread=True),
    Room(booking_ways, takes=True, of=_jails),
    Room(_by_lines(put_off_lines), takes=True, of=_jails),
    Room(state_lines, takes=True, of=_jails),
    Room(contrary_lines, takes=True, unread=True),
    Room(_by_lines(answer_effects), of=_jails),
    Room(closure_effects, of=_jails),
    Room(edge_effects, of=_jails),
    Room(stop_lines, of=_jails),
    Room(_by_lines(deadline_effects), of=_jails),
    Room(_by_lines(companion_effects), of=_jails),
    Room(_by_lines(helper_effects), of=_jails),
    Room(power_effects, of=_who_rules),
    Room(_by_lines(admittance_effects), of=_jails),
    Room(_by_lines(scope_effects), of=_jails),
    Room(_by_lines(interval_effects), of=_jails),
    Room(asked_effects),
    Room(special_day_effects, of=_jails),
    Room(limit_lines),
    Room(_by_lines(pause_lines), of=_jails),
    Room(returns_retold, of=_jails),
    Room(booking_lines, of=_jails),
    Room(_standing, of=_jails),
    Room(_free_rows, of=_jails),
    Room(form_acts, unread=True),
    Room(duty_acts, unread=True),
    Room(touch_acts, unread=True),
    Room(screen_acts, unread=True),
    Room(figure_lines, unread=True),
    Room(retold_terms, unread=True),
    Room(lone_terms, unread=True, of=_jails),
    Room(turned_permissions, unread=True, of=_jails),
    Room(announcements, unread=True),
    Room(cap_clauses, unread=True, of=_contracts),
    Room(free_before, unread=True),
    Room(_by_lines(floor_lines), unread=True),
)
