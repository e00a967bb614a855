"""How whole strength sessions went: bad mornings (D5), weak and achy (D6), two items stopped (D3)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import median

from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.course import anew
from rhomboid.training.pain_history import DayScores
from rhomboid.training.tracks import Note, Reduction, Track


@dataclass(frozen=True)
class SessionDone:
    """One strength session that was done. loaded, trained: ids of its loaded moves (C3); of all that climbs.

    bad: the reason and events of D5, or None; weak: those of D6.
    """

    session: str
    day: date
    loaded: frozenset[str]
    trained: frozenset[str]
    bad: Note | None = None
    weak: Note | None = None


def is_bad_morning(mornings: DayScores, averages: DayScores, day: date, pain: int) -> bool:
    """Return whether a morning's pain is well above the week before (D5).

    The rule does not say the median of what: of the mornings or of the check-ins, the lower one counts.
    """
    numbers = rule("D5").numbers
    first, last = day - timedelta(days=numbers["days_before"]), day - timedelta(days=1)
    weeks = (scores.between(first, last) for scores in (mornings, averages))
    medians = [median(week) for week in weeks if len(week) >= numbers["values_at_least"]]
    return bool(pain >= min(medians, default=mornings.usual) + numbers["above_usual"])


def mark_bad(tracks: Mapping[str, Track], done: list[SessionDone], place: int, note: Note) -> dict[str, Track]:
    """Return the tracks after a session turned out bad: all in it hold; twice running lowers what was loaded."""
    if done[place].bad is not None:
        return dict(tracks)
    done[place] = replace(done[place], bad=note)
    changed = _with(tracks, done[place].trained, lambda track: _held(track, note))
    before = done[place - 1] if place else None
    if before is None or before.bad is None:
        return changed
    twice = Note("D5", "Two sessions running hurt too much afterwards.", (*before.bad.events, *note.events))
    reduction = Reduction(twice, rule("D0").numbers["step_back"])
    return _with(changed, done[place].loaded | before.loaded, lambda track: _reduced(track, reduction))


def mark_weak(tracks: Mapping[str, Track], done: list[SessionDone], note: Note) -> dict[str, Track]:
    """Return the tracks after a weak and achy session; two running take a step and a set from all loaded in them."""
    done[-1] = replace(done[-1], weak=note)
    before = done[-2] if len(done) > 1 else None
    if before is None or before.weak is None:
        return dict(tracks)
    reason = "You felt weak and achy after two sessions running, so you do less for now."
    twice = Note("D6", reason, (*before.weak.events, *note.events))
    reduction = Reduction(twice, rule("D0").numbers["step_back"], fewer_sets=True)
    return _with(tracks, done[-1].loaded | before.loaded, lambda track: _reduced(track, reduction))


def _with(tracks: Mapping[str, Track], names: Iterable[str], change: Callable[[Track], Track]) -> dict[str, Track]:
    changed = dict(tracks)
    for name in sorted(names):
        if name in changed:
            changed[name] = change(changed[name])
    return changed


def _held(track: Track, note: Note) -> Track:
    standing = None if track.standing is None else anew(track.standing)
    return replace(track, standing=standing, holds=(*track.holds, note))


def _reduced(track: Track, reduction: Reduction) -> Track:
    return replace(track, reductions=(*track.reductions, reduction))
