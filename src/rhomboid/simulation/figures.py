"""The figures of the rules as compiled code takes them; read from the rule book, none of them written here."""

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rhomboid.catalogue.rulebook import rule
from rhomboid.prescription import dose_table

NO_TARGET = -1
KIND = "reps"


class Figures(NamedTuple):
    """targets: by phase, lowest first, the rest NO_TARGET; most_sets, reserve: by phase; the others by their rule."""

    targets: NDArray[np.int64]
    most_sets: tuple[int, ...]
    reserve: tuple[int, ...]
    load_rises: tuple[int, ...]
    entry_sets: int
    entry_reserve: int
    entry_outings: int
    step_back: float
    fewer_reps: int
    least_reps: int
    stop_pain: int
    stop_rise: int
    sore_pain: int
    clean_outings: int
    usual_low: float
    usual_high: float
    days_between: int
    small_step: float
    largest_step: float
    spare_reserve: int
    big_step_days: int
    big_step_days_with_much_left: int
    much_left: int
    stop_step_back: float
    swap_stops: int
    sore_running: int
    stopped_items: int
    morning_above: int
    morning_days: int
    morning_values: int
    session_end_pain: int
    hold_from_days: int
    step_back_from_days: int
    restart_from_days: int
    restart_sets: int
    restart_reps: int
    restart_load: float
    lower_load: float
    lighter_reps: float
    lighter_least: int
    usual_days: int
    usual_values: int
    rescreen_days: int


@cache
def load_figures() -> Figures:
    """Return the figures of C2, C4, D0 to D5, D9 and A6."""
    dose, back, gap, week = (rule(name).numbers for name in ("C4", "D0", "D9", "C2"))
    climb, load, pain, morning = (rule(name).numbers for name in ("D1", "D2", "D3", "D5"))
    listed = [dose_table.targets(KIND, phase) for phase in dose_table.PHASES]
    widest = max(len(one) for one in listed)
    return Figures(
        targets=np.array([[*one, *[NO_TARGET] * (widest - len(one))] for one in listed], dtype=np.int64),
        most_sets=tuple(dose_table.most_sets(KIND, phase) for phase in dose_table.PHASES),
        reserve=tuple(dose_table.reserve(KIND, phase) or 0 for phase in dose_table.PHASES),
        load_rises=tuple(int(phase in ("build", "strengthen")) for phase in dose_table.PHASES),
        entry_sets=dose["entry_sets"],
        entry_reserve=dose["entry_reserve"],
        entry_outings=dose["entry_outings"],
        step_back=back["step_back"],
        fewer_reps=back["fewer_reps"],
        least_reps=dose["entry_reps"],
        stop_pain=back["stop_pain"],
        stop_rise=back["stop_rise"],
        sore_pain=back["sore_pain"],
        clean_outings=climb["clean_outings"],
        usual_low=float(climb["usual_pain"][0]),
        usual_high=float(climb["usual_pain"][1]),
        days_between=load["days_between"],
        small_step=load["small_step"],
        largest_step=load["largest_step"],
        spare_reserve=load["spare_reserve"],
        big_step_days=load["big_step_days"],
        big_step_days_with_much_left=load["big_step_days_with_much_left"],
        much_left=load["much_left"],
        stop_step_back=pain["step_back"],
        swap_stops=pain["swap_stops"],
        sore_running=pain["sore_running"],
        stopped_items=pain["stopped_items"],
        morning_above=morning["above_usual"],
        morning_days=morning["days_before"],
        morning_values=morning["values_at_least"],
        session_end_pain=morning["session_end_pain"],
        hold_from_days=gap["hold_from_days"],
        step_back_from_days=gap["step_back_from_days"],
        restart_from_days=gap["restart_from_days"],
        restart_sets=gap["restart_sets"],
        restart_reps=gap["restart_reps"],
        restart_load=gap["restart_load"],
        lower_load=week["lower_load"],
        lighter_reps=week["fewer_reps"],
        lighter_least=week["fewer_reps_least"],
        usual_days=back["usual_pain_days"],
        usual_values=back["usual_pain_values"],
        rescreen_days=rule("A6").numbers["rescreen_every_days"],
    )
