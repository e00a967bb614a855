"""The catalogue's closed lists in plain words: families of moves, muscles, kit, positions, places."""

from dataclasses import dataclass

from rhomboid.catalogue.vocabulary import FLOOR_POSITIONS


@dataclass(frozen=True)
class Family:
    """Moves of one kind. Every pattern belongs to exactly one family."""

    key: str
    name: str
    line: str
    patterns: tuple[str, ...]


FAMILIES = (
    Family("pull", "Rows and pulls", "You draw something towards you.", ("horizontal_pull", "vertical_pull")),
    Family(
        "blades",
        "Shoulder blades",
        "You move the shoulder blades back, down and apart.",
        ("scapular_retraction", "lower_trapezius"),
    ),
    Family("spine", "Back muscles", "You lift the back against gravity.", ("back_extension",)),
    Family("push", "Pushes", "You push away from you.", ("horizontal_push", "vertical_push")),
    Family("arms", "Shoulders and arms", "You lift and turn the arms.", ("shoulder_raise", "arm")),
    Family(
        "core",
        "Trunk (core)",
        "You keep the trunk steady.",
        ("core_front", "core_side", "core_back", "core_rotation"),
    ),
    Family("legs", "Hips and legs", "You hinge, squat, step and carry.", ("hip_hinge", "squat", "leg", "carry")),
    Family(
        "thoracic",
        "Loosen the upper back",
        "You bend it back and turn it.",
        ("thoracic_extension", "thoracic_rotation"),
    ),
    Family("chest", "Open the chest", "You stretch the front of the shoulders.", ("chest_opening",)),
    Family("neck", "Neck", "You ease and steady the neck.", ("neck_ease", "neck")),
    Family(
        "ease",
        "Ease shoulders, low back and hips",
        "You move and stretch gently.",
        ("shoulder_ease", "back_ease", "hip_ease"),
    ),
    Family("tissue", "Rolling and pressing", "You ease tight spots with a roller or ball.", ("tissue",)),
    Family("calm", "Breathe and sit well", "You breathe, and change how you sit.", ("breathing", "posture")),
    Family("aerobic", "Heart and lungs", "You walk, cycle or swim.", ("aerobic",)),
)

MUSCLE_WORDS = {
    "upper_trapezius": "top of the shoulders (upper trapezius)",
    "middle_trapezius": "between the shoulder blades (middle trapezius)",
    "lower_trapezius": "below the shoulder blades (lower trapezius)",
    "rhomboids": "between the shoulder blades (rhomboids)",
    "latissimus_dorsi": "sides of the back (lats)",
    "teres_major": "under the armpit (teres major)",
    "levator_scapulae": "side of the neck to shoulder blade (levator scapulae)",
    "serratus_anterior": "side of the ribs (serratus anterior)",
    "posterior_deltoid": "back of the shoulder (rear deltoid)",
    "lateral_deltoid": "side of the shoulder (side deltoid)",
    "anterior_deltoid": "front of the shoulder (front deltoid)",
    "rotator_cuff": "deep in the shoulder (rotator cuff)",
    "pectoralis_major": "chest (pectoralis major)",
    "pectoralis_minor": "deep in the chest (pectoralis minor)",
    "biceps": "front of the upper arm (biceps)",
    "triceps": "back of the upper arm (triceps)",
    "forearms": "forearms and grip",
    "deep_neck_flexors": "front of the neck (deep neck flexors)",
    "neck_extensors": "back of the neck (neck extensors)",
    "neck_side_flexors": "side of the neck",
    "erector_spinae": "along the spine (erector spinae)",
    "thoracic_extensors": "along the upper spine (thoracic extensors)",
    "rectus_abdominis": "front of the belly (rectus abdominis)",
    "obliques": "sides of the belly (obliques)",
    "transversus_abdominis": "deep in the belly (transversus abdominis)",
    "multifidus": "deep beside the spine (multifidus)",
    "quadratus_lumborum": "side of the low back (quadratus lumborum)",
    "gluteus_maximus": "buttocks (gluteus maximus)",
    "gluteus_medius": "side of the hip (gluteus medius)",
    "hip_flexors": "front of the hip (hip flexors)",
    "hamstrings": "back of the thigh (hamstrings)",
    "quadriceps": "front of the thigh (quadriceps)",
    "calves": "calves",
    "diaphragm": "the breathing muscle (diaphragm)",
    "heart_and_lungs": "heart and lungs",
}

# Muscle groups a person can ask for: key, name, the muscles in it.
MUSCLE_GROUPS = (
    ("between-blades", "Between the shoulder blades", ("rhomboids", "middle_trapezius", "lower_trapezius")),
    ("top-of-shoulders", "Top of the shoulders", ("upper_trapezius", "levator_scapulae")),
    ("sides-of-back", "Sides of the back", ("latissimus_dorsi", "teres_major")),
    ("along-spine", "Along the spine", ("erector_spinae", "thoracic_extensors", "multifidus", "quadratus_lumborum")),
    (
        "shoulder",
        "Shoulders",
        ("posterior_deltoid", "lateral_deltoid", "anterior_deltoid", "rotator_cuff", "serratus_anterior"),
    ),
    ("chest", "Chest", ("pectoralis_major", "pectoralis_minor")),
    ("arm", "Arms", ("biceps", "triceps", "forearms")),
    ("neck", "Neck", ("deep_neck_flexors", "neck_extensors", "neck_side_flexors")),
    ("belly", "Belly", ("rectus_abdominis", "obliques", "transversus_abdominis")),
    (
        "hip-and-leg",
        "Hips and legs",
        ("gluteus_maximus", "gluteus_medius", "hip_flexors", "hamstrings", "quadriceps", "calves"),
    ),
    ("breath", "Breath and heart", ("diaphragm", "heart_and_lungs")),
)

KIT_WORDS = {
    "resistance_band": "Band",
    "dumbbell": "Dumbbells",
    "kettlebell": "Kettlebell",
    "bench": "Bench",
    "foam_roller": "Foam roller",
    "massage_ball": "Small ball",
    "exercise_ball": "Big ball",
    "suspension_trainer": "Suspension straps",
    "pull_up_bar": "Pull-up bar",
    "barbell": "Barbell",
    "rack": "Rack",
    "cable_machine": "Cable machine",
    "leg_press": "Leg press",
    "leg_extension": "Leg extension",
    "leg_curl": "Leg curl",
    "stationary_bike": "Exercise bike",
    "pool": "Pool",
    "band_anchor": "Band anchor",
}
HOUSEHOLD_WORDS = {
    "floor": "the floor",
    "wall": "a wall",
    "chair": "a chair",
    "doorway": "a doorway",
    "towel": "a towel",
}

POSITION_WORDS = {
    "standing": "standing",
    "hinged": "standing, tipped forward",
    "bench_supported": "on a bench",
    "seated": "sitting",
    "kneeling": "kneeling",
    "all_fours": "on hands and knees",
    "lying_back": "lying on your back",
    "lying_front": "lying on your front",
    "lying_side": "lying on your side",
    "plank": "on hands or forearms",
    "hanging": "hanging from a bar or straps",
    "moving": "on the move",
}
# Positions a person can ask for: key, name, the positions in it.
POSITION_GROUPS = (
    ("standing", "Standing", ("standing", "hinged")),
    ("seated", "Sitting", ("seated",)),
    ("no-floor", "Anything but the floor", tuple(one for one in POSITION_WORDS if one not in FLOOR_POSITIONS)),
    ("back", "Lying on your back", ("lying_back",)),
    ("front", "Lying on your front", ("lying_front",)),
    ("side", "Lying on your side", ("lying_side",)),
    ("knees", "On hands and knees, or kneeling", ("all_fours", "kneeling", "plank")),
    ("bench", "On a bench or hanging", ("bench_supported", "hanging")),
    ("moving", "On the move", ("moving",)),
)

GYM_KIT = frozenset({"cable_machine", "leg_press", "leg_extension", "leg_curl", "rack", "pool"})
# What few people have at their desk, besides the machines of a gym.
NOT_AT_WORK = GYM_KIT | {"barbell", "bench", "stationary_bike", "suspension_trainer", "pull_up_bar"}
PLACES = (("home", "At home"), ("office", "At work"), ("gym", "In a gym"))

TIER_WORDS = {
    "entry": "Good to start with",
    "standard": "When the first moves sit well",
    "advanced": "For later, with little pain",
    "locked": "Locked",
    "never": "Never given",
}
LOAD_CLASS_WORDS = {"none": "no", "low": "little", "moderate": "some", "high": "much"}
# How hard a muscle worked in a study, of the most it can do.
ACTIVATION_WORDS = {
    "low": "a little (under 20 percent of its most)",
    "moderate": "some (20 to 40 percent)",
    "high": "hard (40 to 60 percent)",
    "very_high": "very hard (over 60 percent)",
}
ORIGIN_WORDS = {
    "documents": "As the documents have it.",
    "adapted": "Taken from a source, and changed by us.",
    "ours": "Our own: the documents leave it out or have it in pieces.",
}
