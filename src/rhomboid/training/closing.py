"""How strength sessions went as a whole, and what that asks of their moves and of the next session (D3, D5, D6)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rhomboid.catalogue.rulebook import rule
from rhomboid.training.event_types import MorningAfter, SessionEnd
from rhomboid.training.outings import Outing
from rhomboid.training.pain_history import DayScores
from rhomboid.training.rules.bad_mornings import is_bad_morning, mark_bad
from rhomboid.training.rules.weak_days import mark_weak
from rhomboid.training.session_done import SessionDone
from rhomboid.training.tracks import Note, Track

Tracks = Mapping[str, Track]


class Done(NamedTuple):
    """One exercise in a session, in the block it stood in. trained: a set of it was done, where it climbs."""

    exercise: str
    block: str
    outing: Outing
    trained: bool


class ClosedSessions:
    """The strength sessions that were done, in order. two_stops: why the next one is lighter, or None."""

    def __init__(self) -> None:
        self.two_stops: Note | None = None
        self._done: list[SessionDone] = []
        self._places: dict[date, tuple[int, ...]] = {}

    def copy(self) -> "ClosedSessions":
        """Return the same sessions, to grow on their own."""
        found = ClosedSessions()
        found.two_stops, found._done, found._places = self.two_stops, list(self._done), dict(self._places)
        return found

    def close(self, session: str, day: date, items: Sequence[Done]) -> None:
        """Take in a strength session that was done."""
        trained = [one for one in items if one.trained]
        if trained:
            loaded = frozenset(one.exercise for one in trained if one.block == "strength")
            self._places[day] = (*self._places.get(day, ()), len(self._done))
            self._done.append(SessionDone(session, day, loaded, frozenset(one.exercise for one in trained)))
            self.two_stops = None
        stopped = [one.outing for one in items if one.outing.verdict == "stop"]
        if len(stopped) >= rule("D3").numbers["stopped_items"]:
            reason = "Two moves had to stop last time, so this session is lighter."
            self.two_stops = Note("D3", reason, tuple(event for one in stopped for event in one.events))

    def after_morning(self, tracks: Tracks, event: MorningAfter, mornings: DayScores, pain: DayScores) -> Tracks:
        """Return the tracks after the pain of a morning was told."""
        places = self._places.get(event.day - timedelta(days=1))
        if not places or not is_bad_morning(mornings, pain, event.day, event.pain):
            return tracks
        reason = "The morning after hurt clearly more than usual, so nothing goes up."
        return mark_bad(tracks, self._done, places, Note("D5", reason, (event.id,)))

    def after_end(self, tracks: Tracks, event: SessionEnd) -> Tracks:
        """Return the tracks after the end of a session was told."""
        if not self._done or self._done[-1].session != event.session:
            return tracks
        if event.pain >= rule("D5").numbers["session_end_pain"]:
            note = Note("D5", "The last session ended with a lot of pain, so nothing goes up.", (event.id,))
            tracks = mark_bad(tracks, self._done, (len(self._done) - 1,), note)
        if event.felt == "weak_achy":
            tracks = mark_weak(tracks, self._done, Note("D6", "You felt weak and achy.", (event.id,)))
        return tracks
