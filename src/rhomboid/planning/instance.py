"""What the solver is given: for each phase, what may stand where, how long it takes and what it is worth."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.planning.forecast import Greatest
from rhomboid.planning.modes import shape_of
from rhomboid.planning.worth import ease_worth, strength_worth
from rhomboid.prescription.course_load import is_big_step
from rhomboid.prescription.eligibility import PHASE_ORDER, exclusions
from rhomboid.prescription.kit import ladder, start_load
from rhomboid.prescription.past import Past
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.schedule_days import (
    WeekShape,
    choose_strength_days,
    end_of,
    from_day,
    lay_out_weeks,
    opened_as,
)
from rhomboid.prescription.timing import BudgetRow, budget_row, item_seconds
from rhomboid.screening.restrictions import dose_limits
from rhomboid.screening.triage import Triage

DAILY_BLOCKS = ("mobility", "stretch", "roll")
TRAINED = ("strength", "core")
COOL_DOWN_KINDS = ("stretch",)
BY_CLOCK = ("timed", "roll")


@dataclass(frozen=True)
class Move:
    """A loaded move or trunk move a session may hold.

    seconds: its time at the greatest dose of the phase, with at most 2 and 3 sets (trunk moves: 1 and 2).
    grows: a step of its load begins with one set fewer (D2).
    """

    exercise: Exercise
    seconds: tuple[int, int]
    worth: int
    grows: bool


@dataclass(frozen=True)
class Ease:
    """A warm-up, cool-down or daily item. seconds: its time at its own dose; hold_s: how long it is held, if it is."""

    exercise: Exercise
    block: str
    hold_s: int | None
    worth: int

    @property
    def seconds(self) -> int:
        return self.seconds_with(self.exercise.dose.sets or 1)

    @property
    def set_up_s(self) -> int:
        return ease_seconds(self.exercise, self.block, self.hold_s, sets=1, timed_s=0)

    def seconds_with(self, sets: int) -> int:
        """Return its time with a number of sets."""
        return ease_seconds(self.exercise, self.block, self.hold_s, sets=sets)


@dataclass(frozen=True)
class PhaseInput:
    """One phase to plan. sessions: strength sessions of a full week."""

    name: str
    profile: Profile
    sessions: int
    weeks: tuple[WeekShape, ...]
    row: BudgetRow
    loaded: tuple[Move, ...]
    core: tuple[Move, ...]
    easy: tuple[Ease, ...]
    dynamic: tuple[Ease, ...]
    cool_down: tuple[Ease, ...]
    daily: tuple[Ease, ...]
    walks: tuple[Exercise, ...]
    required: tuple[str, ...]
    gentle: bool
    longest_hold_s: int | None

    @property
    def budget_s(self) -> int:
        return self.profile.schedule.minutes * 60

    @property
    def has_strength(self) -> bool:
        """Return whether any strength session falls into the phase; a short gentle start has none."""
        return any(week.strength for week in self.weeks)

    @property
    def around_task(self) -> tuple[object, ...]:
        """Return all that decides warm-up, cool-down and daily sessions: alike in two phases, alike the answer."""
        items = (*self.easy, *self.dynamic, *self.cool_down, *self.daily)
        table = (self.row.warm_up_s, self.row.cool_down_s)
        # Only the first phase limits yoga and may begin gently.
        return (self.name == "familiarise", table, self.required, [(item.exercise.id, item.block) for item in items])

    def hold_of(self, exercise: Exercise) -> int | None:
        """Return how long an item is held, or lasts by the clock."""
        return held(exercise, self.longest_hold_s)

    @property
    def daily_budget_s(self) -> int:
        return self.profile.schedule.daily_minutes * 60


@dataclass(frozen=True)
class Instance:
    """A whole planning task. unmet: what a clinician requires and no phase can hold."""

    profile: Profile
    triage: Triage
    catalogue: Catalogue
    weeks: tuple[WeekShape, ...]
    phases: tuple[PhaseInput, ...]
    unmet: tuple[str, ...]
    past: Past | None = None


def build_instance(
    profile: Profile,
    triage: Triage,
    catalogue: Catalogue,
    weeks: int,
    past: Past | None = None,
    mode: str = "full",
) -> Instance:
    """Return the planning task of a person in a mode; with a past, what is left of it from that day on."""
    laid_out = lay_out_weeks(profile, weeks, "maintain" if mode == "maintain" else None)
    shapes = tuple(shape_of(shape, mode) for shape in laid_out)
    if past is not None:
        shapes = tuple(
            from_day(shape, past.on, max((day for day, _ in past.lately), default=None))
            for shape in shapes
            if end_of(profile.schedule.start, shape.number) >= past.on
        )
    names = tuple(name for name in PHASE_ORDER if any(week.phase == name for week in shapes))
    open_in = {name: _open(profile, triage, catalogue, opened_as(name, shapes[0].number)) for name in names}
    # The greatest doses are those of the whole calendar: who goes on from a past may be further than who begins now.
    greatest = Greatest(profile, dose_limits(triage), laid_out)
    phases = tuple(_phase(profile, triage, name, shapes, open_in[name], greatest) for name in names)
    unmet = tuple(
        one
        for one in sorted(set(profile.limits.require))
        if not any(one in {exercise.id for exercise in placed} for placed in map(_placed, phases))
    )
    return Instance(profile, triage, catalogue, shapes, phases, unmet, past)


def _open(profile: Profile, triage: Triage, catalogue: Catalogue, phase: str) -> tuple[Exercise, ...]:
    pain = profile.answers.number("average_24h") or 0
    return tuple(
        exercise
        for exercise in sorted(catalogue.exercises, key=lambda one: one.id)
        if not exclusions(exercise, profile, triage, phase=phase, average_pain=pain)
    )


def _placed(phase: PhaseInput) -> Iterable[Exercise]:
    yield from (move.exercise for move in (*phase.loaded, *phase.core))
    yield from (item.exercise for item in (*phase.easy, *phase.dynamic, *phase.cool_down, *phase.daily))
    yield from phase.walks


def _phase(
    profile: Profile,
    triage: Triage,
    name: str,
    shapes: tuple[WeekShape, ...],
    allowed: tuple[Exercise, ...],
    greatest: Greatest,
) -> PhaseInput:
    weeks = tuple(week for week in shapes if week.phase == name)
    gentle = any(week.acute for week in weeks)
    hold = dose_limits(triage).longest_hold_s
    loaded = tuple(_move(one, profile, greatest, "strength", name) for one in allowed if _is_loaded(one))
    core = tuple(_move(one, profile, greatest, "core", name) for one in allowed if _is_trunk(one))
    easing = [one for one in allowed if one.category not in TRAINED]
    warm = [one for one in easing if "warm_up" in one.blocks]
    daily = tuple(_ease(one, daily_block(one) or "", profile, hold) for one in easing if _is_daily(one))
    return PhaseInput(
        name=name,
        profile=profile,
        sessions=len(choose_strength_days(profile.schedule.strength_days)),
        weeks=weeks,
        row=budget_row(profile.schedule.minutes, name),
        loaded=loaded,
        core=core,
        easy=tuple(_ease(one, "warm_up", profile, hold) for one in warm if one.dose.kind == "timed"),
        dynamic=tuple(_ease(one, "warm_up", profile, hold) for one in warm if one.dose.kind == "easy_reps"),
        cool_down=tuple(_ease(one, "cool_down", profile, hold) for one in easing if _is_cool_down(one)),
        daily=daily,
        walks=tuple(one for one in allowed if "aerobic" in one.blocks and one.dose.kind == "minutes"),
        required=tuple(sorted(set(profile.limits.require))),
        gentle=gentle,
        longest_hold_s=hold,
    )


def _is_loaded(exercise: Exercise) -> bool:
    return "strength" in exercise.blocks and exercise.dose.kind in ("reps", "scapular_hold")


def _is_trunk(exercise: Exercise) -> bool:
    return exercise.is_core and "core" in exercise.blocks and exercise.dose.kind in ("core_reps", "core_hold")


def _is_cool_down(exercise: Exercise) -> bool:
    return "cool_down" in exercise.blocks and exercise.dose.kind in COOL_DOWN_KINDS


def _is_daily(exercise: Exercise) -> bool:
    return daily_block(exercise) is not None and exercise.dose.kind in ("stretch", "easy_reps", "timed", "roll")


def daily_block(exercise: Exercise) -> str | None:
    """Return the block of a daily session an exercise stands in, or None."""
    return next((block for block in DAILY_BLOCKS if block in exercise.blocks), None)


def _move(exercise: Exercise, profile: Profile, greatest: Greatest, block: str, phase: str) -> Move:
    fewest = 2 if block == "strength" else 1
    fewer, more = (greatest.seconds(exercise, block, phase, sets) for sets in (fewest, fewest + 1))
    return Move(
        exercise=exercise,
        seconds=(fewer, more),
        grows=can_grow(exercise, profile),
        worth=strength_worth(exercise, profile, block),
    )


def _ease(exercise: Exercise, block: str, profile: Profile, longest_hold_s: int | None) -> Ease:
    return Ease(exercise, block, held(exercise, longest_hold_s), ease_worth(exercise, profile))


def held(exercise: Exercise, longest_hold_s: int | None) -> int | None:
    """Return how long an item is held, or lasts by the clock; only holds know a limit."""
    hold_s = exercise.dose.hold_s
    if exercise.dose.kind != "stretch" or hold_s is None or longest_hold_s is None:
        return hold_s
    return min(hold_s, longest_hold_s)


def ease_seconds(exercise: Exercise, block: str, hold_s: int | None, *, sets: int, timed_s: int | None = None) -> int:
    """Return the time of a warm-up, cool-down or daily item; timed_s: how long one done by the clock lasts."""
    dose = exercise.dose
    by_clock = dose.kind in BY_CLOCK
    return item_seconds(
        exercise,
        block,
        sets=sets,
        reps=dose.reps if dose.kind == "easy_reps" else None,
        hold_s=hold_s if dose.kind == "stretch" else None,
        minutes=((hold_s or 0) if timed_s is None else timed_s) / 60 if by_clock else None,
        rest_s=0,
    )


def can_grow(exercise: Exercise, profile: Profile) -> bool:
    """Return whether a step to a heavier load lies open that D2 begins with one set fewer."""
    loads = ladder(exercise, profile)
    start = start_load(exercise, profile)
    if start is None or start not in loads:
        return False
    above = loads[loads.index(start) :]
    return any(is_big_step(one, heavier) for one, heavier in pairwise(above))
