"""What was done in the program before one that was made anew: it stands on, and pain in it acts all the same."""

from collections.abc import Iterator

from rhomboid.prescription.course_standing import Dosage, Standing
from rhomboid.prescription.dose_table import CLIMBING_KINDS
from rhomboid.screening.restrictions import DoseLimits
from rhomboid.training.outings import Outing, Work, judge
from rhomboid.training.so_far import standing_after
from rhomboid.training.tracks import Desk

# What was due there is no longer known, and pain does not ask for it.
ANY_DOSE = Dosage(1, None, None, None, None)


class Earlier:
    """The log of the earlier program, exercise by exercise. What it leaves behind is worked out when it is asked for.

    A long log has hundreds of earlier sessions, and where an exercise stands takes all of its own together.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._done: dict[str, Work] = {}
        self._changed: dict[str, DoseLimits] = {}

    def copy(self) -> "Earlier":
        """Return the same, to grow on its own."""
        found = Earlier(self.desk)
        found._done = {name: Work([*one.sets], [*one.stops]) for name, one in self._done.items()}
        found._changed = dict(self._changed)
        return found

    def take(self, name: str, work: Work, limits: DoseLimits) -> Outing | None:
        """Take in what was done of an exercise in one session; return its signs, None where it keeps no standing.

        limits: of the restrictions in force on that day.
        """
        kept = self._done.setdefault(name, Work([], []))
        kept.sets.extend(work.sets)
        kept.stops.extend(work.stops)
        exercise = self.desk.catalogue[name]
        if not kept.sets or exercise.dose.kind not in CLIMBING_KINDS:
            return None
        self._changed[name] = limits
        return judge(exercise, ANY_DOSE, work.sets, work.stops)

    def standings(self) -> Iterator[tuple[str, Standing]]:
        """Yield where each exercise stands that was done since this was last asked."""
        for name, limits in sorted(self._changed.items()):
            work = self._done[name]
            standing = standing_after(self.desk.catalogue[name], self.desk.profile, limits, (*work.sets, *work.stops))
            if standing is not None:
                yield name, standing
        self._changed = {}
