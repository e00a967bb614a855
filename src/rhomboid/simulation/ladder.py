# ruff: noqa: PLR0913, PLR0917, C901 (compiled code takes plain values, and a branch costs less than a call)
"""An array copy of the rules of progression, for millions of lives: C2, C4, D1 to D5, D9 on a ladder of weights.

What it leaves out, exactly: moves that are held, bands, swaps (a move that would be swapped is left out for good),
easier and harder neighbours, D6, D7, D10, clinicians' caps and screening but for the four-weekly screen. Where it
speaks, it says what the engine says; a test drives both through the same random sequences.

One move is a row of whole numbers, so that a person is a small block of memory and a crowd a large one.
"""

import numpy as np
from numpy.typing import NDArray

from rhomboid.simulation.compiled import compiled
from rhomboid.simulation.figures import Figures

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

# Where a move stands, then what its log left behind. LOAD: place on the ladder; LEFT_OLD, LEFT_NEW: reserve left in the
# clean outings that count, UNKNOWN where untold; BACK, BACK_FAR: a step back of a tenth, of a fifth, waits; OWED: the
# set left out for a new load was not done at it yet.
SETS, REPS, LOAD, RIR, PHASE, NEW_FOR, BIG, COUNT, LEFT_OLD, LEFT_NEW, REPS_ONLY = range(11)
LOAD_SINCE, LAST_DONE, LIGHTENED, LAST_SETS, LAST_REPS, LAST_LOAD = range(11, 17)
STOP_OLD, STOP_NEW, SORE_RUNNING, BACK, BACK_FAR, HOLD, STARTED, DROPPED, TRAINED_IN, OWED = range(17, 27)
FIELDS = 27
# A dose, as the plan's and as what is due.
DOSE_SETS, DOSE_REPS, DOSE_LOAD, DOSE_RIR, DOSE = 0, 1, 2, 3, 4
UNKNOWN = -1
CLEAN, MISS, SORE, TWIST, STOP = 0, 1, 2, 3, 4
RISES, STAYS, FALLS, LEFT_OUT, FIRST = 0, 1, 2, 3, 4
TINY = 1e-9


@compiled
def decide(
    rules: Figures, row: Ints, doses: Ints, plan: Ints, kg: Floats, small_step: float, start: int, day: int,
    phase: int, first_phase: int, most_sets: int, lighter: bool, blocked: bool, confirmed: bool,
) -> int:  # fmt: skip
    """Write what is due into `doses[0]` and where that leaves the move into `row`; return what was decided.

    The other rows of `doses` are room to reckon in. lighter: a lighter week, or the session after two stopped moves.
    blocked: nothing rises for the whole person.
    """
    due, eased = doses[0], doses[1]
    due[:] = 0
    if row[DROPPED] == 1:
        return LEFT_OUT
    if row[STARTED] == 0:
        _enter(rules, row, start, day, phase, first_phase, most_sets)
        _due_now(row, due)
        if lighter:
            _lighten(rules, due, kg)
        _settle(row, due, plan)
        return FIRST
    _cross_boundary(rules, row, phase, most_sets)
    _due_now(row, due)
    if lighter:
        eased[:] = due
        _lighten(rules, eased, kg)
    gap = day - row[LAST_DONE]
    holds = row[HOLD] == 1 or rules.hold_from_days <= gap < rules.step_back_from_days
    decided = _reduce(rules, row, doses, kg, day, gap)
    if decided == LEFT_OUT:
        row[DROPPED] = 1
        due[:] = 0
        return LEFT_OUT
    if lighter and work(eased, kg) < work(due, kg):
        due[:] = eased
        decided = FALLS
    elif decided == STAYS:
        decided = _climb_or_stay(rules, row, due, plan, kg, small_step, day, phase, most_sets,
                                 holds or blocked or lighter, confirmed)  # fmt: skip
        if decided == STAYS:
            if rules.hold_from_days <= gap < rules.step_back_from_days:
                _count_anew(row)
            _keep_set_out(row, due, holds or blocked or lighter, lighter)
    _settle(row, due, plan)
    return decided


@compiled
def work(dose: Ints, kg: Floats) -> float:
    """Return sets times repetitions times load."""
    return float(dose[DOSE_SETS] * dose[DOSE_REPS] * kg[dose[DOSE_LOAD]])


@compiled
def _enter(
    rules: Figures, row: Ints, start: int, day: int, phase: int, first_phase: int, most_sets: int
) -> None:  # fmt: skip
    row[SETS] = min(rules.entry_sets, most_sets, rules.most_sets[phase])
    row[REPS] = rules.targets[first_phase, 0]
    row[LOAD], row[RIR], row[PHASE], row[NEW_FOR] = start, rules.entry_reserve, phase, rules.entry_outings
    row[LOAD_SINCE], row[LAST_DONE], row[STARTED] = day, day, 1
    row[LAST_SETS] = UNKNOWN


@compiled
def _count_anew(row: Ints) -> None:
    row[COUNT], row[REPS_ONLY] = 0, 0


@compiled
def _cross_boundary(rules: Figures, row: Ints, phase: int, most_sets: int) -> None:
    reps, new = row[REPS], row[PHASE] != phase
    if new:
        listed = rules.targets[phase]
        found = UNKNOWN
        for target in listed:
            if target <= reps:
                found = max(found, target)
        reps = found if found > 0 else reps
    rir = rules.reserve[phase]
    if row[NEW_FOR] > 0:
        rir = max(rir, rules.entry_reserve)
    sets = min(row[SETS], most_sets, rules.most_sets[phase])
    if new or reps != row[REPS] or rir != row[RIR] or sets != row[SETS]:
        row[REPS], row[RIR], row[SETS], row[PHASE] = reps, rir, sets, phase
        _count_anew(row)


@compiled
def _due_now(row: Ints, due: Ints) -> None:
    """Write the lasting dose, with one set fewer while a big step of load begins."""
    due[DOSE_SETS] = row[SETS] - 1 if row[BIG] == 1 and row[SETS] > 1 else row[SETS]
    due[DOSE_REPS], due[DOSE_LOAD], due[DOSE_RIR] = row[REPS], row[LOAD], row[RIR]


@compiled
def _lower_load(load: int, kg: Floats, share: float) -> int:
    """Return the place of the load lower by a share, rounded down to the kit; UNKNOWN when there is none."""
    most = kg[load] * (1.0 - share) + TINY
    for place in range(load - 1, -1, -1):
        if kg[place] <= most:
            return place
    return UNKNOWN


@compiled
def _step_back(rules: Figures, dose: Ints, kg: Floats, share: float) -> bool:
    """Lower a dose by one step; return whether there was one left."""
    load = _lower_load(dose[DOSE_LOAD], kg, share)
    if load != UNKNOWN:
        dose[DOSE_LOAD] = load
        return True
    if dose[DOSE_SETS] > 1:
        dose[DOSE_SETS] -= 1
        return True
    fewer = max(dose[DOSE_REPS] - rules.fewer_reps, rules.least_reps)
    if fewer < dose[DOSE_REPS]:
        dose[DOSE_REPS] = fewer
        return True
    return False


@compiled
def _lighten(rules: Figures, dose: Ints, kg: Floats) -> None:
    """Lower a dose for a lighter week (C2)."""
    load = _lower_load(dose[DOSE_LOAD], kg, rules.lower_load)
    if load == UNKNOWN and dose[DOSE_SETS] == 1:
        fewer = max(int(dose[DOSE_REPS] * (1.0 - rules.lighter_reps) + TINY), rules.lighter_least)
        dose[DOSE_REPS] = min(fewer, dose[DOSE_REPS])
        return
    if load != UNKNOWN:
        dose[DOSE_LOAD] = load
    if dose[DOSE_SETS] > 1:
        dose[DOSE_SETS] -= 1


@compiled
def _restart(rules: Figures, dose: Ints, kg: Floats) -> None:
    """Lower a dose after more than four weeks off (D9)."""
    load = _lower_load(dose[DOSE_LOAD], kg, 1.0 - rules.restart_load)
    dose[DOSE_LOAD] = max(load, 0)
    dose[DOSE_SETS] = min(dose[DOSE_SETS], rules.restart_sets)
    dose[DOSE_REPS] = min(dose[DOSE_REPS], rules.restart_reps)


@compiled
def _reduce(rules: Figures, row: Ints, doses: Ints, kg: Floats, day: int, gap: int) -> int:
    """Apply the largest lasting reduction that waits, from the dose before the day; never two."""
    gone = gap >= rules.step_back_from_days
    if row[BACK] == 0 and row[BACK_FAR] == 0 and not gone:
        return STAYS
    due, least, lower = doses[0], doses[0].copy(), doses[2]
    found = False
    for waits, share in ((row[BACK], rules.step_back), (row[BACK_FAR], rules.stop_step_back)):
        if waits == 0:
            continue
        lower[:] = due
        if not _step_back(rules, lower, kg, share):
            return LEFT_OUT
        if not found or work(lower, kg) < work(least, kg):
            least[:] = lower
        found = True
    if gone:
        lower[:] = due
        if gap >= rules.restart_from_days:
            _restart(rules, lower, kg)
        else:
            _step_back(rules, lower, kg, rules.step_back)
        if not found or work(lower, kg) < work(least, kg):
            least[:] = lower
    if least[DOSE_LOAD] != row[LOAD]:
        row[LOAD_SINCE] = day
    row[SETS], row[REPS], row[LOAD], row[BIG] = least[DOSE_SETS], least[DOSE_REPS], least[DOSE_LOAD], 0
    row[OWED] = 0
    _count_anew(row)
    due[:] = least
    return FALLS


@compiled
def _climb_or_stay(
    rules: Figures, row: Ints, due: Ints, plan: Ints, kg: Floats, small_step: float, day: int, phase: int,
    most_sets: int, held: bool, confirmed: bool,
) -> int:  # fmt: skip
    """Take one step up where it is earned, allowed and foreseen by the plan (D1, D2)."""
    if held or row[LIGHTENED] == 1 or row[COUNT] < rules.clean_outings or row[BIG] == 1:
        return STAYS
    higher = due.copy()
    target, top, below_top = UNKNOWN, UNKNOWN, UNKNOWN
    for one in rules.targets[phase]:
        if one == UNKNOWN:
            continue
        if one > row[REPS] and target == UNKNOWN:
            target = one
        below_top, top = top, one
    big = False
    if target != UNKNOWN:
        higher[DOSE_REPS] = target
    elif row[REPS_ONLY] > 0:
        return STAYS
    elif row[SETS] < min(most_sets, rules.most_sets[phase]):
        higher[DOSE_SETS] = row[SETS] + 1
        higher[DOSE_REPS] = min(below_top if below_top != UNKNOWN else top, row[REPS])
    else:
        if not (confirmed and _load_may_rise(rules, row, kg, small_step, day, phase)):
            return STAYS
        big = kg[row[LOAD] + 1] > kg[row[LOAD]] * (1.0 + rules.small_step) + TINY
        higher[DOSE_LOAD] = row[LOAD] + 1
        higher[DOSE_REPS] = rules.targets[phase, 0]
    lasting_sets = higher[DOSE_SETS]
    if big and lasting_sets > 1:
        higher[DOSE_SETS] = lasting_sets - 1
    if is_above(higher, plan):
        return STAYS
    if higher[DOSE_LOAD] != row[LOAD]:
        row[LOAD_SINCE] = day
    row[SETS], row[REPS], row[LOAD], row[BIG] = lasting_sets, higher[DOSE_REPS], higher[DOSE_LOAD], int(big)
    _count_anew(row)
    due[:] = higher
    return RISES


@compiled
def _load_may_rise(rules: Figures, row: Ints, kg: Floats, small_step: float, day: int, phase: int) -> bool:
    load = row[LOAD]
    if load + 1 >= kg.shape[0] or rules.load_rises[phase] == 0:
        return False
    days = day - row[LOAD_SINCE]
    step = kg[load + 1] - kg[load]
    too_large = step > kg[load] * rules.largest_step + TINY and step > small_step + TINY
    if days < rules.days_between or too_large:
        return False
    if kg[load + 1] <= kg[load] * (1.0 + rules.small_step) + TINY:
        return True
    asked = row[RIR] + rules.spare_reserve
    least = min(row[LEFT_OLD], row[LEFT_NEW])
    if least == UNKNOWN or least < asked:
        return False
    wait = rules.big_step_days_with_much_left if least >= rules.much_left else rules.big_step_days
    return bool(days >= wait)


@compiled
def is_above(dose: Ints, plan: Ints) -> bool:
    """Return whether a dose stands higher than the plan's: load, then sets, then repetitions."""
    if dose[DOSE_LOAD] != plan[DOSE_LOAD]:
        return bool(dose[DOSE_LOAD] > plan[DOSE_LOAD])
    if dose[DOSE_SETS] != plan[DOSE_SETS]:
        return bool(dose[DOSE_SETS] > plan[DOSE_SETS])
    return bool(dose[DOSE_REPS] > plan[DOSE_REPS])


@compiled
def _keep_set_out(row: Ints, due: Ints, still: bool, lighter: bool) -> None:
    """Keep a set left out for a new load out while nothing may rise."""
    if not still:
        return
    if row[OWED] == 1 and (lighter or row[LIGHTENED] == 1):
        due[DOSE_SETS] = max(due[DOSE_SETS] - 1, 1)
        return
    if row[LIGHTENED] == 1 or row[LAST_SETS] == UNKNOWN:
        return
    if row[LAST_LOAD] == due[DOSE_LOAD] and row[LAST_SETS] < due[DOSE_SETS]:
        due[DOSE_SETS] = row[LAST_SETS]


@compiled
def _settle(row: Ints, due: Ints, plan: Ints) -> None:
    """Put the dose under the plan's; what waited has been weighed."""
    if is_above(due, plan):
        for field in (DOSE_SETS, DOSE_REPS, DOSE_LOAD):
            due[field] = min(due[field], plan[field])
    due[DOSE_RIR] = max(due[DOSE_RIR], plan[DOSE_RIR])
    row[BACK], row[BACK_FAR], row[HOLD] = 0, 0, 0
