"""The people of a household."""

from uuid import UUID

from rhomboid.service.household import load_owner
from rhomboid.service.models import Owner, Person, Program
from rhomboid.service.photos import forget_photos


def get_person_for(owner: Owner, person_id: str | UUID | None) -> Person | None:
    """Return the owner's person with this id, or None; another owner's person is not found."""
    key = _key_of(person_id)
    return None if key is None else Person.objects.for_owner(owner).filter(id=key).first()


def choose_person_in(household: str, person_id: str | UUID | None) -> tuple[Owner, Person | None]:
    """Return a household, founded where it is new, and its person asked for; without one the only one, if there is one.

    One query where there is somebody: every page asks it.
    """
    people = Person.objects.select_related("owner").filter(owner__key=household)
    asked = _key_of(person_id)
    found = people.filter(id=asked).first() if asked is not None else None
    if found is not None:
        return found.owner, found
    some = list(people[:2])
    owner = some[0].owner if some else load_owner(household)
    return owner, some[0] if len(some) == 1 else None


def _key_of(person_id: str | UUID | None) -> UUID | None:
    try:
        return UUID(str(person_id))
    except ValueError:
        return None


def add_person(owner: Owner, *, name: str = "You", is_example: bool = False) -> Person:
    """Add someone to the household; the intake fills in the rest."""
    return Person.objects.create(owner=owner, name=name, is_example=is_example)


def remove_example(owner: Owner) -> None:
    """Throw the example person away, with everything that belongs to them."""
    for person in Person.objects.for_owner(owner).filter(is_example=True):
        remove_person(person)


def remove_person(person: Person) -> None:
    """Delete this person, every row and every photo of theirs, for good."""
    person_id = person.id
    person.delete()
    forget_photos(person_id)


# People for whom a program was made. None is ever unmade but with the person, so what was true stays true.
_with_program: set[UUID] = set()


def has_program(person: Person) -> bool:
    """Return whether a program was ever made for this person."""
    if person.pk not in _with_program and Program.objects.for_person(person).exists():
        _with_program.add(person.pk)
    return person.pk in _with_program
