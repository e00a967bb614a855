"""How a whole strength session went, and what that changes in all that was done in it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from rhomboid.training.tracks import Note, Reduction, Track


class SessionDone(NamedTuple):
    """One strength session that was done. loaded, trained: ids of its loaded moves (C3); of all that climbs.

    bad: the reason and events of D5, or None; weak: those of D6.
    """

    session: str
    day: date
    loaded: frozenset[str]
    trained: frozenset[str]
    bad: Note | None = None
    weak: Note | None = None


def with_all(tracks: Mapping[str, Track], names: Iterable[str], change: Callable[[Track], Track]) -> dict[str, Track]:
    """Return the tracks with those of some exercises changed."""
    changed = dict(tracks)
    for name in sorted(names):
        if name in changed:
            changed[name] = change(changed[name])
    return changed


def with_reduction(track: Track, reduction: Reduction) -> Track:
    """Return a track with one reduction more that waits."""
    return track._replace(reductions=(*track.reductions, reduction))
