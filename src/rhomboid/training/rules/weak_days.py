"""D6. Weak and achy after two sessions running: a step and a set less of all that was loaded in them."""

from collections.abc import Mapping

from rhomboid.catalogue.rulebook import rule
from rhomboid.training.session_done import SessionDone, with_all, with_reduction
from rhomboid.training.tracks import Note, Reduction, Track


def mark_weak(tracks: Mapping[str, Track], done: list[SessionDone], note: Note) -> dict[str, Track]:
    """Return the tracks after a weak and achy session; two running take a step and a set from all loaded in them."""
    done[-1] = done[-1]._replace(weak=note)
    before = done[-2] if len(done) > 1 else None
    if before is None or before.weak is None:
        return dict(tracks)
    reason = "You felt weak and achy after two sessions running, so you do less for now."
    twice = Note("D6", reason, (*before.weak.events, *note.events))
    reduction = Reduction(twice, rule("D0").numbers["step_back"], fewer_sets=True)
    return with_all(tracks, done[-1].loaded | before.loaded, lambda track: with_reduction(track, reduction))
