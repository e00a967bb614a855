"""What a professional lifted by name: before a program part of the profile, during one an event of the log."""

from collections.abc import Sequence
from datetime import date, datetime, time
from uuid import UUID

from rhomboid.lib.errors import UserError, bad_input
from rhomboid.screening.clearance import CLINICIANS, parse_clearance
from rhomboid.service.log import append_events
from rhomboid.service.models import Person
from rhomboid.service.people import has_program

WHERE = "clearance"


def keep_clearance(
    person: Person, *, by: str, role: str, day: date, scope: Sequence[str], event: UUID, now: datetime
) -> None:
    """Keep who cleared which rules and when. Raises UserError when that cannot be."""
    if role not in CLINICIANS:
        raise bad_input(WHERE, "role", role, ", ".join(CLINICIANS))
    if day > now.date():
        raise bad_input(WHERE, "date", day.isoformat(), "today or an earlier day")
    if not scope:
        raise bad_input(WHERE, "scope", [], "at least one point of the result page")
    row = {"by": by.strip(), "role": role, "date": day, "scope": sorted(set(scope))}
    parse_clearance(WHERE, "clearance", row)
    if has_program(person):
        at = now if day == now.date() else datetime.combine(day, time(12), tzinfo=now.tzinfo)
        body = {"id": str(event), "at": at.isoformat(), "type": "clearance", **row}
        del body["date"]
        for refused in append_events(person, [body]).refused:
            raise UserError(refused.reason)
    elif person.profile is not None:
        kept = [*person.profile.get("clearance", []), {**row, "date": day.isoformat()}]
        person.profile = {**person.profile, "clearance": kept}
        person.save(update_fields=["profile"])
