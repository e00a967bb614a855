"""What is left of a move after a twist (D4), worked out beforehand so that the player knows it offline.

The rule itself is training's: a twist is told to it, and what it leaves is what the player offers.
"""

from datetime import UTC, date, datetime, time

from rhomboid.catalogue.load import load_catalogue
from rhomboid.prescription.program import Item, Session
from rhomboid.screening.restrictions import dose_limits
from rhomboid.service.models import Person
from rhomboid.service.programs import profile_of
from rhomboid.service.sessions import day_of
from rhomboid.training.event_types import SetDone
from rhomboid.training.session_log import LOADED_PART, left_of


def easier_doses(person: Person, session: Session, day: date) -> dict[str, Item]:
    """Return for each exercise of strength and core its dose one step back on `day`, where there is one."""
    limits = dose_limits(day_of(person, day).triage)
    loaded = [item for name in LOADED_PART for item in session.block(name)]
    twists = [_twist(item, session, day) for item in loaded]
    left = left_of(profile_of(person), load_catalogue(), session, twists, limits)
    due = {item.exercise: item for item in loaded}
    return {
        one.item.exercise: one.item
        for one in left.items
        if one.block in LOADED_PART and one.item != due[one.item.exercise]
    }


def _twist(item: Item, session: Session, day: date) -> SetDone:
    """Return the event of a first set that ended in a twist."""
    return SetDone(
        id=f"twist-{item.exercise}",
        at=datetime.combine(day, time(12), tzinfo=UTC),
        session=session.id,
        exercise=item.exercise,
        number=1,
        side="both",
        reps=item.reps[1] if item.reps else None,
        hold_s=item.hold_s,
        load=item.load,
        rir=item.rir,
        pain=0,
        pain_kind="none",
        compensation=True,
    )
