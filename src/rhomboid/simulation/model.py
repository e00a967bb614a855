"""The numbers of the virtual people, read from content; what compiled code can take."""

from functools import cache
from typing import NamedTuple

from rhomboid.catalogue.reader import read_table

PATH = "simulation/people.toml"


class Model(NamedTuple):
    """Every number of the model by name; the content file says what each means and where it comes from."""

    pain_mean: float
    pain_sd: float
    pain_least: float
    pain_most: float
    noise_sd: float
    noise_phi: float
    drift_sd: float
    effect: float
    effect_half_minutes: float
    effect_sd: float
    effect_days: float
    flare_rate: float
    flare_rate_sd: float
    flare_short: float
    flare_days: float
    flare_size: float
    flare_short_share: float
    flare_felt: float
    flare_strain: float
    bad_day_rate: float
    bad_day_size: float
    strain_pain: float
    strain_fades: float
    comfortable: float
    set_share: float
    set_strain: float
    set_noise: float
    sharp_rate: float
    twist_rate: float
    twist_tired: float
    capacity_median: float
    capacity_sd: float
    strength_gain: float
    strength_half_sessions: float
    reserve_error_near: float
    reserve_error_far: float
    regular_share: float
    regular_rate: float
    sporadic_rate: float
    dropout_week: float
    diary_first: float
    diary_fall_week: float
    careless_share: float
    careless_gap: float
    careless_less: float
    confirmed_share: float
    confirmed_day: float
    red_flag_rate: float


@cache
def load_model() -> Model:
    """Return the model; a KeyError or TypeError is a bug in the content file."""
    table = read_table(PATH)
    return Model(**{name: float(entry["value"]) for name, entry in table.items()})


def load_sources() -> dict[str, str]:
    """Return where each number comes from, by name."""
    return {name: str(entry["source"]) for name, entry in read_table(PATH).items()}
