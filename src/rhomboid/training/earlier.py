"""What was done in the program before one that was made anew: where each exercise stands after it."""

from collections.abc import Iterator, Sequence

from rhomboid.prescription.course_standing import Standing
from rhomboid.screening.restrictions import DoseLimits
from rhomboid.training.event_types import SetDone
from rhomboid.training.so_far import standing_after
from rhomboid.training.tracks import Desk


class Earlier:
    """The log of the earlier program, exercise by exercise. What it leaves behind is worked out when it is asked for.

    A long log has hundreds of earlier sessions, and where an exercise stands takes all of its own together.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._sets: dict[str, list[SetDone]] = {}
        self._changed: dict[str, DoseLimits] = {}

    def copy(self) -> "Earlier":
        """Return the same, to grow on its own."""
        found = Earlier(self.desk)
        found._sets = {name: list(sets) for name, sets in self._sets.items()}
        found._changed = dict(self._changed)
        return found

    def take(self, name: str, sets: Sequence[SetDone], limits: DoseLimits) -> None:
        """Take in what was done of an exercise in one session. limits: of the restrictions in force on that day."""
        self._sets.setdefault(name, []).extend(sets)
        self._changed[name] = limits

    def standings(self) -> Iterator[tuple[str, Standing]]:
        """Yield where each exercise stands that was done since this was last asked."""
        for name, limits in sorted(self._changed.items()):
            # A step back after a bad end waits on the track, with its rule and its events.
            standing = standing_after(self.desk.catalogue[name], self.desk.profile, limits, self._sets[name])
            if standing is not None:
                yield name, standing
        self._changed = {}
