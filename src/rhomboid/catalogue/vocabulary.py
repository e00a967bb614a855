"""The closed lists that every content file and every contract uses."""

EQUIPMENT = (
    "dumbbell", "kettlebell", "resistance_band", "band_anchor", "barbell", "rack", "bench", "cable_machine",
    "leg_press", "leg_extension", "leg_curl", "exercise_ball", "foam_roller", "massage_ball", "pull_up_bar",
    "suspension_trainer", "stationary_bike", "pool",
)  # fmt: skip
HOUSEHOLD = ("floor", "wall", "chair", "doorway", "towel")
CATEGORIES = (
    "strength", "core", "mobility", "stretch", "yoga", "posture", "aerobic", "foam-roll", "trigger-point",
)  # fmt: skip
PATTERNS = (
    "horizontal_pull", "vertical_pull", "scapular_retraction", "lower_trapezius", "horizontal_push",
    "vertical_push", "back_extension", "shoulder_raise", "arm", "neck", "hip_hinge", "squat", "leg", "carry",
    "core_front", "core_side", "core_back", "core_rotation", "chest_opening", "thoracic_extension",
    "thoracic_rotation", "neck_ease", "shoulder_ease", "back_ease", "hip_ease", "tissue", "breathing", "posture",
    "aerobic",
)  # fmt: skip
PLANES = ("sagittal", "frontal", "transverse", "mixed", "none")
REGIONS = ("upper_back", "neck", "shoulder", "chest", "arm", "core", "low_back", "hip", "leg", "whole_body")
POSITIONS = (
    "standing", "hinged", "bench_supported", "seated", "kneeling", "all_fours", "lying_back", "lying_front",
    "lying_side", "plank", "hanging", "moving",
)  # fmt: skip
# With no floor access none of these may be prescribed; at the office neither.
FLOOR_POSITIONS = frozenset({"kneeling", "all_fours", "lying_back", "lying_front", "lying_side", "plank"})
LOADINGS = ("bodyweight", "band", "free_weight", "machine", "none")
TIERS = ("entry", "standard", "advanced", "locked", "never")
PROVOCATIONS = (
    "trunk_flexion_loaded", "trunk_flexion_end_range", "trunk_rotation_loaded", "trunk_rotation_end_range",
    "trunk_extension_loaded", "hinge_unsupported", "neck_end_range", "neck_circle", "neck_loaded",
    "overhead_loaded", "shoulder_end_range", "impact", "ballistic", "tissue_pressure", "breath_strain",
    "head_down", "balance", "lying_back", "lying_front",
)  # fmt: skip
LOAD_CLASSES = ("none", "low", "moderate", "high")
BLOCKS = ("warm_up", "strength", "core", "mobility", "stretch", "roll", "aerobic", "cool_down")
BANDS = ("extra_light", "light", "medium", "heavy", "extra_heavy")
LEVELS = ("new", "some", "trained")
PULL = frozenset({"horizontal_pull", "vertical_pull"})
RETRACTION = frozenset({"scapular_retraction", "lower_trapezius"})
PUSH = frozenset({"horizontal_push", "vertical_push"})
MUSCLES = (
    "upper_trapezius", "middle_trapezius", "lower_trapezius", "rhomboids", "latissimus_dorsi", "teres_major",
    "levator_scapulae", "serratus_anterior", "posterior_deltoid", "lateral_deltoid", "anterior_deltoid",
    "rotator_cuff", "pectoralis_major", "pectoralis_minor", "biceps", "triceps", "forearms", "deep_neck_flexors",
    "neck_extensors", "neck_side_flexors", "erector_spinae", "thoracic_extensors", "rectus_abdominis", "obliques",
    "transversus_abdominis", "multifidus", "quadratus_lumborum", "gluteus_maximus", "gluteus_medius",
    "hip_flexors", "hamstrings", "quadriceps", "calves", "diaphragm", "heart_and_lungs",
)  # fmt: skip
# How hard a muscle worked in a study, of its greatest effort: under 20, 20 to 40, 40 to 60, over 60 percent.
ACTIVATION_CLASSES = ("low", "moderate", "high", "very_high")
CONFIDENCES = ("high", "medium", "low")
DOSE_KINDS = (
    "reps", "scapular_hold", "core_reps", "core_hold", "stretch", "easy_reps", "timed", "roll", "minutes",
)  # fmt: skip
# Where a dose comes from: as the documents have it, theirs but changed, or our own because they leave it out or
# have it in pieces.
DOSE_ORIGINS = ("documents", "adapted", "ours")
# The doses that C4 knows for loaded moves, that is for block strength.
LOADED_KINDS = ("reps", "scapular_hold")
REVIEW_STATUSES = ("not clinician-reviewed",)
