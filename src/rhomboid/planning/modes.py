"""The forms a plan can take: the full one, short ones (C10), daily easing alone, and what keeps a gain (C2)."""

from collections.abc import Iterator
from dataclasses import replace

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.catalogue.rulebook import rule
from rhomboid.lib.weekdays import WEEKDAYS
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Block, Item, Program, Session, Week
from rhomboid.prescription.schedule_days import WeekShape, choose_strength_days
from rhomboid.prescription.timing import MINUTE_S

SPLITS = ("split3", "split9")
ADVICE = {
    "minimal": (
        "This is the shortest form: two minutes on five days. It keeps the habit going; the full plan does more. "
        "Walk and move gently besides."
    ),
    "split3": "These are three sessions a week of at most 20 minutes each.",
    "split9": "Each session is cut into three small ones for the same day. Leave an hour or more between them.",
    "daily": (
        "This plan has no strength work. Easy movement and stretching can feel good, but trials on neck and shoulder "
        "pain back strength work more. You can change to the full plan on any day."
    ),
    "maintain": "This plan keeps what you have gained: two strength days a week. It suits you when pain has settled.",
}


def shaped(profile: Profile, mode: str) -> Profile:
    """Return the person with the days and minutes of a mode."""
    days, schedule = choose_strength_days(profile.schedule.strength_days), profile.schedule
    fewest, most = rule("C1").numbers["strength_days"]
    if mode == "maintain" and days:
        two = choose_strength_days(schedule.strength_days, fewest)
        return replace(profile, schedule=replace(schedule, strength_days=two))
    if mode in SPLITS:
        minutes = rule("C10").numbers["splits"][0][1]
        # C1 does not hold the days of a split: where three of the person's own do not fit, any three will do.
        three = days if len(days) == most else choose_strength_days(WEEKDAYS)
        return replace(profile, schedule=replace(schedule, strength_days=three, minutes=min(schedule.minutes, minutes)))
    return profile


def shape_of(week: WeekShape, mode: str) -> WeekShape:
    """Return a week as a mode has it: daily easing alone has no strength days."""
    if mode != "daily":
        return week
    return replace(week, strength=(), daily=tuple(sorted((*week.daily, *week.strength))))


def cut(program: Program, catalogue: Catalogue) -> Program:
    """Return the program with each strength session cut into three small ones of the same day (C10)."""
    return replace(program, weeks=tuple(_cut_week(week, catalogue) for week in program.weeks))


def _cut_week(week: Week, catalogue: Catalogue) -> Week:
    sessions: list[Session] = []
    for session in week.sessions:
        sessions += _pieces(session, catalogue) if session.kind == "strength" else (session,)
    return replace(week, sessions=tuple(sessions))


def _pieces(session: Session, catalogue: Catalogue) -> Iterator[Session]:
    """Yield three small sessions: the work spread evenly, a short warm-up before each, a stretch where it fits."""
    times, minutes = rule("C10").numbers["splits"][1]
    count = times // rule("C10").numbers["splits"][0][0]
    blocks = {block.name: block.items for block in session.blocks}
    work: list[dict[str, list[Item]]] = [{"strength": [], "core": []} for _ in range(count)]
    pending = [(item, name) for name in ("strength", "core") for item in blocks[name]]
    for item, name in sorted(pending, key=lambda one: (-one[0].seconds, one[0].exercise)):
        shortest = min(range(count), key=lambda place: (_seconds(work[place]), place))
        work[shortest][name].append(item)
    moves = [item for item in blocks["warm_up"] if catalogue[item.exercise].dose.kind == "easy_reps"]
    stretches = blocks["cool_down"]
    for place, piece in enumerate(work):
        parts: dict[str, list[Item]] = {"warm_up": [], **piece, "cool_down": []}
        for name, items in (("warm_up", moves), ("cool_down", stretches)):
            other = items[place % len(items)] if items else None
            if other is not None and _seconds(parts) + other.seconds <= minutes * MINUTE_S:
                parts[name].append(other)
        made = tuple(Block(name, tuple(items)) for name, items in parts.items() if items)
        yield Session(f"{session.id}-{place + 1}", session.date, "strength", _seconds(parts) / MINUTE_S, made)


def _seconds(parts: dict[str, list[Item]]) -> int:
    return sum(item.seconds for items in parts.values() for item in items)
