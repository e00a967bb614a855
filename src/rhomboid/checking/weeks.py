"""What was chosen for a phase, read from its sessions: the same week again and again, and daily sets in turn."""

from dataclasses import dataclass
from datetime import date

from rhomboid.catalogue.exercise import Exercise
from rhomboid.checking import figures
from rhomboid.checking.calendar import most_days
from rhomboid.checking.case import Case
from rhomboid.prescription.program import Session, Week


@dataclass(frozen=True)
class Work:
    """One strength session with its loaded and trunk moves."""

    session: Session
    loaded: tuple[Exercise, ...]
    core: tuple[Exercise, ...]


@dataclass(frozen=True)
class TypicalWeek:
    """The strength sessions of a phase in the order of its week, its daily sets, and the most sets items reach."""

    phase: str
    strength: tuple[Work, ...]
    daily: tuple[tuple[Exercise, ...], ...]
    most_sets: int
    most_core_sets: int

    @property
    def loaded(self) -> tuple[Exercise, ...]:
        return tuple(exercise for work in self.strength for exercise in work.loaded)

    @property
    def core(self) -> tuple[Exercise, ...]:
        return tuple(exercise for work in self.strength for exercise in work.core)


def typical_weeks(case: Case) -> tuple[TypicalWeek, ...]:
    """Return the week of each phase; none at all where a phase is too short, or holds what nobody knows."""
    items = (item.exercise for session in case.program.sessions for item in session.items)
    if not all(one in case.catalogue.by_id for one in items):
        return ()
    phases = dict.fromkeys(week.phase for week in case.program.weeks)
    found = [_typical(phase, case) for phase in phases]
    return tuple(one for one in found if one is not None) if None not in found else ()


def _typical(phase: str, case: Case) -> TypicalWeek | None:
    weeks = [week for week in case.program.weeks if week.phase == phase]
    sessions = [session for week in weeks for session in sorted(week.sessions, key=lambda one: one.date)]
    strength = _by_weekday(weeks, case.program.start)
    wanted = min(figures.STRENGTH_DAYS) if phase == "maintain" else most_days(case.profile.schedule.strength_days)
    daily = _daily_sets(sessions, case)
    if len(strength) not in (0, wanted) or daily is None:
        return None
    sets = {
        name: max((item.sets for session in sessions for item in session.block(name)), default=0)
        for name in ("strength", "core")
    }
    return TypicalWeek(
        phase=phase,
        strength=tuple(
            Work(session, _exercises(session, "strength", case), _exercises(session, "core", case))
            for session in strength
        ),
        daily=tuple(tuple(case.catalogue[item.exercise] for item in session.items) for session in daily),
        most_sets=sets["strength"],
        most_core_sets=sets["core"],
    )


def _by_weekday(weeks: list[Week], start: date) -> list[Session]:
    """Return one strength session for each day of the week that has one, from the first day of the week on."""
    found: dict[int, Session] = {}
    for week in weeks:
        for session in week.sessions:
            if session.kind == "strength":
                found.setdefault((session.date - start).days % figures.WEEK_DAYS, session)
    return [found[day] for day in sorted(found)]


def _daily_sets(sessions: list[Session], case: Case) -> list[Session] | None:
    """Return the sets of daily items: that of the acute days, then the others as they first come up in turn."""
    daily = [session for session in sessions if session.kind == "daily"]
    gentle = [session for session in daily if case.is_acute(session.date)][:1]
    usual = [session for session in daily if not case.is_acute(session.date)]
    wanted = figures.DAILY_SETS - len(gentle)
    return [*gentle, *usual[:wanted]] if len(usual) >= wanted else None


def _exercises(session: Session, block: str, case: Case) -> tuple[Exercise, ...]:
    return tuple(case.catalogue[item.exercise] for item in session.block(block))
