"""The solver-free checker: a second reading of the rules over a finished plan.

It imports nothing of the planner, and nothing of what planner and fold share to choose, load, time or dose: kit
ladders, seconds, tables and steps are worked out here again, with the checker's own figures.
To add a check: write it as a function from a case to its violations, and name it in the table.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.checking import calendar, choice, climb, dose, forms, selection, session, shape, targets, written
from rhomboid.checking.case import Case
from rhomboid.checking.document import check_document
from rhomboid.checking.score import compare_points
from rhomboid.checking.violation import Violation
from rhomboid.prescription.past import Basis
from rhomboid.prescription.plan import Plan
from rhomboid.prescription.profile import Profile
from rhomboid.screening.reports import Report, answers_after
from rhomboid.screening.triage import Triage, screen, screen_reports

Check = Callable[[Case], Iterator[Violation]]

CHECKS: tuple[Check, ...] = (
    shape.check_known,
    shape.check_sessions,
    shape.check_items,
    shape.check_once,
    shape.check_sides,
    choice.check_permission,
    choice.check_required,
    written.check_written,
    choice.check_squats,
    choice.check_crunches,
    choice.check_rolling,
    choice.check_careful_dose,
    calendar.check_horizon,
    calendar.check_strength_days,
    calendar.check_daily,
    calendar.check_walks,
    session.check_seconds,
    session.check_order,
    session.check_warm_up,
    session.check_counts,
    session.check_budget,
    dose.check_table,
    dose.check_reserve,
    dose.check_entry,
    dose.check_holds,
    climb.check_climb,
    climb.check_lighter_total,
    targets.check_targets,
    targets.check_weekly_sets,
    targets.check_days_running,
    selection.check_changes,
    selection.check_replaced,
    selection.check_daily_sets,
    selection.check_acute,
    selection.check_kept,
    forms.check_form,
)
WORK = (session.check_order, session.check_warm_up, session.check_counts, session.check_budget)
# What a form of a plan leaves out (C10: C1 and C3, in the smallest C5 as well); `forms` says what it asks instead.
LEFT_OUT: dict[str, tuple[Check, ...]] = {
    "full": (),
    "maintain": (),
    "daily": (calendar.check_strength_days, climb.check_lighter_total, targets.check_weekly_sets, selection.check_kept),
    "split3": (calendar.check_strength_days,),
    "split9": (calendar.check_strength_days, *WORK),
    "minimal": (
        calendar.check_strength_days,
        calendar.check_daily,
        calendar.check_walks,
        *WORK,
        dose.check_reserve,
        # Its one set cannot be fewer: C2 holds item by item, by a lighter load or fewer repetitions.
        climb.check_lighter_total,
        targets.check_targets,
        selection.check_kept,
    ),
}


def check(profile: Profile, catalogue: Catalogue, plan: Plan) -> tuple[Violation, ...]:
    """Return every rule that the plan breaks for this person, in the order of the table; empty when it breaks none."""
    profile, triage = _as_told(profile, plan.basis)
    found = list(check_document(catalogue, plan, triage))
    if plan.program is not None:
        case = Case(profile, catalogue, plan.program, triage, plan.advice, plan.mode, plan.basis)
        asked = (each for each in CHECKS if each not in LEFT_OUT[plan.mode])
        found += [violation for each in asked for violation in each(case)]
        # Who breaks another rule has other points for that reason: it is named alone.
        if plan.proof is not None and not found:
            found += compare_points(case, plan.proof)
    return tuple(found)


def _as_told(profile: Profile, basis: Basis | None) -> tuple[Profile, Triage]:
    """Return the person and the screen as they stand on the day the program is for: after all that was told by then."""
    start = profile.schedule.start
    if basis is None:
        return profile, screen(profile.answers, profile.clearances, start)
    reports = (Report(min(start, basis.on), profile.answers), *basis.reports)
    told = replace(
        profile,
        answers=answers_after(reports),
        clearances=basis.clearances,
        experience=replace(profile.experience, form_confirmed=basis.form_confirmed),
        avoid=profile.avoid | basis.left_out,
    )
    return told, screen_reports(reports, basis.clearances, basis.on)
