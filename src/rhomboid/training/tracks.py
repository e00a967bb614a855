"""What the log leaves behind for one exercise: where it stands and what waits to be weighed when it is next due."""

from collections.abc import Hashable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from rhomboid.catalogue.exercise import Catalogue, Exercise
from rhomboid.prescription.course_standing import Bounds, Dosage, Slot, Standing, bounds_of
from rhomboid.prescription.eligibility import exclusions, waits_for_pain
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Item
from rhomboid.screening.restrictions import Exclusion, dose_limits
from rhomboid.screening.triage import Triage

# In DayFacts.quiet_since: the day that holds for every pattern.
ANY_PATTERN = ""


class Note(NamedTuple):
    """A reason with its rule and the events behind it."""

    rule: str
    reason: str
    events: tuple[str, ...]


class Reduction(NamedTuple):
    """A lasting reduction that waits. share: of the load; neighbour: an easier move may stand in for it."""

    note: Note
    share: float
    fewer_sets: bool = False
    neighbour: bool = False


class Swap(NamedTuple):
    """What stands in for an exercise. to: None where it is left out.

    kind: "neighbour" (until two clean outings of it), "pattern" (until pain has been quiet for long), "barred" (while
    the exercise may not be done), "wish" (until the phase ends). clean: outings running of what stands in.
    """

    to: str | None
    kind: str
    since: date
    phase: str
    note: Note
    clean: int = 0


class Track(NamedTuple):
    """One exercise, in whatever place of the program it was done: its own, or that of another.

    standing: None when it was never done. last: what was due when it was last done. verdicts: of the last outings.
    events, events_before: of the last outing, of the one before. reductions, holds: what waits.
    swap_due: it is to be swapped next time. swap: what stands in for it. done: the most that was told of the last
    outing.
    """

    standing: Standing | None = None
    last: Dosage | None = None
    verdicts: tuple[str, ...] = ()
    sore_running: int = 0
    reductions: tuple[Reduction, ...] = ()
    holds: tuple[Note, ...] = ()
    swap_due: Swap | None = None
    swap: Swap | None = None
    events: tuple[str, ...] = ()
    events_before: tuple[str, ...] = ()
    done: Dosage | None = None


class DayFacts(NamedTuple):
    """All that holds for a whole session on the day it is due.

    blocked: why nothing rises. lighter: what lowers today only, as (share, whole) pairs with their reasons: whole
    takes a set away too. in_flare: nothing new. quiet_since: by pattern, the day from which a swapped move waits.
    hip_shift: noted in a squat (B4). reported: the event of the last safety answers. unreadable: a line of the log is.
    """

    triage: Triage
    confirmed: frozenset[str]
    usual_pain: float
    average_pain: float | None
    blocked: tuple[Note, ...]
    lighter: tuple["Lighter", ...]
    in_flare: bool
    quiet_since: Mapping[str, date] = MappingProxyType({})
    hip_shift: Note | None = None
    reported: tuple[str, ...] = ()
    unreadable: bool = False


class Lighter(NamedTuple):
    """One thing that lowers only what is due now. loaded_only: trunk moves stay. whole: a set fewer too."""

    note: Note
    share: float
    whole: bool
    loaded_only: bool


class Case(NamedTuple):
    """One exercise due in one session.

    plan: the plan's item there. bounds_of, barred: looked up once for all. spare_s: seconds the session has left.
    first_phase: the phase in which the program first gives it. taken: what else stands in the session.
    tracks: of all exercises, for what may stand in. given: what the program itself gives in this phase.
    """

    exercise: Exercise
    block: str
    plan: Item
    slot: Slot
    bounds: Bounds
    track: Track
    facts: DayFacts
    desk: "Desk"
    spare_s: int
    first_phase: str
    taken: frozenset[str]
    tracks: Mapping[str, Track]
    given: frozenset[str]


class Desk:
    """What the rules look things up with: person and catalogue, and who may do what, each worked out once."""

    def __init__(self, profile: Profile, catalogue: Catalogue) -> None:
        self.profile = profile
        self.catalogue = catalogue
        self._barred: dict[Hashable, dict[Hashable, tuple[Exclusion, ...]]] = {}
        self._facts: DayFacts | None = None
        self._barred_on_day: dict[Hashable, tuple[Exclusion, ...]] = {}
        self._bounds: dict[tuple[object, ...], Bounds] = {}

    def barred(self, exercise: Exercise, facts: DayFacts, phase: str) -> tuple[Exclusion, ...]:
        """Return what keeps the person from an exercise on a day; empty when it may be done."""
        if facts is not self._facts:
            self._facts, self._barred_on_day = facts, self._barred.setdefault(self.what_matters(facts), {})
        key = (exercise.id, phase, exercise.id in facts.confirmed)
        found = self._barred_on_day.get(key)
        if found is None:
            found = self._barred_on_day[key] = exclusions(
                exercise,
                self.profile,
                facts.triage,
                phase=phase,
                average_pain=_average_that_counts(exercise, facts, self.profile),
                form_confirmed=facts.confirmed,
            )
        return found

    def what_matters(self, facts: DayFacts) -> Hashable:
        """Return all that a day changes in who may do what, form aside."""
        average = facts.average_pain
        waits = None if average is None else waits_for_pain(average)
        return (facts.triage.restrictions, tuple([hit.rule.id for hit in facts.triage.hits]), waits)

    def bounds(self, exercise: Exercise, triage: Triage) -> Bounds:
        """Return what bounds the doses of an exercise under the restrictions of a screen."""
        key = (exercise.id, triage.restrictions)
        if key not in self._bounds:
            self._bounds[key] = bounds_of(exercise, self.profile, dose_limits(triage))
        return self._bounds[key]


def _average_that_counts(exercise: Exercise, facts: DayFacts, profile: Profile) -> float:
    """Return the average pain that locks and tiers ask for: too few check-ins keep a locked move locked (B3)."""
    if facts.average_pain is not None:
        return facts.average_pain
    return 10.0 if exercise.tier == "locked" else (profile.answers.number("average_24h") or 0)


class Outcome(NamedTuple):
    """What is due of one exercise, and why.

    exercise: None where it is left out. kind: None where nothing is decided, as it was never done before.
    track: of `exercise`, as it stands once this is done. before: what it is compared with; before_exercise: of which
    exercise. owners: the tracks of those it stands in for. beside: the decision about what stands in, where that was
    done before.
    """

    exercise: str | None
    dose: Dosage | None
    track: Track
    kind: str | None
    note: Note
    before: Dosage | None = None
    before_exercise: str = ""
    owners: tuple[tuple[str, Track], ...] = ()
    beside: "Outcome | None" = None
