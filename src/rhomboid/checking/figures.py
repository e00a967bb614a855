"""The checker's own reading of the figures in the decided rules.

The planner takes its numbers from the content files; the checker does not, so that a slip in one of the two readings
shows as a violation. Each figure names its rule. A change of a rule is made in both places, on purpose.
"""

# C2
WEEK_DAYS = 7
PHASE_STARTS = {"familiarise": 1, "build": 5, "strengthen": 9}
PHASE_ORDER = ("familiarise", "build", "strengthen")
LIGHTER_EVERY_WEEKS = 4
REVIEW_WEEKS = (4, 8, 12)
LIGHTER_LOAD_SHARE = 0.9
LIGHTER_FEWEST_REPS = 5
LIGHTER_HOLD_STEP_S = 5

# C1
STRENGTH_DAYS = (2, 3)
WALK_DAYS = {"familiarise": 3, "build": 4, "strengthen": 5, "maintain": 5}
WALK_FIRST_MINUTES = 10
WALK_STEP_MINUTES = 5
WALK_STEP_WEEKS = 2
WALK_MOST_MINUTES = 30

# C3: minutes from, to; warm-up at least; moves, sets and rest by phase; core items at most; cool-down at least.
BUDGET_ROWS = (
    (10, 14, 90, (2, 2, 2), (2, 2, 2), (30, 30, 45), 1, 45),
    (15, 19, 150, (3, 3, 3), (2, 2, 2), (30, 30, 45), 1, 90),
    (20, 29, 240, (3, 4, 4), (2, 2, 3), (45, 45, 60), 1, 120),
    (30, 44, 360, (3, 4, 5), (2, 3, 3), (45, 45, 60), 2, 150),
    (45, 59, 480, (3, 4, 5), (2, 3, 3), (45, 60, 90), 2, 240),
    (60, 90, 600, (3, 4, 5), (2, 3, 3), (60, 60, 90), 2, 300),
)
FEWEST_MOVES = 2
FEWEST_CORE = 1
ITEMS_BESIDE_WARM_UP = (3, 8)
SET_UP_S = 15
SET_UP_ELSEWHERE_S = 10
RELEASE_S = 3
CHANGE_SIDES_S = 5

# C4
TARGETS = {"familiarise": (5, 8, 10, 12), "build": (8, 10, 12), "strengthen": (6, 8, 10), "maintain": (10,)}
MOST_SETS = {"familiarise": 2, "build": 3, "strengthen": 3, "maintain": 2}
RESERVE = {"familiarise": 4, "build": 3, "strengthen": 2, "maintain": 3}
ENTRY_SETS = 2
ENTRY_REPS = {"familiarise": 5, "build": 8, "strengthen": 6, "maintain": 10}
ENTRY_RESERVE = 4
ENTRY_OUTINGS = 2
TEMPO = "2-1-3"
TEMPO_S = 6
SCAPULAR_REPS = (3, 5)
SCAPULAR_HOLD_S = 10
STRETCH_HOLD_S = (20, 30)
STRETCH_SETS = (2, 3)
CORE_HOLD_S = (10, 60)
CORE_HOLD_STEP_S = 5
CORE_REPS = (5, 8)
CORE_REPS_SETS = (1, 2)

# C5
PULL_SESSIONS = 2
RETRACTION_ITEMS = 2
CORE_ITEMS = 2
EASE_DAYS = 5
YOGA_MINUTES = 60

# C6
WEEKLY_SETS = {"familiarise": (4, 12), "build": (6, 16), "strengthen": (8, 18), "maintain": (8, 18)}
SETS_ON_DAYS_RUNNING = 2

# C7
REPLACED_ONE_IN = 3
REPLACED_ALWAYS = 1
STAYS_WEEKS = 3
DAILY_SETS = 3

# C8
HIGH_PAIN = 6
HIGH_PAIN_DAYS = 7
FRESH_PAIN_WEEKS = 2
FRESH_PAIN_DAYS = 3

# C10: sessions a week and minutes of each; minimal: minutes, days, weeks with four in reserve, then two.
SPLITS = {"split3": (3, 20), "split9": (9, 7)}
MINIMAL_MINUTES = 2
MINIMAL_DAYS = 5
MINIMAL_FIRST_WEEKS = 2
MINIMAL_RESERVE = (4, 2)

# B3, B8: the most average pain with which a locked or advanced exercise is open. B4: kg of a squat.
OPEN_PAIN = 3
SQUAT_KG = 9

# B6: the tier of each step of the prone ladder.
PRONE_LADDER = {
    "scapular-squeeze": "entry",
    "prone-arm-lift": "entry",
    "prone-cobra": "standard",
    "superman": "advanced",
}

# B7
ROLL_AREA_S = (60, 120)
TENDER_SPOT_S = (15, 30)

# B9: where each usual ladder starts, and its steps: (from, step) pairs in kg.
USUAL_LADDERS = {
    "dumbbell": ((1, 1), (10, 2)),
    "kettlebell": ((4, 2), (12, 4)),
    "barbell": ((10, 2.5),),
    "cable_machine": ((5, 2.5),),
    "leg_press": ((5, 2.5),),
    "leg_extension": ((5, 2.5),),
    "leg_curl": ((5, 2.5),),
}
LADDER_TOP_KG = 300
# "In hinges and with weight in front the lightest."
LIGHTEST_PATTERNS = ("hip_hinge", "squat")

# D1, D2, D9
CLEAN_OUTINGS = 2
LOAD_RISE_DAYS = 7
BIG_STEP_DAYS = 14
BIG_STEP_DAYS_WITH_SIX_LEFT = 7
BIG_STEP_SHARE = 0.10
BARRED_STEP_SHARE = 0.50
SMALLEST_STEP_KG = {"dumbbell": 1, "kettlebell": 1}
SMALLEST_STEP_ELSEWHERE_KG = 2.5
SIX_LEFT = 6
FASTEST_EXTRA_RESERVE = 2
GAP_DAYS = 8
STEP_BACK_DAYS = 15
COMING_BACK_WEEKS = 3
RESTART_DAYS = 29
HOLD_STEP_S = 5

# Screening, part 5: what restrictions do to the dose.
CAREFUL_RESERVE = 3
CAREFUL_HOLD_S = 20
