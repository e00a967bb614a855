"""What an outing leaves behind for its exercise: counts, reductions and swaps that wait (D1, D3, D4, B5)."""

from datetime import date

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.course import after_clean, after_other, anew
from rhomboid.prescription.course_standing import Dosage, Slot, Standing
from rhomboid.training.outings import Outing
from rhomboid.training.rules.stops import after_soreness, after_stop, counts_as_clean
from rhomboid.training.rules.twists import after_twist
from rhomboid.training.tracks import Track


def after_outing(
    track: Track, exercise: Exercise, due: Dosage, outing: Outing, slot: Slot, usual: float, *, lighter: bool
) -> Track:
    """Return the track after an outing. In a lighter week or flare only stop and twist act."""
    standing = track.standing
    assert standing is not None, "what was done had been due"
    slot = slot if slot.deload == lighter else slot._replace(deload=lighter)
    track = track._replace(
        standing=_count(standing, outing, slot, usual, lighter=lighter),
        last=due,
        verdicts=(*track.verdicts, outing.verdict)[-rule("D3").numbers["swap_outings"] :],
        events=outing.events,
        events_before=track.events,
        done=outing.most,
    )
    track = _after_signs(track, exercise, outing, slot.date, slot.phase)
    return track if lighter else after_soreness(track, outing, usual)


def after_neighbour(owner: Track, stand_in: str, outing: Outing, day: date, *, lighter: bool) -> Track:
    """Return the track of an exercise after an outing of what stands in for it; a lighter time earns nothing (D0)."""
    if owner.swap is None or owner.swap.kind != "neighbour" or owner.swap.to != stand_in:
        return owner
    # Its own work goes on in an easier form, so no gap begins.
    standing = None if owner.standing is None else owner.standing._replace(last_done=day)
    if lighter and outing.verdict not in ("stop", "twist"):
        return owner._replace(standing=standing)
    clean = owner.swap.clean + 1 if outing.verdict == "clean" else 0
    return owner._replace(standing=standing, swap=owner.swap._replace(clean=clean))


def after_earlier(track: Track, exercise: Exercise, outing: Outing, day: date, usual: float) -> Track:
    """Return the track after an outing in the program before this one. Where it stands comes from all that was done.

    What waited then was served by this outing; what the outing itself asks for waits on in the new program.
    """
    kept = (*track.verdicts, outing.verdict)[-rule("D3").numbers["swap_outings"] :]
    track = track._replace(
        verdicts=kept, events=outing.events, events_before=track.events, done=outing.most, reductions=(), holds=()
    )
    return after_soreness(_after_signs(track, exercise, outing, day, ""), outing, usual)


def after_bad_signs(track: Track, exercise: Exercise, outing: Outing, day: date, phase: str) -> Track:
    """Return the track after pain or twisting in a move that was not due: it earns nothing, but the signs act."""
    assert track.standing is not None
    kept = (*track.verdicts, outing.verdict)[-rule("D3").numbers["swap_outings"] :]
    track = track._replace(verdicts=kept, events=outing.events)
    return _after_signs(track, exercise, outing, day, phase)


def _after_signs(track: Track, exercise: Exercise, outing: Outing, day: date, phase: str) -> Track:
    """Return the track after the signs that act at any time: clean outings are counted anew, in a lighter week too."""
    if (outing.verdict == "stop" or outing.twisted) and track.standing is not None:
        track = track._replace(standing=anew(track.standing))
    if outing.verdict == "stop":
        track = after_stop(track, exercise, outing, day, phase)
    if outing.twisted:
        track = after_twist(track, exercise, outing, day, phase)
    return track


def _count(standing: Standing, outing: Outing, slot: Slot, usual: float, *, lighter: bool) -> Standing:
    if outing.verdict == "clean" or lighter:
        return after_clean(standing, slot, left=outing.left)
    if counts_as_clean(outing, usual) and outing.complete:
        return after_clean(standing, slot, left=outing.left, reps_only=True)
    return after_other(standing, slot)
