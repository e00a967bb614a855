"""Why an item is in a session, in plain words with the rule or goal behind it."""

from datetime import date

from rhomboid.catalogue.exercise import Exercise
from rhomboid.prescription.profile import Profile
from rhomboid.prescription.program import Why
from rhomboid.screening.restrictions import DoseLimits

BY_PATTERN = {
    "horizontal_pull": Why("A pull works the muscles between and below your shoulder blades.", "C5"),
    "vertical_pull": Why("A pull from above works the broad muscles of your back.", "C5"),
    "scapular_retraction": Why("Drawing the shoulder blades back is what your upper back needs most often.", "C5"),
    "lower_trapezius": Why("The lower part of the shoulder-blade muscles helps you stay upright.", "C5"),
    "horizontal_push": Why("One push for balance, never more pushes than pulls.", "C5"),
    "vertical_push": Why("One push for balance, never more pushes than pulls.", "C5"),
    "chest_opening": Why("Opening the chest comes up on at least five days a week.", "C5"),
    "thoracic_extension": Why("Bending the upper back gently backwards comes up on at least five days a week.", "C5"),
    "thoracic_rotation": Why("Turning the upper back gently comes up on at least five days a week.", "C5"),
}
BY_BLOCK = {
    "warm_up": Why("A warm-up of easy movement, then bigger moves, makes you ready.", "C3"),
    "strength": Why("It balances the week, so that more than one part of you gets stronger.", "P1"),
    "core": Why("Each session has trunk work, because the trunk carries the upper back.", "C3"),
    "cool_down": Why("Stretches at the end let you down gently.", "C3"),
    "mobility": Why("A little easy movement every day keeps you loose.", "C1"),
    "stretch": Why("A little stretching every day keeps you loose.", "C1"),
    "roll": Why("Rolling muscle for a minute or two can ease it.", "B7"),
    "aerobic": Why("Walks a few days a week lift your whole health, and they grow slowly.", "C1"),
}
REQUIRED = Why("Your clinician asked for it.", "B1")
LIKED = Why("You said you like it.", "P1")
LIGHTER = Why("This week is a lighter one, so that your body can catch up.", "C2")
GENTLE = Why("The first days are gentle because your pain is new or high.", "C8")


def why_item(
    exercise: Exercise,
    block: str,
    profile: Profile,
    limits: DoseLimits,
    *,
    lighter: bool = False,
    gentle: bool = False,
    day: date | None = None,
) -> tuple[Why, ...]:
    """Return every reason for an item, the first one the most telling; how to breathe where a restriction asks it.

    day: the item's day, where its dose climbs: from some day on it may be one that a clinician wrote.
    """
    reasons = [BY_PATTERN.get(exercise.pattern, BY_BLOCK[block]) if block != "aerobic" else BY_BLOCK[block]]
    if exercise.id in profile.limits.require:
        reasons.append(REQUIRED)
    written = profile.limits.dose.get(exercise.id)
    if written is not None and day is not None and written.on <= day:
        reasons.append(Why(f"{written.by} ({written.role}) wrote its dose on {written.on}.", "limits.dose"))
    if exercise.id in profile.like:
        reasons.append(LIKED)
    if lighter and block == "strength":
        reasons.append(LIGHTER)
    if gentle:
        reasons.append(GENTLE)
    if limits.breathing_cue:
        reasons.append(Why(f"{limits.breathing_cue} {exercise.breathing}".strip(), "no_strain"))
    return tuple(reasons)
