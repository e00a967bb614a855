"""How much of an exercise each phase gives: the table of C4 laid out for one record, for pages that show it.

What a person really gets may be less: plan, kit, restrictions and log only ever lower it.
"""

from dataclasses import dataclass

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription import dose_table
from rhomboid.prescription.eligibility import PHASE_ORDER, is_crunch
from rhomboid.prescription.schedule_days import phase_of, walk_minutes

# The weeks of the longest program whose phases follow the calendar of C2.
WEEKS = range(1, 16)

Range = tuple[int, int]


@dataclass(frozen=True)
class PhaseDose:
    """The dose in one phase, each figure as (at first, at most); None where it does not apply.

    reps of a hold say how often it is held. reserve: repetitions left in hand, as (least asked, asked of a move new
    in the phase). start: the first load of someone at that level, "lightest" where B9 wants the lightest one owned.
    """

    phase: str
    sets: Range | None
    reps: Range | None
    hold_s: Range | None
    minutes: Range | None
    reserve: Range | None
    start: float | str | None


def phase_doses(exercise: Exercise, level: str = "new") -> tuple[PhaseDose, ...]:
    """Return the dose in every phase that may give the exercise to someone of a level; empty where none ever does.

    level: of experience, "new", "some" or "trained". Locks ask for more than the phase; see rule B3.
    """
    if exercise.tier == "never" or (exercise.dose.kind == "minutes" and "aerobic" not in exercise.blocks):
        return ()
    first = _opens_in(exercise, level)
    open_in = [phase for phase in dose_table.PHASES if PHASE_ORDER[phase] >= PHASE_ORDER[first]]
    return tuple(_in_phase(exercise, level, phase) for phase in open_in)


def start_of(exercise: Exercise, level: str) -> float | str | None:
    """Return the first load of a level: kg, a band, or "lightest"; None where nothing but the body resists."""
    if exercise.start_load is None:
        return None
    load: float | str = getattr(exercise.start_load, level)
    return "lightest" if exercise.pattern in rule("B9").numbers["lightest_patterns"] else load


def _opens_in(exercise: Exercise, level: str) -> str:
    if exercise.tier == "locked":
        return "strengthen"
    opens = str(rule("B8").numbers["from_phase"][exercise.tier][level])
    return "build" if opens == "familiarise" and is_crunch(exercise) else opens


def _in_phase(exercise: Exercise, level: str, phase: str) -> PhaseDose:
    kind = exercise.dose.kind
    start = start_of(exercise, level)
    if kind not in dose_table.CLIMBING_KINDS:
        return _fixed(exercise, phase, start)
    targets = dose_table.targets(kind, phase)
    hold, longest = dose_table.entry_hold(kind), dose_table.longest_hold(kind)
    least, asked = dose_table.reserve(kind, phase), dose_table.entry_reserve(kind)
    most = dose_table.most_sets(kind, phase)
    return PhaseDose(
        phase=phase,
        sets=(min(dose_table.entry_sets(kind), most), most),
        reps=(targets[0], targets[-1]) if targets else None,
        hold_s=None if hold is None or longest is None else (hold, longest),
        minutes=None,
        reserve=None if least is None or asked is None else (least, max(least, asked)),
        start=start,
    )


def _fixed(exercise: Exercise, phase: str, start: float | str | None) -> PhaseDose:
    """Return a dose that does not climb: easing, rolling and breathing as written, walks by the weeks of C1."""
    dose = exercise.dose
    walks = [walk_minutes(week) for week in WEEKS if phase in ("maintain", phase_of(week))]
    return PhaseDose(
        phase=phase,
        sets=_same(dose.sets),
        reps=_same(dose.reps),
        hold_s=_same(dose.hold_s),
        minutes=(walks[0], walks[-1]) if dose.kind == "minutes" else None,
        reserve=None,
        start=start,
    )


def _same(figure: int | None) -> Range | None:
    return None if figure is None else (figure, figure)
