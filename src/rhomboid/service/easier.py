"""What is left of a move after a twist (D4), worked out beforehand so that the player knows it offline."""

from dataclasses import replace

from rhomboid.catalogue.load import load_catalogue
from rhomboid.prescription.course_back import step_back
from rhomboid.prescription.course_standing import Dosage, bounds_of
from rhomboid.prescription.program import Item, Session
from rhomboid.service.models import Person
from rhomboid.service.programs import profile_of

LOADED_PART = ("strength", "core")


def easier_doses(person: Person, session: Session) -> dict[str, Item]:
    """Return for each exercise of strength and core its dose one step back, where there is one."""
    profile, catalogue = profile_of(person), load_catalogue()
    found = {}
    for item in (item for name in LOADED_PART for item in session.block(name)):
        less = step_back(_dosage(item), bounds_of(catalogue[item.exercise], profile))
        if less is not None:
            reps = (item.reps[0], less.reps) if item.reps and less.reps else item.reps
            found[item.exercise] = replace(item, sets=less.sets, reps=reps, hold_s=less.hold_s, load=less.load)
    return found


def _dosage(item: Item) -> Dosage:
    reps = item.reps[1] if item.reps else None
    return Dosage(sets=item.sets, reps=reps, hold_s=item.hold_s, load=item.load, rir=item.rir)
