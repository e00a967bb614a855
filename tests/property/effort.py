"""How much is tried: little in the suite, thousands of lives when the proof is asked for (`make prove`)."""

import os

from hypothesis import HealthCheck, settings

# How many examples each proof gets; 0 in the suite.
PROVE = int(os.environ.get("RHOMBOID_PROVE", "0"))


def tries(few: int, *, steps: int = 50, share: float = 1.0) -> settings:
    """Return settings with few examples in the suite, and a share of all that was asked for in the proof."""
    return settings(
        max_examples=max(few, round(PROVE * share)) if PROVE else few,
        stateful_step_count=steps,
        deadline=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    )
