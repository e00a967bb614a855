"""The checker's own reading of B9: which loads a person has for an exercise."""

from rhomboid.catalogue.exercise import Exercise
from rhomboid.catalogue.vocabulary import BANDS
from rhomboid.checking import figures
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Load


def implement_of(exercise: Exercise, profile: Profile) -> str | None:
    """Return what carries the load: the first of the exercise's implements that the person owns."""
    return next((name for name in exercise.implements if name in profile.setting.equipment), None)


def loads_of(exercise: Exercise, profile: Profile) -> tuple[Load, ...]:
    """Return the loads the person has for an exercise, lightest first, none above a clinician's cap."""
    implement = implement_of(exercise, profile)
    if exercise.loading == "band":
        bands = BANDS if profile.kit.bands is None else profile.kit.bands
        return tuple(Load(band=band) for band in BANDS if band in bands)
    if exercise.loading not in ("free_weight", "machine") or implement is None:
        return ()
    cap = profile.limits.max_load_kg.get(exercise.id, float(figures.LADDER_TOP_KG))
    return tuple(Load(kg=float(kg)) for kg in sorted(_weights(implement, profile)) if kg <= cap)


def start_of(exercise: Exercise, profile: Profile) -> Load | None:
    """Return the heaviest load the person has that is not above the content's start load; None when all are above."""
    if exercise.start_load is None:
        return None
    start = getattr(exercise.start_load, profile.experience.level)
    if isinstance(start, str):
        wanted = [load for load in loads_of(exercise, profile) if BANDS.index(load.band or "") <= BANDS.index(start)]
    else:
        wanted = [load for load in loads_of(exercise, profile) if (load.kg or 0) <= start]
    return wanted[-1] if wanted else None


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
