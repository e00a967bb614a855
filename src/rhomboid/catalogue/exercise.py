"""What an exercise is."""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Fault:
    """A common mistake and what mends it."""

    fault: str
    fix: str


@dataclass(frozen=True)
class Caution:
    """A warning with the key of its source."""

    text: str
    source: str


@dataclass(frozen=True)
class Activation:
    """How hard a muscle worked in this move in one published study; a class, since figures do not carry over.

    level: "low", "moderate", "high" or "very_high" (under 20, 20 to 40, 40 to 60, over 60 percent of its greatest).
    confidence: how sure we are of the figure behind it: "low" where nobody has held it against the study yet.
    """

    muscle: str
    level: str
    source: str
    confidence: str


@dataclass(frozen=True)
class LoadClass:
    """How much an exercise asks of three regions: none, low, moderate or high; never blank."""

    low_back: str
    neck: str
    shoulder: str


@dataclass(frozen=True)
class Dose:
    """How an exercise is dosed where the phase table of C4 does not say.

    kind: "reps" (C4 table), "scapular_hold" (3-5 x 10 s, C4), "core_reps" (5-8 a side), "core_hold" (10-60 s),
    "stretch" (20-30 s), "easy_reps" (mobility and warm-up repetitions), "timed" (seconds once, warm-up and
    breathing), "roll" (one area, 60-120 s), "minutes" (aerobic).
    sets, reps, hold_s: the prescribed dose for the kinds that do not climb; None where the kind's table says it.
    tempo: "2-1-3" (up, pause, down, seconds) or None.
    seconds_per_rep: time of one repetition, the tempo's sum for loaded moves.
    origin: "documents" (as they have it), "adapted" (theirs, but changed) or "ours" (they leave it out, or have it
    in pieces). note: what they say and why this dose; source: key.
    """

    kind: str
    sets: int | None
    reps: int | None
    hold_s: int | None
    seconds_per_rep: int
    tempo: str | None
    origin: str
    note: str
    source: str


@dataclass(frozen=True)
class StartLoad:
    """The first load by level of experience: kg in one hand (whole bar or stack), or a band."""

    new: float | str
    some: float | str
    trained: float | str


@dataclass(frozen=True)
class Exercise:
    """One record of the catalogue; `contracts/README.md` names what `catalogue --json` shows of it.

    implements: equipment ids that carry the load, in order of preference: a kg ladder is read from the first
    one the person owns ("dumbbell", "kettlebell", "barbell", "cable_machine", "leg_press", ...);
    "resistance_band" for bands; empty for bodyweight or none.
    blocks: the session blocks it may stand in.
    breathing: one line for the breath. floor: the lightest variant needs to get down to the floor.
    overhead_lock / needs_stability: B3's overhead work.
    activation: what studies measured, where one did. leads_to: the moves a practice such as yoga is made of.
    best_with: kit with which it is the first choice among its like; without it another of them is.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    category: str
    region: str
    pattern: str
    plane: str
    position: str
    equipment: tuple[str, ...]
    any_of: tuple[tuple[str, ...], ...]
    household: tuple[str, ...]
    implements: tuple[str, ...]
    floor: bool
    unilateral: bool
    primary: tuple[str, ...]
    secondary: tuple[str, ...]
    loading: str
    tier: str
    lock_reason: str
    needs_stability: bool
    blocks: tuple[str, ...]
    dose: Dose
    start_load: StartLoad | None
    provocations: tuple[str, ...]
    load_class: LoadClass
    summary: str
    breathing: str
    steps: tuple[str, ...]
    cues: tuple[str, ...]
    faults: tuple[Fault, ...]
    easier: tuple[str, ...]
    harder: tuple[str, ...]
    cautions: tuple[Caution, ...]
    contraindications: tuple[str, ...]
    sources: tuple[str, ...]
    review_status: str
    activation: tuple[Activation, ...] = ()
    leads_to: tuple[str, ...] = ()
    best_with: tuple[str, ...] = ()

    @property
    def is_pull(self) -> bool:
        return self.pattern in ("horizontal_pull", "vertical_pull")

    @property
    def is_retraction(self) -> bool:
        return self.pattern in ("scapular_retraction", "lower_trapezius")

    @property
    def is_push(self) -> bool:
        return self.pattern in ("horizontal_push", "vertical_push")

    @property
    def is_core(self) -> bool:
        return self.category == "core"


@dataclass(frozen=True)
class Catalogue:
    """All exercises, sorted by id, with the version that plans carry."""

    version: str
    exercises: tuple[Exercise, ...]

    def __contains__(self, exercise_id: object) -> bool:
        return any(exercise.id == exercise_id for exercise in self.exercises)

    def __getitem__(self, exercise_id: str) -> Exercise:
        return self.by_id[exercise_id]

    @cached_property
    def by_id(self) -> dict[str, Exercise]:
        """Return the exercises by id."""
        return {exercise.id: exercise for exercise in self.exercises}
