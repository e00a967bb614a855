"""D5. A bad morning after, or a session that ended in much pain: all holds; twice running takes a step back."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from statistics import median

from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.course import anew
from rhomboid.training.pain_history import DayScores
from rhomboid.training.session_done import SessionDone, with_all, with_reduction
from rhomboid.training.tracks import Note, Reduction, Track


def is_bad_morning(mornings: DayScores, averages: DayScores, day: date, pain: int) -> bool:
    """Return whether a morning's pain is well above the week before (D5).

    The rule does not say the median of what: of the mornings or of the check-ins, the lower one counts.
    """
    numbers = rule("D5").numbers
    first, last = day - timedelta(days=numbers["days_before"]), day - timedelta(days=1)
    weeks = (scores.between(first, last) for scores in (mornings, averages))
    medians = [median(week) for week in weeks if len(week) >= numbers["values_at_least"]]
    return bool(pain >= min(medians, default=mornings.usual) + numbers["above_usual"])


def mark_bad(
    tracks: Mapping[str, Track], done: list[SessionDone], places: Sequence[int], note: Note
) -> dict[str, Track]:
    """Return the tracks after a day's sessions turned out bad: all in them hold; twice running lowers what was loaded.

    places: of the day's sessions, in order; mostly one.
    """
    fresh = [place for place in places if done[place].bad is None]
    if not fresh:
        return dict(tracks)
    changed = dict(tracks)
    for place in fresh:
        done[place] = done[place]._replace(bad=note)
        changed = with_all(changed, done[place].trained, lambda track: _held(track, note))
    before = done[fresh[0] - 1] if fresh[0] else None
    if before is None or before.bad is None:
        return changed
    twice = Note("D5", "Two sessions running hurt too much afterwards.", (*before.bad.events, *note.events))
    reduction = Reduction(twice, rule("D0").numbers["step_back"])
    loaded = before.loaded.union(*(done[place].loaded for place in fresh))
    return with_all(changed, loaded, lambda track: with_reduction(track, reduction))


def _held(track: Track, note: Note) -> Track:
    standing = None if track.standing is None else anew(track.standing)
    return track._replace(standing=standing, holds=(*track.holds, note))
