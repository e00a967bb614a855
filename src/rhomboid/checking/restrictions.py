"""The checker's own reading of the restrictions (screening rules, part 5): what each leaves out."""

from rhomboid.catalogue.exercise import Exercise

ANY_TAG = {
    "no_pressure": ("tissue_pressure",),
    "nerve_care": (
        "trunk_flexion_loaded",
        "trunk_rotation_loaded",
        "overhead_loaded",
        "neck_end_range",
        "neck_circle",
    ),
    "bone_care": (
        "trunk_flexion_loaded",
        "trunk_flexion_end_range",
        "trunk_rotation_loaded",
        "trunk_rotation_end_range",
        "impact",
        "ballistic",
        "tissue_pressure",
    ),
    "no_impact": ("impact", "ballistic"),
    "low_back_care": ("trunk_flexion_loaded", "trunk_extension_loaded"),
    "neck_care": ("neck_end_range", "neck_circle", "neck_loaded"),
    "joint_care": (
        "neck_end_range",
        "neck_circle",
        "neck_loaded",
        "shoulder_end_range",
        "overhead_loaded",
        "ballistic",
    ),
    "steady_ground": ("balance", "head_down"),
    "no_strain": ("breath_strain", "head_down", "ballistic"),
    "pregnancy_care": (
        "lying_back",
        "lying_front",
        "trunk_flexion_loaded",
        "trunk_rotation_end_range",
        "impact",
        "ballistic",
        "breath_strain",
        "head_down",
        "balance",
    ),
}
PRESSING = frozenset({"foam_roller", "massage_ball"})
CAREFUL = frozenset({"no_strain", "pregnancy_care"})


def leaves_out(
    restriction: str, exercise: Exercise, phase: str, *, confirmed: frozenset[str], required: tuple[str, ...]
) -> bool:
    """Return whether a restriction leaves an exercise out in a phase."""
    tags = frozenset(exercise.provocations)
    if tags.intersection(ANY_TAG.get(restriction, ())) or restriction in exercise.contraindications:
        return True
    if restriction == "no_pressure":
        presses = any(PRESSING.issuperset(group) for group in exercise.any_of)
        return exercise.category in ("foam-roll", "trigger-point") or presses or bool(PRESSING & {*exercise.equipment})
    if restriction == "no_end_range_loaded_flexion":
        return {"trunk_flexion_loaded", "trunk_flexion_end_range"} <= tags
    if restriction == "low_back_care":
        return "hinge_unsupported" in tags and (phase == "familiarise" or exercise.id not in confirmed)
    if restriction == "no_strain":
        return exercise.tier == "locked"
    return restriction == "locked_by_name_only" and exercise.tier == "locked" and exercise.id not in required
