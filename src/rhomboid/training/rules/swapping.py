"""D3. What was swapped or dropped for pain and comes back after quiet days; what may not be done at all (A7, B)."""

from datetime import date, timedelta

from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.course import after_gap, at_boundary, lowered
from rhomboid.prescription.course_back import step_back
from rhomboid.prescription.course_standing import work
from rhomboid.training.rules.standing_in import swap_for
from rhomboid.training.rules.substitutes import easier_neighbour, same_pattern
from rhomboid.training.tracks import ANY_PATTERN, Case, Note, Outcome, Swap, Track


def swap_now(case: Case) -> Outcome | None:
    """Return the swap or drop that is due today, or None when the exercise itself may be done."""
    before = case.track.last
    barred = _why_barred(case)
    if barred is not None:
        other = easier_neighbour(case) if case.exercise.tier == "locked" else None
        waits = case.track.swap_due
        # What had to be swapped for pain as well waits for its quiet days too (D3).
        kind = "pattern" if waits is not None and waits.kind == "pattern" else "barred"
        return swap_for(case, other or same_pattern(case), kind, barred, before)
    if case.track.swap_due is not None:
        wanted = case.track.swap_due
        other = same_pattern(case, supported=wanted.note.rule == "B5")
        if other is not None or wanted.kind != "wish":
            return swap_for(case, other, wanted.kind, wanted.note, before)
    if case.track.standing is None and case.facts.in_flare:
        note = Note("D7", "A flare is on, so nothing new is started.", case.facts.lighter[0].note.events)
        return Outcome(None, None, case.track, "stop", note, None, case.exercise.id)
    return None


def _why_barred(case: Case) -> Note | None:
    """Return why the exercise may not be done today, or None."""
    barred = case.desk.barred(case.exercise, case.facts, case.slot.phase)
    if barred:
        return Note(barred[0].rule, barred[0].text, case.facts.reported or case.track.events)
    if case.exercise.pattern == "squat" and case.exercise.tier == "locked":
        return case.facts.hip_shift
    return None


def keeps_swap(case: Case) -> bool:
    """Return whether what stands in for the exercise still does."""
    track = case.track
    assert track.swap is not None
    if case.facts.in_flare or _why_barred(case) is not None:
        return True
    if track.swap.kind == "neighbour":
        return bool(track.swap.clean < rule("D3").numbers["neighbour_clean"])
    if track.swap.kind == "wish":
        return track.swap.phase == case.slot.phase
    return track.swap.kind == "pattern" and not _is_quiet(case, track.swap.since)


def is_rested(case: Case) -> bool:
    """Return whether what was to be swapped, but had nothing to take its place, may be tried again."""
    dropped = case.track.swap_due
    if dropped is None or dropped.kind != "pattern" or case.facts.in_flare:
        return False
    return _why_barred(case) is None and _is_quiet(case, dropped.since)


def rested(case: Case) -> Track | None:
    """Return the track of what was left out, as nothing was left to take away, once it may be tried again; else None.

    The reductions that waited have been served by the rest.
    """
    track = case.track
    assert track.standing is not None
    last = track.standing.last_done
    if case.facts.in_flare or not _is_quiet(case, last):
        return None
    served = case._replace(track=track._replace(reductions=(), holds=()))
    note = track.reductions[0].note
    return come_back(served, Swap(None, "pattern", last, case.slot.phase, note))


def _is_quiet(case: Case, since: date) -> bool:
    """Return whether pain in the pattern has been quiet long enough to try again (D3)."""
    numbers = rule("D3").numbers
    patterns = (ANY_PATTERN, case.exercise.pattern)
    latest = max(since, *(case.facts.quiet_since.get(pattern, since) for pattern in patterns))
    quiet = case.slot.date - latest >= timedelta(days=numbers["return_days"])
    return quiet and bool(case.facts.usual_pain <= numbers["return_usual_pain"])


def come_back(case: Case, swap: Swap | None) -> Track:
    """Return the track of the exercise itself, once more: after a swap for pain one step back.

    What it did before it left still counts: one more stop soon after is the second within three outings (D3).
    """
    track = case.track
    # A second stop told while it was away still asks for another move.
    waits = track.swap_due if swap is not None and swap.kind != "pattern" else None
    back = track._replace(swap=None, swap_due=waits)
    if track.standing is None or swap is None or swap.kind != "pattern":
        return back
    standing = at_boundary(track.standing, case.bounds, case.slot)
    lower = step_back(standing.dose, case.bounds) or standing.dose
    gap = after_gap(standing, case.bounds, case.slot)
    if gap is not None and work(gap.dose) < work(lower):
        # The gap lowers it further than one step back, and the two do not stack.
        return back
    again = lowered(standing, lower, case.slot.date)._replace(last_done=case.slot.date)
    return back._replace(standing=again, reductions=(), holds=())
