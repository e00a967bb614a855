"""D4, B5. Twisting or wobbling takes a step back; a back that rounds in a bent-over row asks for a held one."""

from datetime import date

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.rulebook import rule
from rhomboid.training.outings import Outing
from rhomboid.training.rules.substitutes import HINGED
from rhomboid.training.tracks import Note, Reduction, Swap, Track

PULL_OR_FLY = ("horizontal_pull", "scapular_retraction")


def after_twist(track: Track, exercise: Exercise, outing: Outing, day: date, phase: str) -> Track:
    """Return the track after an outing with a twist in it."""
    waits = track.swap_due is not None and track.swap_due.kind == "pattern"
    if HINGED in exercise.provocations and exercise.pattern in PULL_OR_FLY and not waits:
        note = Note("B5", f"Your back rounded or strained in {exercise.name.lower()}.", outing.events)
        return track._replace(swap_due=Swap(None, "pattern", day, phase, note))
    note = Note("D4", "You twisted or wobbled last time, so you go one step back.", outing.events)
    share = rule("D0").numbers["step_back"]
    return track._replace(reductions=(*track.reductions, Reduction(note, share, neighbour=True)))
