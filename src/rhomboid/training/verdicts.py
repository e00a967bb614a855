"""What an outing leaves behind for its exercise: counts, reductions and swaps that wait (D1, D3, D4, B5)."""

from dataclasses import replace
from datetime import date

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.course import after_clean, after_other, anew
from rhomboid.prescription.course_standing import Dosage, Slot, Standing
from rhomboid.training.outings import Outing
from rhomboid.training.rules.substitutes import HINGED
from rhomboid.training.tracks import Note, Reduction, Swap, Track

PULL_OR_FLY = ("horizontal_pull", "scapular_retraction")


def after_outing(
    track: Track, exercise: Exercise, due: Dosage, outing: Outing, slot: Slot, usual: float, *, lighter: bool
) -> Track:
    """Return the track after an outing. In a lighter week or flare only stop and twist act."""
    standing = track.standing
    assert standing is not None, "what was done had been due"
    slot = slot if slot.deload == lighter else replace(slot, deload=lighter)
    track = replace(
        track,
        standing=_count(standing, outing, slot, usual, lighter=lighter),
        last=due,
        verdicts=(*track.verdicts, outing.verdict)[-rule("D3").numbers["swap_outings"] :],
        events=outing.events,
        events_before=track.events,
        done=outing.most,
    )
    track = _after_signs(track, exercise, outing, slot.date, slot.phase)
    return track if lighter else _after_soreness(track, outing, usual)


def after_bad_signs(track: Track, exercise: Exercise, outing: Outing, day: date, phase: str) -> Track:
    """Return the track after pain or twisting in a move that was not due: it earns nothing, but the signs act."""
    assert track.standing is not None
    kept = (*track.verdicts, outing.verdict)[-rule("D3").numbers["swap_outings"] :]
    track = replace(track, standing=anew(track.standing), verdicts=kept, events=outing.events)
    return _after_signs(track, exercise, outing, day, phase)


def _after_signs(track: Track, exercise: Exercise, outing: Outing, day: date, phase: str) -> Track:
    if outing.verdict == "stop":
        track = _after_stop(track, exercise, outing, day, phase)
    if outing.twisted:
        track = _after_twist(track, exercise, outing, day, phase)
    return track


def counts_as_clean(outing: Outing, usual: float) -> bool:
    """Return whether a sore outing counts for repetitions, as pain is usually there (D1)."""
    low, high = rule("D1").numbers["usual_pain"]
    return outing.verdict == "sore" and low <= usual <= high and outing.worst_pain <= usual


def _count(standing: Standing, outing: Outing, slot: Slot, usual: float, *, lighter: bool) -> Standing:
    if outing.verdict == "clean" or lighter:
        return after_clean(standing, slot, left=outing.left)
    if counts_as_clean(outing, usual) and outing.complete:
        return after_clean(standing, slot, left=outing.left, reps_only=True)
    return after_other(standing, slot)


def _after_stop(track: Track, exercise: Exercise, outing: Outing, day: date, phase: str) -> Track:
    numbers = rule("D3").numbers
    if track.verdicts.count("stop") >= numbers["swap_stops"]:
        note = Note("D3", f"{exercise.name} had to stop twice in a short time.", outing.events)
        return replace(track, swap_due=Swap(None, "pattern", day, phase, note))
    note = Note("D3", "It hurt too much last time, so you go back a clear step.", outing.events)
    return replace(track, reductions=(*track.reductions, Reduction(note, numbers["step_back"], neighbour=True)))


def _after_twist(track: Track, exercise: Exercise, outing: Outing, day: date, phase: str) -> Track:
    if HINGED in exercise.provocations and exercise.pattern in PULL_OR_FLY and track.swap_due is None:
        note = Note("B5", f"Your back rounded or strained in {exercise.name.lower()}.", outing.events)
        return replace(track, swap_due=Swap(None, "pattern", day, phase, note))
    note = Note("D4", "You twisted or wobbled last time, so you go one step back.", outing.events)
    share = rule("D0").numbers["step_back"]
    return replace(track, reductions=(*track.reductions, Reduction(note, share, neighbour=True)))


def _after_soreness(track: Track, outing: Outing, usual: float) -> Track:
    above = outing.verdict == "sore" and outing.worst_pain > usual
    running = track.sore_running + 1 if above else 0
    if above and running >= rule("D3").numbers["sore_running"]:
        note = Note("D3", "It was sore three times running, so you go one step back.", outing.events)
        reduction = Reduction(note, rule("D0").numbers["step_back"])
        return replace(track, sore_running=0, reductions=(*track.reductions, reduction))
    track = track if track.sore_running == running else replace(track, sore_running=running)
    if outing.verdict == "sore" and not counts_as_clean(outing, usual):
        return _hold(track, Note("D3", "It was sore last time, so it stays the same.", outing.events))
    if outing.verdict == "miss":
        return _hold(track, Note("D1", "Not all of it was done last time, so it stays the same.", outing.events))
    return track


def _hold(track: Track, note: Note) -> Track:
    return replace(track, holds=(*track.holds, note))
