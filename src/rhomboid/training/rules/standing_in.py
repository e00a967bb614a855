"""How one exercise takes the place of another: at its entry dose, asking no more than the one that leaves (D0, D3)."""

from rhomboid.catalogue.exercise import Exercise
from rhomboid.prescription.course import anew, at_boundary, dose_now
from rhomboid.prescription.course_standing import Dosage, Standing, work
from rhomboid.prescription.kit import strength_of
from rhomboid.training.rules.lightening import lighten_now
from rhomboid.training.rules.reducing import reduce_now
from rhomboid.training.rules.substitutes import NEVER_DONE, entry_of
from rhomboid.training.tracks import Case, Note, Outcome, Swap

# Such a swap is itself what pain asked for; what leaves for any other reason still owes it when it comes back.
FOR_PAIN = ("neighbour", "pattern")


def swap_for(case: Case, other: Exercise | None, kind: str, note: Note, before: Dosage | None) -> Outcome:
    """Return the outcome that puts `other` in the place of the exercise; None leaves it out."""
    track = case.track
    if other is None:
        left_out = note._replace(reason=f"{note.reason} Nothing else fits in its place, so it is left out for now.")
        return Outcome(None, None, track, "stop", left_out, before, case.exercise.id)
    swap = Swap(to=other.id, kind=kind, since=case.slot.date, phase=case.slot.phase, note=note)
    left = track._replace(swap=swap, swap_due=None)
    if kind in FOR_PAIN:
        left = left._replace(reductions=(), holds=())
    inner = inside(case, other)
    standing = _first_standing(inner, case, before)
    lighter = lighten_now(inner, standing.dose)
    dose = lighter[0] if lighter else standing.dose
    return Outcome(
        exercise=other.id,
        dose=dose,
        track=inner.track._replace(standing=standing, reductions=(), holds=()),
        kind="swap",
        note=note._replace(reason=f"{note.reason} You do {other.name.lower()} instead."),
        before=before,
        before_exercise=case.exercise.id,
        owners=((case.exercise.id, left),),
        beside=_beside(inner, dose, note),
    )


def inside(case: Case, other: Exercise) -> Case:
    """Return the case of what stands in where another exercise is planned."""
    swap = case.track.swap
    return case._replace(
        exercise=other,
        track=case.tracks.get(other.id, NEVER_DONE),
        bounds=case.desk.bounds(other, case.facts.triage),
        taken=case.taken | {case.exercise.id},
        first_phase=case.slot.phase if swap is None else swap.phase,
    )


def _first_standing(inner: Case, case: Case, before: Dosage | None) -> Standing:
    """Return where the stand-in begins: at entry, no higher than it stands itself, and no more sets than before."""
    entry = entry_of(case, inner.exercise)
    dose = entry.dose
    if before is not None:
        alike = inner.bounds.kind == case.bounds.kind
        dose = no_more_than(dose, before if alike else before._replace(reps=None, hold_s=None), loads=False)
    own = inner.track.standing
    if own is None:
        return entry._replace(dose=dose)
    carried = at_boundary(own, inner.bounds, inner.slot)
    reduced = reduce_now(inner, carried)
    lasting = carried if reduced is None else reduced.standing
    return anew(lasting)._replace(
        dose=no_more_than(dose, lasting.dose)._replace(rir=dose.rir),
        new_for=entry.new_for,
        starting_big_step=False,
        load_since=inner.slot.date,
    )


def no_more_than(dose: Dosage, other: Dosage, *, loads: bool = True) -> Dosage:
    """Return the dose with nothing in it above the other: sets, repetitions, hold and, where asked, load."""
    load = dose.load
    if loads and load is not None and other.load is not None and strength_of(other.load) < strength_of(load):
        load = other.load
    return dose._replace(
        sets=min(dose.sets, other.sets),
        reps=_lower(dose.reps, other.reps),
        hold_s=_lower(dose.hold_s, other.hold_s),
        load=load,
    )


def _lower(one: int | None, other: int | None) -> int | None:
    return one if one is None or other is None else min(one, other)


def _beside(inner: Case, dose: Dosage, note: Note) -> Outcome | None:
    """Return the decision about what stands in, where that was done before: each exercise due has one (D12)."""
    if inner.track.standing is None:
        return None
    was = dose_now(at_boundary(inner.track.standing, inner.bounds, inner.slot))
    kind = "regress" if work(dose) < work(was) else "hold"
    reason = f"It stands in for another move, so it {'starts again low' if kind == 'regress' else 'stays the same'}."
    told = Note(note.rule, reason, note.events)
    return Outcome(inner.exercise.id, dose, inner.track, kind, told, was, inner.exercise.id)
