"""D3. Pain that stopped a move: a clear step back, the second soon after a swap; and soreness that keeps coming."""

from datetime import date

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.rulebook import rule
from rhomboid.training.outings import Outing
from rhomboid.training.tracks import Note, Reduction, Swap, Track


def after_stop(track: Track, exercise: Exercise, outing: Outing, day: date, phase: str) -> Track:
    """Return the track after an outing that stopped."""
    numbers = rule("D3").numbers
    if track.verdicts.count("stop") >= numbers["swap_stops"]:
        note = Note("D3", f"{exercise.name} had to stop twice in a short time.", outing.events)
        return track._replace(swap_due=Swap(None, "pattern", day, phase, note))
    note = Note("D3", "It hurt too much last time, so you go back a clear step.", outing.events)
    return track._replace(reductions=(*track.reductions, Reduction(note, numbers["step_back"], neighbour=True)))


def counts_as_clean(outing: Outing, usual: float) -> bool:
    """Return whether a sore outing counts for repetitions, as pain is usually there (D1)."""
    low, high = rule("D1").numbers["usual_pain"]
    return outing.verdict == "sore" and low <= usual <= high and outing.worst_pain <= usual


def after_soreness(track: Track, outing: Outing, usual: float) -> Track:
    """Return the track after an outing outside a lighter time: sore and missed ones hold, three sore ones lower."""
    above = outing.verdict == "sore" and outing.worst_pain > usual
    running = track.sore_running + 1 if above else 0
    if above and running >= rule("D3").numbers["sore_running"]:
        note = Note("D3", "It was sore three times running, so you go one step back.", outing.events)
        reduction = Reduction(note, rule("D0").numbers["step_back"])
        return track._replace(sore_running=0, reductions=(*track.reductions, reduction))
    track = track if track.sore_running == running else track._replace(sore_running=running)
    if outing.verdict == "sore" and not counts_as_clean(outing, usual):
        return _hold(track, Note("D3", "It was sore last time, so it stays the same.", outing.events))
    if outing.verdict == "miss":
        return _hold(track, Note("D1", "Not all of it was done last time, so it stays the same.", outing.events))
    return track


def _hold(track: Track, note: Note) -> Track:
    return track._replace(holds=(*track.holds, note))
