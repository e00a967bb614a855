"""The checker's own reading of B9: which loads a person has for an exercise."""

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.vocabulary import BANDS
from rhomboid.checking import figures
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Load


def implement_of(exercise: Exercise, profile: Profile) -> str | None:
    """Return what carries the load: the first of the exercise's implements that the person owns and can start with."""
    owned = [name for name in exercise.implements if name in profile.setting.equipment]
    return next((name for name in owned if _light_enough(name, exercise, profile)), None)


def loads_of(exercise: Exercise, profile: Profile) -> tuple[Load, ...]:
    """Return the loads the person has for an exercise, lightest first; none when even the lightest is too much."""
    implement = implement_of(exercise, profile)
    return () if implement is None else _loads(implement, exercise, profile)


def start_of(exercise: Exercise, profile: Profile) -> Load | None:
    """Return the heaviest load the person has that is not above the content's start load; None when all are above.

    In hinges and with weight in front it is the lightest there is.
    """
    implement = implement_of(exercise, profile)
    if implement is None or exercise.start_load is None:
        return None
    starts = _light_enough(implement, exercise, profile)
    return starts[0] if exercise.pattern in figures.LIGHTEST_PATTERNS else starts[-1]


def smallest_step(implement: str | None) -> float:
    """Return the step in kg up to which a load may rise whatever its share (D2)."""
    return figures.SMALLEST_STEP_KG.get(implement or "", figures.SMALLEST_STEP_ELSEWHERE_KG)


def _weights(implement: str, profile: Profile) -> tuple[float, ...]:
    listed = {"dumbbell": profile.kit.dumbbell_kg, "kettlebell": profile.kit.kettlebell_kg}.get(implement)
    if listed is not None:
        return listed
    weights: list[float] = []
    parts = figures.USUAL_LADDERS.get(implement, ())
    ends = [start for start, _ in parts[1:]] + [float(figures.LADDER_TOP_KG)]
    for (start, step), end in zip(parts, ends, strict=True):
        kg = float(start)
        while kg < end:
            weights.append(kg)
            kg += step
    return tuple(weights)


def _loads(implement: str, exercise: Exercise, profile: Profile) -> tuple[Load, ...]:
    if exercise.loading == "band":
        bands = BANDS if profile.kit.bands is None else profile.kit.bands
        return tuple(Load(band=band) for band in BANDS if band in bands)
    cap = profile.limits.max_load_kg.get(exercise.id, float(figures.LADDER_TOP_KG))
    return tuple(Load(kg=float(kg)) for kg in sorted(_weights(implement, profile)) if kg <= cap)


def _light_enough(implement: str, exercise: Exercise, profile: Profile) -> tuple[Load, ...]:
    """Return the loads of one implement that are not above the content's start load; all where it names none."""
    loads = _loads(implement, exercise, profile)
    if exercise.start_load is None:
        return loads
    start = getattr(exercise.start_load, profile.experience.level)
    if isinstance(start, str):
        return tuple(load for load in loads if load.band and BANDS.index(load.band) <= BANDS.index(start))
    return tuple(load for load in loads if load.kg is not None and load.kg <= start)
