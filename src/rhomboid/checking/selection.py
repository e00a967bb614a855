"""C7 and C8: what changes when, and how a program begins in acute pain."""

from collections.abc import Iterator
from itertools import pairwise

from rhomboid.checking import figures
from rhomboid.checking.case import Case, in_session, in_week
from rhomboid.checking.choice import is_out
from rhomboid.checking.violation import Violation
from rhomboid.prescription.program import Session, Week


def check_changes(case: Case) -> Iterator[Violation]:
    """C7: strength and core items change only at a phase boundary."""
    for before, after in pairwise(_whole_weeks(case)):
        if before.phase != after.phase:
            continue
        for block in ("strength", "core"):
            if _chosen(before, block) != _chosen(after, block):
                changed = sorted(_chosen(before, block) ^ _chosen(after, block))
                yield Violation("C7", in_week(after), f"{', '.join(changed)} changed inside a phase")


def check_replaced(case: Case) -> Iterator[Violation]:
    """C7: at a boundary at most a third of the loaded moves leave (one always may); nothing leaves within 3 weeks."""
    entered: dict[str, int] = dict.fromkeys(case.carried, 0)
    for week in case.program.weeks:
        for name in sorted(_chosen(week, "strength") | _chosen(week, "core")):
            entered.setdefault(name, week.number)
    for before, after in pairwise(_whole_weeks(case)):
        if before.phase == after.phase:
            continue
        old = _chosen(before, "strength")
        gone = sorted(old - _chosen(after, "strength"))
        if len(gone) > max(figures.REPLACED_ALWAYS, len(old) // figures.REPLACED_ONE_IN):
            yield Violation("C7", in_week(after), f"{', '.join(gone)} left: more than a third of {len(old)}")
        for name in gone + sorted(_chosen(before, "core") - _chosen(after, "core")):
            if after.number - entered[name] < figures.STAYS_WEEKS:
                yield Violation("C7", in_week(after), f"{name} left within three weeks")


def check_kept(case: Case) -> Iterator[Violation]:
    """C7: a program made anew keeps what is done now; at a boundary a third may go, and else what the plan names."""
    if case.basis is None or not case.basis.lately:
        return
    known = case.catalogue.by_id
    now = {name for _, name in case.basis.lately if name in known and "strength" in known[name].blocks}
    first = next(iter(_whole_weeks(case)), None)
    if first is None:
        return
    still = {name for name in now if not is_out(case, known[name], first.phase)}
    gone = still - _chosen(first, "strength") - _chosen(first, "core")
    unnamed = sorted(name for name in gone if not any(known[name].name in line for line in case.advice))
    last = max(day for day, _ in case.basis.lately)
    same = case.phase_of_day(last) == first.phase
    may_go = 0 if same else max(figures.REPLACED_ALWAYS, len(now) // figures.REPLACED_ONE_IN)
    if len(unnamed) > may_go:
        yield Violation("C7", in_week(first), f"{', '.join(unnamed)} left without a word")


def check_daily_sets(case: Case) -> Iterator[Violation]:
    """C7: up to three fixed sets of daily items a phase; acute days aside, which have their own."""
    sets: dict[str, set[frozenset[str]]] = {}
    for week in case.program.weeks:
        for session in week.sessions:
            if session.kind == "daily" and not case.is_acute(session.date):
                sets.setdefault(week.phase, set()).add(frozenset(item.exercise for item in session.items))
    for phase, found in sets.items():
        if len(found) > figures.DAILY_SETS:
            yield Violation("C7", f"phase {phase}", f"{len(found)} sets of daily items, at most {figures.DAILY_SETS}")


def check_acute(case: Case) -> Iterator[Violation]:
    """C8: at first no strength, short walks, and daily sessions of easy mobility alone."""
    for week in case.program.weeks:
        for session in week.sessions:
            if case.is_acute(session.date):
                for text in _too_much(case, session):
                    yield Violation("C8", in_session(week, session), text)


def _too_much(case: Case, session: Session) -> Iterator[str]:
    if session.kind == "strength":
        yield f"strength within the first {case.acute_days} days"
    if session.kind == "walk" and session.minutes > figures.WALK_FIRST_MINUTES + 0.5:
        yield "a walk of an acute day is short"
    for outing in case.by_session.get(session.id, ()) if session.kind == "daily" else ():
        if outing.block != "mobility":
            yield f"{outing.exercise.id}: only mobility on an acute day"
        if outing.exercise.tier != "entry":
            yield f"{outing.exercise.id}: only entry exercises on an acute day"
        if "tissue_pressure" in outing.exercise.provocations or outing.exercise.category == "foam-roll":
            yield f"{outing.exercise.id}: no rolling on an acute day"


def _whole_weeks(case: Case) -> list[Week]:
    return [week for week in case.program.weeks if case.is_whole(week)]


def _chosen(week: Week, block: str) -> frozenset[str]:
    return frozenset(item.exercise for session in week.sessions for item in session.block(block))
