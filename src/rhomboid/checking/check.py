"""The solver-free checker: a second reading of the rules over a finished plan.

It imports nothing of the planner, and nothing of what planner and fold share to choose, load, time or dose: kit
ladders, seconds, tables and steps are worked out here again, with the checker's own figures.
To add a check: write it as a function from a case to its violations, and name it in the table.
"""

from collections.abc import Callable, Iterator

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.checking import calendar, choice, climb, dose, selection, session, shape, targets
from rhomboid.checking.case import Case
from rhomboid.checking.document import check_document
from rhomboid.checking.violation import Violation
from rhomboid.prescription.plan import Plan
from rhomboid.prescription.profile import Profile
from rhomboid.screening.triage import screen

Check = Callable[[Case], Iterator[Violation]]

CHECKS: tuple[Check, ...] = (
    shape.check_known,
    shape.check_sessions,
    shape.check_items,
    shape.check_once,
    shape.check_sides,
    choice.check_permission,
    choice.check_required,
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
)


def check(profile: Profile, catalogue: Catalogue, plan: Plan) -> tuple[Violation, ...]:
    """Return every rule that the plan breaks for this person, in the order of the table; empty when it breaks none."""
    triage = screen(profile.answers, profile.clearances, profile.schedule.start)
    found = list(check_document(catalogue, plan, triage))
    if plan.program is not None:
        case = Case(profile, catalogue, plan.program, triage, plan.advice)
        found += [violation for each in CHECKS for violation in each(case)]
    return tuple(found)
