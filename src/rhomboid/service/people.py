"""The people of a household."""

from uuid import UUID

from rhomboid.service.models import Owner, Person, Program
from rhomboid.service.photos import forget_photos


def get_person_for(owner: Owner, person_id: str | UUID | None) -> Person | None:
    """Return the owner's person with this id, or None; another owner's person is not found."""
    try:
        key = UUID(str(person_id))
    except ValueError:
        return None
    return Person.objects.for_owner(owner).filter(id=key).first()


def choose_person_for(owner: Owner, person_id: str | UUID | None) -> Person | None:
    """Return the person asked for; without one, the only person of the household, if there is just one."""
    if person_id is not None:
        found = get_person_for(owner, person_id)
        if found is not None:
            return found
    people = list(Person.objects.for_owner(owner)[:2])
    return people[0] if len(people) == 1 else None


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
