"""What is kept in the database. Everything derived (triage, today's session) is computed, never stored.

Every row belongs to an owner. Ask for rows with `for_owner`, never by id alone.
"""

import uuid
from typing import ClassVar, Self, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


class Owner(models.Model):
    """A household (later: an account). `key` names it; the single household of loopback is "home"."""

    key = models.CharField(max_length=64, unique=True)
    created = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.key


class PersonQuerySet(models.QuerySet["Person"]):
    def for_owner(self, owner: Owner) -> Self:
        return self.filter(owner=owner)


class Person(models.Model):
    """Someone the household trains with. `profile` is the contract's profile table, dates as ISO text.

    It is null until the intake is finished; until then `draft` holds what was answered, page by page.
    `limit_notes` says who set or took back each of a clinician's limits and when; rows are only added.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(Owner, on_delete=models.CASCADE, related_name="people")
    name = models.CharField(max_length=80, default="You")
    is_example = models.BooleanField(default=False)
    profile = models.JSONField(null=True, default=None)
    draft = models.JSONField(default=dict)
    limit_notes = models.JSONField(default=list)
    created = models.DateTimeField(auto_now_add=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["created", "id"]

    def __str__(self) -> str:
        return self.name


class OwnedByPerson(models.QuerySet[Row]):
    """Rows that belong to a person, and through the person to an owner."""

    def for_owner(self, owner: Owner) -> Self:
        return self.filter(person__owner=owner)

    def for_person(self, person: Person) -> Self:
        return self.filter(person=person)


class Screening(models.Model):
    """One finished set of screening answers. Append-only: a later answer is a new row.

    `facts` is flat by fact id, only what was asked and answered; `versions` are those it was asked under.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="screenings")
    made_on = models.DateField()
    created = models.DateTimeField(auto_now_add=True)
    facts = models.JSONField()
    versions = models.JSONField(default=dict)

    objects = OwnedByPerson["Screening"].as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return f"{self.person_id} on {self.made_on}"


class Acknowledgement(models.Model):
    """That a person read a notice, and which version of it (E5). Append-only."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="acknowledgements")
    what = models.CharField(max_length=64)
    version = models.CharField(max_length=64)
    at = models.DateTimeField()

    objects = OwnedByPerson["Acknowledgement"].as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return f"{self.what} {self.version}"


class Program(models.Model):
    """One plan document of the contract (JSON), never changed after it was made; the newest counts.

    `profile` is the table it was made from, so that its days can be told as they were; null where it was not kept.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="programs")
    plan = models.JSONField()
    profile = models.JSONField(null=True, default=None)
    made_on = models.DateField()
    versions = models.JSONField(default=dict)
    created = models.DateTimeField(auto_now_add=True)

    objects = OwnedByPerson["Program"].as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["created", "id"]

    def __str__(self) -> str:
        return f"{self.person_id} made {self.made_on}"


class LogEvent(models.Model):
    """One event of the training log. `body` is the event as it came, with its own `at` and offset.

    Append-only; `uuid` is unique per person, so an event sent twice is one event; `id` is the order received.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="events")
    uuid = models.UUIDField()
    at = models.DateTimeField()
    type = models.CharField(max_length=32)
    body = models.JSONField()
    received = models.DateTimeField(auto_now_add=True)

    objects = OwnedByPerson["LogEvent"].as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "uuid"], name="one_event_per_person_and_uuid"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["person", "at"], name="event_person_at")]

    def __str__(self) -> str:
        return f"{self.type} {self.uuid}"


class SelfCheck(models.Model):
    """What a person checked on themselves beside the log: how far they reach, what they can do, their desk.

    Append-only; `kind` says which check, `answers` holds what was told. The fold never reads it.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="self_checks")
    kind = models.CharField(max_length=32)
    made_on = models.DateField()
    answers = models.JSONField()
    created = models.DateTimeField(auto_now_add=True)

    objects = OwnedByPerson["SelfCheck"].as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["made_on", "id"]

    def __str__(self) -> str:
        return f"{self.kind} on {self.made_on}"


class Photo(models.Model):
    """A photo of posture that a person chose to keep; its file lies in the photo folder under their id."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="photos")
    taken_on = models.DateField()
    view = models.CharField(max_length=16)
    created = models.DateTimeField(auto_now_add=True)

    objects = OwnedByPerson["Photo"].as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["taken_on", "created", "id"]

    def __str__(self) -> str:
        return f"{self.view} on {self.taken_on}"
