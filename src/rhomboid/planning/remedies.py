"""What would solve a conflict: the smallest change of each wish that collides, tried before it is told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.catalogue.rulebook import rule
from rhomboid.catalogue.vocabulary import BANDS, EQUIPMENT
from rhomboid.lib.weekdays import WEEKDAYS
from rhomboid.planning.wish_fields import DAY_NAMES, listed
from rhomboid.planning.wishes import Solves
from rhomboid.planning.worth import points
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.schedule_days import choose_strength_days

KIT_NAMES = {"resistance_band": "a band", "dumbbell": "dumbbells", "kettlebell": "a kettlebell"}


@dataclass(frozen=True)
class Remedy:
    """A profile with one wish changed, and the change in words that follow on "with"."""

    profile: Profile
    text: str


def smallest(
    profile: Profile, field: str, catalogue: Catalogue, solves: Solves, proves: Solves | None = None
) -> Remedy | None:
    """Return the smallest change of one wish that solves it, or None. solves: tries one; proves: makes sure of it."""
    offers = (one for one in _OFFERS[field](profile, catalogue, solves) if solves(one.profile))
    return next((one for one in offers if proves is None or proves(one.profile)), None)


def _minutes(field: str, words: str) -> "Offer":
    def offers(profile: Profile, _catalogue: Catalogue, _solves: Solves) -> Iterator[Remedy]:
        now = getattr(profile.schedule, field)
        for minutes in points("remedies")[field]:
            if minutes > now:
                changed = replace(profile, schedule=replace(profile.schedule, **{field: minutes}))
                yield Remedy(changed, f"{minutes} minutes for a {words} session instead of {now}")

    return offers


def _days(profile: Profile, _catalogue: Catalogue, solves: Solves) -> Iterator[Remedy]:
    """Yield one day more, or the two that lie widest apart.

    Days that give as many sessions give the same weeks on other dates, so one of each is tried for all.
    """
    now = profile.schedule.strength_days
    free = [day for day in WEEKDAYS if day not in now]
    fitting: dict[int, list[str]] = {}
    for day in free:
        sessions = len(choose_strength_days((*now, day)))
        fitting.setdefault(sessions, []).append(day)
    for days in fitting.values():
        if solves(_with_days(profile, days[0])):
            yield Remedy(
                _with_days(profile, days[0]), f"strength on {' or '.join(DAY_NAMES[day] for day in days)} as well"
            )
    two = choose_strength_days(WEEKDAYS, rule("C1").numbers["strength_days"][0])
    yield Remedy(_with_days(profile, *two), f"strength on {listed([DAY_NAMES[day] for day in two])}")


def _with_days(profile: Profile, *added: str) -> Profile:
    days = tuple(sorted({*profile.schedule.strength_days, *added}, key=WEEKDAYS.index))
    return replace(profile, schedule=replace(profile.schedule, strength_days=days))


def _kit(profile: Profile, _catalogue: Catalogue, _solves: Solves) -> Iterator[Remedy]:
    """Yield one thing more, then two: what opens most moves first."""
    missing = [one for one in (*KIT_NAMES, *EQUIPMENT) if one not in profile.setting.equipment]
    missing = list(dict.fromkeys(missing))
    for count in (1, 2):
        for added in combinations(missing, count):
            owned = replace(profile.setting, equipment=profile.setting.equipment | set(added))
            names = listed([KIT_NAMES.get(one, f"a {one}").replace("_", " ") for one in added])
            yield Remedy(replace(profile, setting=owned), f"{names} besides what you have")


def _bands(profile: Profile, _catalogue: Catalogue, _solves: Solves) -> Iterator[Remedy]:
    owned = profile.kit.bands or ()
    for band in BANDS:
        if band not in owned:
            bands = tuple(sorted((*owned, band), key=BANDS.index))
            changed = replace(profile, kit=replace(profile.kit, bands=bands))
            yield Remedy(changed, f"a band that is {band.replace('_', ' ')}")


def _weights(field: str, name: str) -> "Offer":
    def offers(profile: Profile, _catalogue: Catalogue, _solves: Solves) -> Iterator[Remedy]:
        owned = getattr(profile.kit, field) or ()
        for kg in points("remedies")["weights_kg"]:
            if kg not in owned:
                changed = replace(profile, kit=replace(profile.kit, **{field: tuple(sorted((*owned, float(kg))))}))
                yield Remedy(changed, f"a {name} of {kg} kg")

    return offers


def _floor(profile: Profile, _catalogue: Catalogue, _solves: Solves) -> Iterator[Remedy]:
    changed = replace(profile, setting=replace(profile.setting, can_get_to_floor=True))
    yield Remedy(changed, "moves on the floor, if you can get down and up again")


def _place(profile: Profile, _catalogue: Catalogue, _solves: Solves) -> Iterator[Remedy]:
    yield Remedy(replace(profile, setting=replace(profile.setting, place="home")), "training at home, not in an office")


def _fewer(ids: tuple[str, ...], without: Callable[[frozenset[str]], Profile], solves: Solves) -> frozenset[str]:
    """Return few entries of a list that are in the way: one if one is, else as few as trying one by one leaves."""
    for one in ids[: points("remedies")["listed"]]:
        if solves(without(frozenset({one}))):
            return frozenset({one})
    low, high = 1, len(ids)
    while low < high:
        middle = (low + high) // 2
        if solves(without(frozenset(ids[:middle]))):
            high = middle
        else:
            low = middle + 1
    found = frozenset(ids[:high])
    for one in sorted(found):
        if len(found) > 1 and solves(without(found - {one})):
            found -= {one}
    return found


def _avoided(profile: Profile, catalogue: Catalogue, solves: Solves) -> Iterator[Remedy]:
    def without(back: frozenset[str]) -> Profile:
        return replace(profile, avoid=profile.avoid - back)

    back = _fewer(_most_missed(profile.avoid, catalogue), without, solves)
    yield Remedy(without(back), f"{_names(back, catalogue)} off the list of moves to avoid")


def _banned(profile: Profile, catalogue: Catalogue, solves: Solves) -> Iterator[Remedy]:
    def without(back: frozenset[str]) -> Profile:
        return replace(profile, limits=replace(profile.limits, ban=profile.limits.ban - back))

    back = _fewer(_most_missed(profile.limits.ban, catalogue), without, solves)
    yield Remedy(without(back), f"{_names(back, catalogue)} allowed again, if your clinician agrees")


def _required(profile: Profile, catalogue: Catalogue, solves: Solves) -> Iterator[Remedy]:
    def without(gone: frozenset[str]) -> Profile:
        left = tuple(one for one in profile.limits.require if one not in gone)
        return replace(profile, limits=replace(profile.limits, require=left))

    gone = _fewer(tuple(sorted(profile.limits.require)), without, solves)
    yield Remedy(without(gone), f"{_names(gone, catalogue)} no longer asked for, if your clinician agrees")


def _caps(profile: Profile, catalogue: Catalogue, solves: Solves) -> Iterator[Remedy]:
    def without(gone: frozenset[str]) -> Profile:
        left = {one: kg for one, kg in profile.limits.max_load_kg.items() if one not in gone}
        return replace(profile, limits=replace(profile.limits, max_load_kg=left))

    gone = _fewer(tuple(sorted(profile.limits.max_load_kg)), without, solves)
    yield Remedy(without(gone), f"no cap on the weight of {_names(gone, catalogue)}, if your clinician agrees")


def _most_missed(ids: frozenset[str], catalogue: Catalogue) -> tuple[str, ...]:
    """Return exercises in the order in which a program misses them: pulls first, then what is gentle."""
    known = sorted(ids & catalogue.by_id.keys())
    return tuple(
        sorted(known, key=lambda one: (not catalogue[one].is_pull, catalogue[one].tier != "entry", one)),
    )


def _names(ids: frozenset[str], catalogue: Catalogue) -> str:
    return listed([catalogue[one].name for one in sorted(ids)])


Offer = Callable[[Profile, Catalogue, Solves], Iterator[Remedy]]
_OFFERS: dict[str, Offer] = {
    "schedule.strength_days": _days,
    "schedule.minutes": _minutes("minutes", "strength"),
    "schedule.daily_minutes": _minutes("daily_minutes", "daily"),
    "setting.equipment": _kit,
    "kit.bands": _bands,
    "kit.dumbbell_kg": _weights("dumbbell_kg", "dumbbell"),
    "kit.kettlebell_kg": _weights("kettlebell_kg", "kettlebell"),
    "setting.can_get_to_floor": _floor,
    "setting.place": _place,
    "preferences.avoid": _avoided,
    "limits.ban": _banned,
    "limits.require": _required,
    "limits.max_load_kg": _caps,
}
