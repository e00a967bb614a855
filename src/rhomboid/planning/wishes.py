"""Which wishes of a person collide when no program fits: as few as are needed, proved by letting go of each one."""

from collections.abc import Callable, Collection, Iterator

from rhomboid.catalogue.exercise import Catalogue
from rhomboid.planning.wish_fields import FIELDS
from rhomboid.prescription.plan import Wish
from rhomboid.prescription.profile import Profile

Solves = Callable[[Profile], bool]


def wishes_of(profile: Profile, catalogue: Catalogue) -> tuple[Wish, ...]:
    """Return every wish that narrows a program, those a person can change most easily last."""
    found = ((name, field, field.value(profile)) for name, field in FIELDS.items())
    return tuple(Wish(name, value, field.words(value, catalogue)) for name, field, value in found if value is not None)


def loosened(profile: Profile, fields: Collection[str]) -> Iterator[Profile]:
    """Yield the profile with the wishes of some fields let go."""
    loose = [profile]
    for name in FIELDS:
        if name in fields:
            loose = [looser for one in loose for looser in FIELDS[name].loosest(one)]
    yield from loose


def colliding(profile: Profile, catalogue: Catalogue, solves: Solves) -> tuple[Wish, ...]:
    """Return wishes that leave no program even when all others are let go, and would leave one without any of them.

    Empty where the rules leave no program whatever the person wishes. solves: whether a profile leads to a program.
    """
    wishes = wishes_of(profile, catalogue)
    names = [wish.field for wish in wishes]
    if not is_solved_without(profile, names, solves):
        return ()
    kept = list(names)
    for name in names:
        without = [one for one in kept if one != name]
        if not is_solved_without(profile, [one for one in names if one not in without], solves):
            kept = without
    return tuple(wish for wish in wishes if wish.field in kept)


def is_solved_without(profile: Profile, let_go: Collection[str], solves: Solves) -> bool:
    """Return whether there is a program once the wishes of some fields are let go."""
    return any(solves(one) for one in loosened(profile, let_go))
