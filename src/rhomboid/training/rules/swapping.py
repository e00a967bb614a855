"""D12, steps 2 and 3: what may not be done, and what was swapped or dropped (A7, B, D3, B5)."""

from dataclasses import replace
from datetime import timedelta

from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.course import at_boundary, lowered
from rhomboid.prescription.course_back import gap_rule, step_back
from rhomboid.training.rules.substitutes import easier_neighbour, same_pattern, swap_for
from rhomboid.training.tracks import Case, Note, Outcome, Track


def swap_now(case: Case) -> Outcome | None:
    """Return the swap or drop that is due today, or None when the exercise itself may be done."""
    before = case.track.last
    barred = case.desk.barred(case.exercise, case.facts, case.slot.phase)
    if barred:
        note = Note(barred[0].rule, barred[0].text, case.track.events)
        other = easier_neighbour(case) if case.exercise.tier == "locked" else None
        return swap_for(case, other or same_pattern(case, ()), "barred", note, before)
    if case.track.swap_due is not None:
        wanted = case.track.swap_due
        other = same_pattern(case, wanted.tried, supported=wanted.note.rule == "B5")
        if other is not None or wanted.kind != "wish":
            return swap_for(case, other, wanted.kind, wanted.note, before)
    if case.track.standing is None and case.facts.in_flare:
        note = Note("D7", "A flare is on, so nothing new is started.", case.facts.lighter[0].note.events)
        return Outcome(None, None, case.track, "stop", note, None, case.exercise.id)
    return None


def keeps_swap(case: Case) -> bool:
    """Return whether what stands in for the exercise still does."""
    track = case.track
    assert track.swap is not None
    if case.facts.in_flare or case.desk.barred(case.exercise, case.facts, case.slot.phase):
        return True
    if track.swap.kind == "neighbour":
        clean = rule("D3").numbers["neighbour_clean"]
        done = track.substitute.verdicts if track.substitute else ()
        return bool(done[-clean:] != ("clean",) * clean)
    if track.swap.kind == "wish":
        return track.swap.phase == case.slot.phase
    return track.swap.kind == "pattern" and not _is_quiet(case)


def _is_quiet(case: Case) -> bool:
    """Return whether pain in the pattern has been quiet long enough to try again (D3)."""
    assert case.track.swap is not None
    numbers = rule("D3").numbers
    since = max(case.track.swap.since, case.facts.quiet_since.get(case.exercise.pattern, case.track.swap.since))
    quiet = case.slot.date - since >= timedelta(days=numbers["return_days"])
    return quiet and bool(case.facts.usual_pain <= numbers["return_usual_pain"])


def come_back(case: Case) -> Track:
    """Return the track of the exercise itself, once more: after a swap for pain one step back."""
    track = case.track
    assert track.swap is not None
    back = replace(track, swap=None, substitute=None, swap_due=None, verdicts=(), sore_running=0)
    if track.standing is None or track.swap.kind != "pattern":
        return back
    standing = at_boundary(track.standing, case.bounds, case.slot)
    if gap_rule((case.slot.date - standing.last_done).days) == "restart":
        # After so long the gap lowers it further than one step back, and the two do not stack.
        return back
    lower = step_back(standing.dose, case.bounds) or standing.dose
    again = replace(lowered(standing, lower, case.slot.date), last_done=case.slot.date)
    return replace(back, standing=again, reductions=(), holds=())
