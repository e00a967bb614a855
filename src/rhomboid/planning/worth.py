"""What one exercise is worth to one person, in the points of P1; the goals that look at a whole week are in goals/."""

from functools import cache
from typing import Any

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription.profile import Profile

REGIONS = ("low_back", "neck", "shoulder")


@cache
def points(kind: str) -> dict[str, Any]:
    """Return the points of P1 for "strength" or "ease", or another of its tables."""
    return dict(rule("P1").numbers[kind])


def strength_worth(exercise: Exercise, profile: Profile, block: str) -> int:
    """Return the points of a loaded or trunk move for each session it stands in."""
    p = points("strength")
    liked = exercise.id in profile.like or exercise.id in profile.limits.require
    resisted: int = p["resisted"].get(exercise.loading, {}).get(profile.experience.level, 0)
    base: int = p["move"] if block == "strength" else p["trunk"]
    return (
        base
        + resisted
        + (p["locked"] if exercise.tier == "locked" and not liked else 0)
        + _relevance(exercise, profile, p)
        + _gentleness(exercise, profile, p)
        + _ease_of_use(exercise, p)
        + (p["liked"] if exercise.id in profile.like else 0)
        + (0 if profile.setting.equipment.issuperset(exercise.best_with) else p["without_best_kit"])
    )


def ease_worth(exercise: Exercise, profile: Profile) -> int:
    """Return the points of a warm-up, cool-down or daily item."""
    p = points("ease")
    liked: int = p["liked"] if exercise.id in profile.like else 0
    relevance = p["primary_muscle"] * len(_painful_muscles(profile) & frozenset(exercise.primary))
    return int(liked + relevance + p["provocation"] * len(exercise.provocations) + _ease_of_use(exercise, p))


def _painful_muscles(profile: Profile) -> frozenset[str]:
    sites = profile.answers.get("sites")
    listed = sites if isinstance(sites, tuple) else ()
    return frozenset(muscle for site in listed for muscle in points("sites")[site])


def _relevance(exercise: Exercise, profile: Profile, p: dict[str, Any]) -> int:
    painful = _painful_muscles(profile)
    return int(
        p["primary_muscle"] * len(painful & frozenset(exercise.primary))
        + p["secondary_muscle"] * len(painful & frozenset(exercise.secondary))
    )


def _gentleness(exercise: Exercise, profile: Profile, p: dict[str, Any]) -> int:
    sites = profile.answers.get("sites")
    sore = {
        region for site in (sites if isinstance(sites, tuple) else ()) for region in points("strained").get(site, ())
    }
    total = p["provocation"] * len(exercise.provocations)
    for region in REGIONS:
        strain = getattr(exercise.load_class, region)
        share = {"moderate": p["strain_moderate"], "high": p["strain_high"]}.get(strain, 0)
        total += share * (2 if region in sore else 1)
    return int(total)


def _ease_of_use(exercise: Exercise, p: dict[str, Any]) -> int:
    return int(p["set_up"] * (len(exercise.equipment) + len(exercise.any_of)))
