"""The kinds of people, and the profile and plan each person has."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.reader import read_table
from rhomboid.prescription.profile import Experience, Goals, Limits, OwnKit, Profile, Schedule, Setting
from rhomboid.prescription.program import Program, Session
from rhomboid.screening.facts import load_facts, parse_answers
from rhomboid.simulation.policies import POLICIES, PlainCourse
from rhomboid.simulation.readings import Readings, with_average
from rhomboid.simulation.remembering import Shared
from rhomboid.simulation.running import sessions_by_day

PATH = "simulation/kinds.toml"
START = date(2026, 11, 23)
PLANNED_WEEKS = 15

# A well person with mild pain: nothing in it asks for a clinician.
MILD: Mapping[str, Any] = {
    "age": 42,
    "sex": "unstated",
    "sites": ["interscapular"],
    "quality": ["ache"],
    "pattern": "intermittent",
    "at_rest_now": 1,
    "onset_age": 40,
    "duration_weeks": 30,
    "suspected_cause": ["posture"],
}


@dataclass(frozen=True)
class Kind:
    """One kind of person in one band of pain. weight: share of the people. band: lowest and highest average pain."""

    name: str
    weight: float
    band: tuple[int, int]
    profile: Profile

    def profile_of(self, average: int) -> Profile:
        """Return the profile of a person of this kind with their own average pain."""
        return with_average(self.profile, min(max(average, self.band[0]), self.band[1]))


@dataclass(frozen=True)
class Planned:
    """A kind with its program."""

    kind: Kind
    program: Program

    @cached_property
    def by_day(self) -> dict[date, tuple[Session, ...]]:
        """Return the sessions of each day."""
        return sessions_by_day(self.program)

    @cached_property
    def readings(self) -> Readings:
        """Return what the checker says of people of this kind."""
        return Readings(self.kind.profile, load_catalogue(), self.program)

    @cached_property
    def profiles(self) -> dict[int, Profile]:
        """Return the profiles of this kind by average pain."""
        return {average: self.kind.profile_of(average) for average in range(self.kind.band[0], self.kind.band[1] + 1)}

    def profile_of(self, average: int) -> Profile:
        """Return the profile of a person of this kind with their own average pain."""
        return self.profiles[min(max(average, self.kind.band[0]), self.kind.band[1])]

    @cached_property
    def shared(self) -> Shared:
        """Return what all people of this kind share."""
        return Shared()

    @cached_property
    def plain(self) -> dict[str, PlainCourse]:
        """Return the courses of the policies that do not listen."""
        return {policy: PlainCourse(self.program, policy) for policy in POLICIES if policy != "rhomboid"}


@cache
def load_kinds() -> tuple[Kind, ...]:
    """Return each kind in each band of pain, in the order of the content file."""
    table = read_table(PATH)
    bands = [(int(low), int(high)) for low, high in table["bands"]]
    return tuple(
        Kind(entry["name"], float(entry["weight"]), band, _profile(entry, band[1]))
        for entry in table["kind"]
        for band in bands
    )


def plan_kind(kind: Kind, make: Callable[[Profile], Program | None]) -> Planned:
    """Return a kind with its program; every kind of the content file has one."""
    program = make(kind.profile)
    assert program is not None, f"{kind.name}: the content of the simulation leads to no program"
    return Planned(kind, program)


def make_program(profile: Profile, catalogue: Catalogue, weeks: int = PLANNED_WEEKS) -> Program | None:
    """Return the program the planner makes for a profile."""
    from rhomboid.planning.plan import plan  # the solver takes half a second to import

    return plan(profile, catalogue, weeks=weeks).program


def _profile(entry: Mapping[str, Any], average: int) -> Profile:
    well = {fact.id: "no" for fact in load_facts() if fact.kind == "yesno"}
    told = {**well, **MILD, "average_24h": average, "worst_24h": average + 2, **entry["facts"]}
    return Profile(
        answers=parse_answers(PATH, told),
        setting=Setting(entry["place"], frozenset(entry["equipment"]), can_get_to_floor=True),
        schedule=Schedule(START, tuple(entry["strength_days"]), entry["minutes"], entry["daily_minutes"]),
        goals=Goals(),
        experience=Experience(entry["level"]),
        sitting_hours_per_day=6,
        like=frozenset(),
        avoid=frozenset(),
        kit=OwnKit(),
        clearances=(),
        limits=Limits(max_load_kg=dict(entry["max_load_kg"])),
    )
