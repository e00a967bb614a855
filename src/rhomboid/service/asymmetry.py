"""A simple check from side to side: do the hips shift in a squat without weight? The answer is kept per side (B4)."""

from datetime import date

from django.db import transaction

from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.errors import bad_input
from rhomboid.prescription.profile_toml import HIP_SHIFTS
from rhomboid.service.library import fit_for
from rhomboid.service.models import Person, SelfCheck
from rhomboid.service.profiles import change_profile

KIND = "squat"
# Who may do this move may do the check: it asks for the same thing, a few times.
LIKE = "sit-to-stand"


def may_check_squat(person: Person, day: date) -> bool:
    """Return whether nothing speaks against a few squats without weight."""
    fit = fit_for(person, day)
    assert LIKE in load_catalogue()
    return fit.may_train and LIKE not in fit.left_out


@transaction.atomic
def keep_squat_check(person: Person, side: str, *, on: date) -> None:
    """Keep to which side the hips go. A shift, or not being sure, lowers what squats are open from now on."""
    if side not in HIP_SHIFTS:
        raise bad_input("squat check", "side", side, ", ".join(HIP_SHIFTS))
    SelfCheck.objects.create(person=person, kind=KIND, made_on=on, answers={"side": side})
    change_profile(person, {"experience": {"hip_shift": side}})


def last_squat_check(person: Person) -> tuple[date, str] | None:
    """Return the day and the answer of the last check, or None."""
    row = SelfCheck.objects.for_person(person).filter(kind=KIND).order_by("made_on", "id").last()
    return (row.made_on, row.answers["side"]) if row else None
