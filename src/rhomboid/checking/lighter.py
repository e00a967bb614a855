"""C2: what a lighter week takes from the dose of a loaded move."""

from collections.abc import Iterator
from math import ceil

from rhomboid.checking import figures
from rhomboid.checking.case import Case, Outing
from rhomboid.checking.kit import loads_of
from rhomboid.prescription.program import Item, Load


def reasons_not_lighter(case: Case, due: Item, outing: Outing) -> Iterator[str]:
    """Yield what is not as C2 says, against the last dose before the lighter week."""
    load = _lighter_load(case, due.load, outing)
    sets = due.sets - 1 if due.sets >= 2 else due.sets
    item = outing.item
    if item.load != load:
        yield f"the load of a lighter week is {_name(load)}, the plan says {_name(item.load)}"
    if item.sets != sets:
        yield f"{item.sets} sets in a lighter week, one set fewer than {due.sets} where there are two or more"
    if load == due.load and item.sets >= due.sets:
        yield from _fewer(due, item)
    elif item.reps and due.reps and (item.reps[1], item.hold_s) != (due.reps[1], due.hold_s):
        yield "repetitions and holds stay in a lighter week when load or sets go down"


def _fewer(due: Item, item: Item) -> Iterator[str]:
    """Neither load nor sets can go down: a third fewer repetitions (not under 5), or 5 s less hold."""
    if due.reps and not due.hold_s:
        wanted = {
            max(figures.LIGHTER_FEWEST_REPS, due.reps[1] - due.reps[1] // 3),
            max(figures.LIGHTER_FEWEST_REPS, due.reps[1] - ceil(due.reps[1] / 3)),
        }
        if item.reps is None or item.reps[1] not in wanted:
            yield "a lighter week has a third fewer repetitions where neither load nor sets can go down"
    elif due.hold_s and item.hold_s != due.hold_s - figures.LIGHTER_HOLD_STEP_S:
        yield "a lighter week has 5 s less hold where neither load nor sets can go down"


def _lighter_load(case: Case, load: Load | None, outing: Outing) -> Load | None:
    """Return the load of a lighter week: 10 % less rounded down to the kit, the next easier band, else the same."""
    ladder = loads_of(outing.exercise, case.profile)
    if load is None or load not in ladder:
        return load
    if load.kg is None:
        below = ladder[: ladder.index(load)]
    else:
        most = load.kg * figures.LIGHTER_LOAD_SHARE
        below = tuple(each for each in ladder if (each.kg or 0) <= most + 1e-9)
    return below[-1] if below else load


def _name(load: Load | None) -> str:
    if load is None or load.is_bodyweight:
        return "no load"
    return load.band or f"{load.kg:g} kg"
