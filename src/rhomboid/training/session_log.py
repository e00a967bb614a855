"""What is left of a session while it runs: its own events only stop an item or lower its remaining sets (D3, D4)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.prescription.course_back import step_back
from rhomboid.prescription.course_standing import Bounds, Dosage, bounds_of
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Item, Program, Session
from rhomboid.screening.restrictions import DoseLimits, dose_limits
from rhomboid.training.corrections import read_as_of
from rhomboid.training.event_types import Event, SetDone, Stopped
from rhomboid.training.events import Log
from rhomboid.training.outings import is_stop
from rhomboid.training.rules.climbing import planned_dose
from rhomboid.training.today import due_on
from rhomboid.training.tracks import Note

LOADED_PART = ("strength", "core")
CONSULT = "Stop the loaded part for today. If this pain comes back, see a clinician before you train on."


@dataclass(frozen=True)
class ItemLeft:
    """One item while its session runs. item: what the remaining sets ask; sets_left: 0 when it is over.

    note: why it ended or got easier, or None.
    """

    block: str
    item: Item
    sets_left: int
    ended: bool
    note: Note | None


@dataclass(frozen=True)
class SessionLeft:
    """loaded_part_over: sharp or growing pain ended it for the day. advice: what is said then, or empty."""

    items: tuple[ItemLeft, ...]
    loaded_part_over: bool
    advice: str


def after_set(
    profile: Profile, catalogue: Catalogue, program: Program, log: Log, session_id: str, day: date
) -> SessionLeft | None:
    """Return what is left of a session after the events in the log; None when it is not due on `day`."""
    today = due_on(profile, catalogue, program, log, day)
    session = next((one for one in (today.session, *today.also) if one is not None and one.id == session_id), None)
    if session is None:
        return None
    events = read_as_of(log, day).events
    return left_of(profile, catalogue, session, events, dose_limits(today.triage))


def left_of(
    profile: Profile, catalogue: Catalogue, session: Session, events: Iterable[Event], limits: DoseLimits
) -> SessionLeft:
    """Return what is left of a session as it was due, after the events in order of time."""
    own = [one for one in events if isinstance(one, (SetDone, Stopped)) and one.session == session.id]
    over = any(_ends_loaded_part(one) for one in own)
    left = []
    for block in session.blocks:
        for item in block.items:
            exercise = catalogue[item.exercise]
            bounds = bounds_of(exercise, profile, limits)
            sets = [one for one in own if isinstance(one, SetDone) and one.exercise == item.exercise]
            stops = [one for one in own if isinstance(one, Stopped) and one.exercise == item.exercise]
            left.append(_item_left(block.name, item, exercise, bounds, sets, stops))
    return SessionLeft(tuple(_over(one) if over else one for one in left), over, CONSULT if over else "")


def _item_left(
    block: str, item: Item, exercise: Exercise, bounds: Bounds, sets: Sequence[SetDone], stops: Sequence[Stopped]
) -> ItemLeft:
    done = _sets_done(exercise, sets)
    events = tuple(one.id for one in (*sets, *stops))
    if is_stop(exercise, sets, stops):
        return ItemLeft(block, item, 0, ended=True, note=Note("D3", "It hurt too much, so this move ends now.", events))
    if stops:
        return ItemLeft(block, item, 0, ended=True, note=Note("D0", "You ended this move.", events))
    twisted = tuple(one.id for one in sets if one.compensation)
    if not twisted or block not in LOADED_PART:
        return ItemLeft(block, item, max(item.sets - done, 0), ended=done >= item.sets, note=None)
    less = step_back(planned_dose(item), bounds) or planned_dose(item)
    note = Note("D4", "You twisted or wobbled, so the sets that are left get easier.", twisted)
    left = max(less.sets - done, 0)
    return ItemLeft(block, _eased(item, less), left, ended=left == 0, note=note)


def _eased(item: Item, dose: Dosage) -> Item:
    reps = None if dose.reps is None or item.reps is None else (min(item.reps[0], dose.reps), dose.reps)
    return replace(item, sets=dose.sets, reps=reps, hold_s=dose.hold_s, load=dose.load)


def _sets_done(exercise: Exercise, sets: Sequence[SetDone]) -> int:
    """Return the sets done on both sides."""
    if not exercise.unilateral:
        return len({one.number for one in sets})
    left = {one.number for one in sets if one.side in ("left", "both")}
    right = {one.number for one in sets if one.side in ("right", "both")}
    return len(left & right)


def _ends_loaded_part(event: SetDone | Stopped) -> bool:
    """Return whether pain was sharp or growing, which ends the loaded part of the day (D3)."""
    if isinstance(event, SetDone):
        return event.pain_kind == "sharp"
    return event.why in ("sharp", "worsening")


def _over(left: ItemLeft) -> ItemLeft:
    if left.ended or left.block not in LOADED_PART:
        return left
    note = Note("D3", "Sharp or growing pain ends the loaded part of today.", ())
    return replace(left, sets_left=0, ended=True, note=note)
