"""D12. The order: one decision for each exercise, and the dose that follows from it.

To add a progression rule: a module here with its part, and one line in `STEPS`.
"""

from collections.abc import Callable
from typing import NamedTuple

from rhomboid.prescription.course import anew, at_boundary, dose_now, enter
from rhomboid.prescription.course_back import fewer_sets
from rhomboid.prescription.course_standing import Dosage, Standing, work
from rhomboid.training.rules.climbing import climb_now, under_plan
from rhomboid.training.rules.gaps import is_holding_gap
from rhomboid.training.rules.holding import begins_on_a_still_day, hold_reason, why_it_stays
from rhomboid.training.rules.lightening import lighten_now
from rhomboid.training.rules.reducing import Reduced, reduce_now
from rhomboid.training.rules.standing_in import inside, no_more_than, swap_for
from rhomboid.training.rules.substitutes import easier_neighbour, same_pattern
from rhomboid.training.rules.swapping import come_back, is_rested, keeps_swap, rested, swap_now
from rhomboid.training.tracks import Case, Note, Outcome, Swap, Track


class Weighed(NamedTuple):
    """A case half way: carried is the dose before the day; reduced is what step 4 leaves, if anything."""

    case: Case
    carried: Standing
    reduced: Reduced | None

    @property
    def lasting(self) -> Standing:
        return self.carried if self.reduced is None else self.reduced.standing


Step = Callable[[Weighed], Outcome | None]


def decide(case: Case) -> Outcome:
    """Return what is due of one exercise in one session, with the one decision about it."""
    came_back = False
    if case.track.swap is not None:
        if keeps_swap(case):
            return _stand_in(case)
        case, came_back = case._replace(track=come_back(case, case.track.swap)), True
    swapped = swap_now(case)
    if swapped is not None and swapped.exercise is None and is_rested(case):
        case, came_back = case._replace(track=come_back(case, case.track.swap_due)), True
    elif swapped is not None:
        return swapped
    if case.track.standing is None:
        return _first_time(case)
    outcome = _weighed_outcome(case, case.track.standing)
    again = rested(case) if outcome.exercise is None else None
    if again is not None and again.standing is not None:
        outcome, came_back = _weighed_outcome(case._replace(track=again), again.standing), True
    if came_back and (outcome.kind in ("hold", "progress") or outcome.note.rule in ("D2", "D11")):
        note = Note("D3", "This move comes back after a rest from it.", case.track.events)
        return outcome._replace(kind="resume", note=note)
    return outcome


def _weighed_outcome(case: Case, standing: Standing) -> Outcome:
    carried = at_boundary(standing, case.bounds, case.slot)
    weighed = Weighed(case, carried, reduce_now(case, carried))
    for step in STEPS:
        found = step(weighed)
        if found is not None:
            return found
    return _kept(weighed)


def _first_time(case: Case) -> Outcome:
    """Return the entry dose of what was never done; nothing is decided about it."""
    standing = enter(case.bounds, case.slot, case.first_phase)
    lighter = lighten_now(case, standing.dose)
    dose = lighter[0] if lighter else standing.dose
    note = Note("C4", "You start light.", ())
    return Outcome(case.exercise.id, under_plan(case, dose), _settled(case.track, standing), None, note)


def _stand_in(case: Case) -> Outcome:
    """Return the decision about what stands in for the exercise."""
    track = case.track
    assert track.swap is not None
    if track.swap.to is None or track.swap.to in case.taken:
        return _stand_in_anew(case, track.swap)
    outcome = decide(inside(case, case.desk.catalogue[track.swap.to]))
    return outcome._replace(owners=((case.exercise.id, track), *outcome.owners))


def _stand_in_anew(case: Case, swap: Swap) -> Outcome:
    """Return the decision where what stood in is in the session already.

    Two clean outings lead back from an easier neighbour alone (D0); after any other move it takes quiet days (D3).
    """
    other, kind = (easier_neighbour(case) if swap.kind == "neighbour" else None), swap.kind
    if other is None:
        other = same_pattern(case, supported=swap.note.rule == "B5")
        kind = "pattern" if kind == "neighbour" else kind
    return swap_for(case, other, kind, swap.note, case.track.last)


def _swap_when_nothing_is_left(weighed: Weighed) -> Outcome | None:
    reduced, case = weighed.reduced, weighed.case
    if reduced is None or reduced.swaps is None:
        return None
    other = easier_neighbour(case) if reduced.swaps == "neighbour" else same_pattern(case)
    return swap_for(case, other, reduced.swaps, reduced.note, dose_now(weighed.carried))


def _lighter(weighed: Weighed) -> Outcome | None:
    lighter = lighten_now(weighed.case, dose_now(weighed.carried))
    if lighter is None or work(lighter[0]) >= work(dose_now(weighed.lasting)):
        return None
    dose, note = lighter
    if weighed.reduced is not None:
        note = note._replace(reason=f"{note.reason} (Also: {weighed.reduced.note.rule}.)")
        note = note._replace(events=(*note.events, *weighed.reduced.note.events))
    return _outcome(weighed, "deload", dose, weighed.lasting, note)


def _reduced(weighed: Weighed) -> Outcome | None:
    reduced = weighed.reduced
    if reduced is None:
        return None
    others = {one.note.rule for one in weighed.case.track.reductions} - {reduced.note.rule}
    also = f" (Also: {', '.join(sorted(others))}.)" if others else ""
    note = reduced.note._replace(reason=reduced.note.reason + also)
    return _outcome(weighed, reduced.kind, dose_now(reduced.standing), reduced.standing, note)


def _held(weighed: Weighed) -> Outcome | None:
    case, carried = weighed.case, weighed.carried
    note = hold_reason(case, carried)
    if note is None or _was_lighter(weighed):
        return None
    return _outcome(weighed, "hold", _not_above_last(weighed), _counted_anew(weighed), note)


def _climbed(weighed: Weighed) -> Outcome | None:
    risen = climb_now(weighed.case, weighed.carried)
    if risen is None or case_holds(weighed) or _was_lighter(weighed):
        return None
    standing, note = risen
    return _outcome(weighed, "progress", dose_now(standing), standing, note)


def case_holds(weighed: Weighed) -> bool:
    """Return whether anything asks to keep the dose."""
    return bool(weighed.case.track.holds) or is_holding_gap(weighed.case, weighed.carried)


def _resumed(weighed: Weighed) -> Outcome | None:
    last, dose = weighed.case.track.last, _not_above_last(weighed)
    if last is None or work(dose) <= work(last):
        return None
    if not _was_lighter(weighed) and dose.sets <= last.sets:
        return None
    reason = "You go back to the dose from before the lighter time."
    note = Note("D11", reason, weighed.case.track.events)
    if not weighed.carried.lightened:
        note = Note("D2", "The set you left out for the new load comes back.", weighed.case.track.events)
    return _outcome(weighed, "resume", dose, _counted_anew(weighed), note, before=last)


def _kept(weighed: Weighed) -> Outcome:
    note = why_it_stays(weighed.case, weighed.carried)
    return _outcome(weighed, "hold", _not_above_last(weighed), _counted_anew(weighed), note)


def _counted_anew(weighed: Weighed) -> Standing:
    return anew(weighed.carried) if is_holding_gap(weighed.case, weighed.carried) else weighed.carried


def _was_lighter(weighed: Weighed) -> bool:
    return weighed.carried.lightened


def _not_above_last(weighed: Weighed) -> Dosage:
    """Return the dose; while nothing may rise, a set left out for a new load stays out: it was never done at that load.

    A dose that was lower for a while comes back all the same.
    """
    case, carried = weighed.case, weighed.carried
    dose, last = dose_now(carried), case.track.last
    if not case.facts.blocked and not case_holds(weighed):
        return dose
    if carried.set_owed and (carried.lightened or case.facts.lighter):
        return fewer_sets(dose) or dose
    if not carried.lightened and last is not None and last.load == dose.load and last.sets < dose.sets:
        return dose._replace(sets=last.sets)
    return dose


def _outcome(
    weighed: Weighed, kind: str, dose: Dosage, standing: Standing, note: Note, before: Dosage | None = None
) -> Outcome:
    case = weighed.case
    if case.track.last is not None and begins_on_a_still_day(case, weighed.carried):
        dose = no_more_than(dose, case.track.last)
    return Outcome(
        exercise=case.exercise.id,
        dose=under_plan(case, dose),
        track=_settled(case.track, standing),
        kind=kind,
        note=note,
        before=before or dose_now(weighed.carried),
        before_exercise=case.exercise.id,
    )


def _settled(track: Track, standing: Standing) -> Track:
    if track.standing is standing and not track.reductions and not track.holds:
        return track
    return track._replace(standing=standing, reductions=(), holds=())


# D12: swap or drop comes before; then the first step that has something to say decides; where none has, it is kept.
STEPS: tuple[Step, ...] = (_swap_when_nothing_is_left, _lighter, _reduced, _held, _climbed, _resumed)
