"""From what was chosen for each phase to a program with dates and doses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rhomboid.catalogue.exercise import Exercise
from rhomboid.lib.weekdays import WEEKDAYS, weekday
from rhomboid.planning.instance import BY_CLOCK, DAILY_BLOCKS, Instance, PhaseInput, daily_block
from rhomboid.planning.reasons import why_item
from rhomboid.planning.template import DailyTemplate, FrameTemplate, Template
from rhomboid.prescription.course import forecast, reps_pair
from rhomboid.prescription.course_standing import Dosage, Slot, Standing
from rhomboid.prescription.program import Block, Item, Program, Session, Week
from rhomboid.prescription.schedule_days import WeekShape, choose_strength_days, end_of, review_dates
from rhomboid.prescription.timing import MINUTE_S, budget_row, item_seconds
from rhomboid.screening.restrictions import DoseLimits, dose_limits

# The order of loaded moves in a session: what the program is for comes first, so that a session cut short keeps it.
FIRST_PATTERNS = ("horizontal_pull", "vertical_pull", "scapular_retraction", "lower_trapezius", "hip_hinge", "squat")
KIND_ORDER = ("strength", "daily", "walk")


@dataclass(frozen=True)
class Chosen:
    """What was chosen for each phase, by its name."""

    strength: Mapping[str, Template]
    frames: Mapping[str, FrameTemplate]
    daily: Mapping[str, DailyTemplate]


def assemble(instance: Instance, chosen: Chosen) -> Program:
    """Return the program: every session of every week with its doses."""
    return _Assembly(instance, chosen).program()


class _Assembly:
    def __init__(self, instance: Instance, chosen: Chosen) -> None:
        self.instance = instance
        self.chosen = chosen
        self.profile = instance.profile
        self.limits: DoseLimits = dose_limits(instance.triage)
        self.phases = {phase.name: phase for phase in instance.phases}
        self.daily_turn = {phase.name: 0 for phase in instance.phases}

    def program(self) -> Program:
        start, count = self.profile.schedule.start, self.instance.weeks[-1].number
        first = self.instance.past.on if self.instance.past else start
        reviews = tuple(day for day in review_dates(start, count) if day >= first)
        weeks = tuple(self._week(shape) for shape in self.instance.weeks)
        made_on = self.instance.past.on if self.instance.past else None
        return Program(start, end_of(start, count), reviews, weeks, made_on)

    @cached_property
    def session_place(self) -> dict[str, int]:
        """Return the place of each strength weekday among the sessions of a week, counted from the week's first day."""
        first = weekday(self.profile.schedule.start)
        days = choose_strength_days(self.profile.schedule.strength_days)
        return {day: place for place, day in enumerate(sorted(days, key=lambda day: _days_after(first, day)))}

    @cached_property
    def doses(self) -> dict[tuple[str, date], Dosage]:
        """Return the forecast of every loaded and trunk move, by exercise and date."""
        slots: dict[str, list[Slot]] = {}
        for shape in self.instance.weeks:
            for day in shape.strength:
                template = self.chosen.strength[shape.phase]
                place = self.session_place[weekday(day)]
                for moves, sets in ((template.loaded, template.sets), (template.core, template.core_sets)):
                    for one in moves[place]:
                        slots.setdefault(one, []).append(Slot(day, shape.phase, shape.deload, sets))
        found = {}
        for one in sorted(slots):
            exercise, standing = self.instance.catalogue[one], self._standing(one)
            doses = forecast(exercise, self.profile, slots[one], self.limits, standing)
            found.update({(one, slot.date): dose for slot, dose in zip(slots[one], doses, strict=True)})
        return found

    def _standing(self, exercise_id: str) -> Standing | None:
        past = self.instance.past
        return None if past is None else past.standings.get(exercise_id)

    def _week(self, shape: WeekShape) -> Week:
        sessions = [self._strength(shape, day) for day in shape.strength]
        sessions += [self._daily(shape, day) for day in shape.daily]
        sessions += [self._walk(shape, day) for day in shape.walks]
        ordered = sorted(sessions, key=lambda session: (session.date, KIND_ORDER.index(session.kind)))
        return Week(shape.number, shape.phase, shape.deload, tuple(ordered))

    def _strength(self, shape: WeekShape, day: date) -> Session:
        template, frame = self.chosen.strength[shape.phase], self.chosen.frames[shape.phase]
        place = self.session_place[weekday(day)]
        cool_down = frame.turns[place] if frame.turns else frame.cool_down
        loaded = sorted((self.instance.catalogue[one] for one in template.loaded[place]), key=_first_things_first)
        trunk = [self.instance.catalogue[one] for one in template.core[place]]
        blocks = (
            Block("warm_up", tuple(self._eased(one, "warm_up", shape, timed_s=timed) for one, timed in frame.warm_up)),
            Block("strength", tuple(self._climbing(one, "strength", shape, day) for one in loaded)),
            Block("core", tuple(self._climbing(one, "core", shape, day) for one in trunk)),
            Block("cool_down", tuple(self._eased(one, "cool_down", shape, sets=n) for one, n in cool_down)),
        )
        return _session(shape, day, "strength", blocks)

    def _daily(self, shape: WeekShape, day: date) -> Session:
        sets = self.chosen.daily[shape.phase]
        chosen = sets.gentle
        if day not in shape.acute:
            chosen = sets.usual[self.daily_turn[shape.phase] % len(sets.usual)]
            self.daily_turn[shape.phase] += 1
        items = [self._eased(one, daily_block(self.instance.catalogue[one]) or "", shape, day=day) for one in chosen]
        blocks = tuple(Block(name, tuple(self._in_block(items, name))) for name in DAILY_BLOCKS)
        return _session(shape, day, "daily", tuple(block for block in blocks if block.items))

    def _in_block(self, items: list[Item], name: str) -> Iterator[Item]:
        return (item for item in items if daily_block(self.instance.catalogue[item.exercise]) == name)

    def _walk(self, shape: WeekShape, day: date) -> Session:
        exercise = choose_walk(self.phases[shape.phase])
        item = self._item(
            exercise, "aerobic", shape, sets=1, minutes=float(shape.walk_minutes), gentle=day in shape.acute
        )
        return _session(shape, day, "walk", (Block("aerobic", (item,)),))

    def _eased(
        self,
        exercise_id: str,
        block: str,
        shape: WeekShape,
        *,
        sets: int | None = None,
        timed_s: int | None = None,
        day: date | None = None,
    ) -> Item:
        exercise = self.instance.catalogue[exercise_id]
        dose = exercise.dose
        hold_s = self.phases[shape.phase].hold_of(exercise)
        seconds = hold_s if timed_s is None else timed_s
        return self._item(
            exercise,
            block,
            shape,
            sets=sets or dose.sets or 1,
            reps=(dose.reps, dose.reps) if dose.kind == "easy_reps" and dose.reps else None,
            hold_s=hold_s if dose.kind == "stretch" else None,
            minutes=(seconds or 0) / MINUTE_S if dose.kind in BY_CLOCK else None,
            gentle=day in shape.acute,
        )

    def _climbing(self, exercise: Exercise, block: str, shape: WeekShape, day: date) -> Item:
        dose = self.doses[exercise.id, day]
        return self._item(
            exercise,
            block,
            shape,
            sets=dose.sets,
            reps=reps_pair(dose, exercise.dose.kind, shape.phase),
            hold_s=dose.hold_s,
            load=dose,
            rest_s=budget_row(self.profile.schedule.minutes, shape.phase).rest_s,
            climbs_on=day,
        )

    def _item(  # noqa: PLR0913 (the parts of a dose)
        self,
        exercise: Exercise,
        block: str,
        shape: WeekShape,
        *,
        sets: int,
        reps: tuple[int, int] | None = None,
        hold_s: int | None = None,
        minutes: float | None = None,
        load: Dosage | None = None,
        rest_s: int = 0,
        gentle: bool = False,
        climbs_on: date | None = None,
    ) -> Item:
        today = reps[1] if reps else None
        return Item(
            exercise=exercise.id,
            sets=sets,
            reps=reps,
            hold_s=hold_s,
            minutes=minutes,
            per_side=exercise.unilateral,
            rest_s=rest_s,
            tempo=exercise.dose.tempo if reps and hold_s is None else None,
            load=load.load if load else None,
            rir=load.rir if load else None,
            seconds=item_seconds(exercise, block, sets=sets, reps=today, hold_s=hold_s, minutes=minutes, rest_s=rest_s),
            why=why_item(
                exercise, block, self.profile, self.limits, lighter=shape.deload, gentle=gentle, day=climbs_on
            ),
        )


def choose_walk(phase: PhaseInput) -> Exercise:
    """Return what the person walks with: what a clinician asked for, then what is liked, then what needs least."""
    profile = phase.profile
    return min(
        phase.walks,
        key=lambda one: (
            one.id not in profile.limits.require,
            one.id not in profile.like,
            len(one.equipment) + len(one.provocations),
            one.tier != "entry",
            one.position != "moving",
            one.id,
        ),
    )


def _session(shape: WeekShape, day: date, kind: str, blocks: tuple[Block, ...]) -> Session:
    seconds = sum(item.seconds for block in blocks for item in block.items)
    return Session(f"w{shape.number:02d}-{weekday(day)}-{kind}", day, kind, seconds / MINUTE_S, blocks)


def _first_things_first(exercise: Exercise) -> tuple[int, str]:
    listed = exercise.pattern in FIRST_PATTERNS
    return (FIRST_PATTERNS.index(exercise.pattern) if listed else len(FIRST_PATTERNS), exercise.id)


def _days_after(first: str, day: str) -> int:
    return (WEEKDAYS.index(day) - WEEKDAYS.index(first)) % len(WEEKDAYS)
