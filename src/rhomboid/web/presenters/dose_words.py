"""How much of an exercise each phase gives, what one starts with and how it gets heavier, in plain words."""

from dataclasses import dataclass

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.rulebook import rule
from rhomboid.catalogue.vocabulary import LEVELS, LOADED_KINDS
from rhomboid.prescription.phase_dose import PhaseDose, Range, phase_doses, start_of
from rhomboid.prescription.words import IMPLEMENT_WORDS, PHASE_NAMES, move_words

WEEKS = {
    "familiarise": "weeks 1 to 4",
    "build": "weeks 5 to 8",
    "strengthen": "from week 9",
    "maintain": "after relief",
}
LEVEL_NAMES = {"new": "New to training", "some": "Some training", "trained": "Well trained"}
BAND = "resistance_band"
EASING = ("stretch", "easy_reps", "timed", "roll")


@dataclass(frozen=True)
class DoseRow:
    """One phase, or all of them together. sets and reserve are empty where they do not apply."""

    phase: str
    weeks: str
    sets: str
    amount: str
    reserve: str


def dose_rows(exercise: Exercise, level: str) -> tuple[DoseRow, ...]:
    """Return the dose by phase for someone of a level; one row where all phases give the same."""
    rows = tuple(_row(exercise, dose) for dose in phase_doses(exercise, level))
    if len(rows) > 1 and len({(row.sets, row.amount, row.reserve) for row in rows}) == 1:
        return (DoseRow("In every phase", "", rows[0].sets, rows[0].amount, rows[0].reserve),)
    return rows


def first_loads(exercise: Exercise) -> tuple[tuple[str, str], ...]:
    """Return each level with the first load, one line where all start alike; empty where only the body resists."""
    if exercise.start_load is None or exercise.tier == "never":
        return ()
    loads = [_load(exercise, start_of(exercise, level)) for level in LEVELS]
    if len(set(loads)) == 1:
        return (("Everyone", loads[0]),)
    return tuple(zip((LEVEL_NAMES[level] for level in LEVELS), loads, strict=True))


def heavier_words(exercise: Exercise) -> str:
    """Return how the dose grows, one step at a time; the rules behind it are C4, D1 and D2."""
    kind = exercise.dose.kind
    if exercise.tier == "never":
        return ""
    if kind in EASING:
        return "It stays as it is: easing moves are not meant to get harder."
    if kind == "minutes":
        return _longer_walks() if "aerobic" in exercise.blocks else ""
    return " ".join(part for part in (_more_of_it(exercise), _next_load(exercise)) if part)


def tempo_text(exercise: Exercise) -> str:
    """Return the tempo in words, e.g. "2 seconds pull, 1 pause, 3 back."; empty where there is none."""
    if exercise.dose.tempo is None:
        return ""
    up, pause, down = exercise.dose.tempo.split("-")
    out, back = move_words(exercise)
    return f"{up} seconds {out}, {pause} pause, {down} {back}."


def _longer_walks() -> str:
    walk = rule("C1").numbers["walk"]
    return f"{walk['more_minutes']} minutes more every second week, to {walk['minutes_at_most']}."


def _row(exercise: Exercise, dose: PhaseDose) -> DoseRow:
    return DoseRow(
        PHASE_NAMES[dose.phase],
        WEEKS[dose.phase],
        _span(dose.sets),
        _amount(exercise, dose),
        "" if dose.reserve is None else f"{dose.reserve[0]} more in you",
    )


def _amount(exercise: Exercise, dose: PhaseDose) -> str:
    side = " a side" if exercise.unilateral else ""
    if dose.minutes is not None:
        return f"{_span(dose.minutes)} minutes"
    if dose.reps is not None and dose.hold_s is not None:
        return f"{_span(dose.reps)} holds of {_span(dose.hold_s)} s{side}"
    if dose.reps is not None:
        return f"{_span(dose.reps)} times{side}"
    return f"{_span(dose.hold_s)} s{side}"


def _span(figures: Range | None) -> str:
    if figures is None:
        return ""
    least, most = figures
    return f"{least}" if least == most else f"{least} to {most}"


def _load(exercise: Exercise, load: float | str | None) -> str:
    if load == "lightest":
        return "the lightest you have"
    if isinstance(load, str):
        return f"{load} band".replace("_", " ")
    words = IMPLEMENT_WORDS.get(exercise.implements[0], "")
    return f"{load:g} kg {words}".replace("in each hand", "in the hand" if exercise.unilateral else "in each hand")


def _more_of_it(exercise: Exercise) -> str:
    hold_step = rule("D2").numbers["hold_step_s"]
    return {
        "reps": "First more repetitions, then one more set.",
        "scapular_hold": "First one more hold, up to five, then one more set.",
        "core_reps": "First more repetitions, then a second set.",
        "core_hold": f"First {hold_step} seconds more at a time, then a second set.",
    }[exercise.dose.kind]


def _next_load(exercise: Exercise) -> str:
    if exercise.implements:
        steps = [_steps_of(implement) for implement in exercise.implements]
        return f"Then, once your form is confirmed, the next of what you have: {'; or '.join(steps)}."
    if exercise.harder and exercise.dose.kind in (*LOADED_KINDS, "core_hold", "core_reps"):
        return "Then a harder move, listed below."
    return "Then it stays there: enough is enough."


def _steps_of(implement: str) -> str:
    """Return the weights or bands that count as usual (B9), e.g. "dumbbells 1 to 10 kg by 1, then by 2"."""
    numbers = rule("B9").numbers
    if implement == BAND:
        return "bands from " + ", ".join(str(band).replace("_", " ") for band in numbers["bands"])
    pieces = numbers.get(implement, numbers["stack"])
    name = {"dumbbell": "dumbbells", "kettlebell": "kettlebells", "barbell": "the bar"}.get(implement, "the stack")
    first = f"{name} from {pieces[0][0]:g} kg by {pieces[0][2]:g}"
    return first + "".join(f", from {piece[0]:g} by {piece[2]:g}" for piece in pieces[1:])
