"""What every page's frame shows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from rhomboid.service.models import Person
from rhomboid.web.middleware import GONE_KEY
from rhomboid.web.navigation import pages_for

NOBODY = "nobody"


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return the person in view, the pages they can go to, and the emergency number where one is set."""
    person = getattr(request, "person", None)
    return {
        "person": person,
        "pages": pages_for(person),
        "emergency_number": settings.EMERGENCY_NUMBER,
        **_device(request, person),
    }


def _device(request: HttpRequest, person: Person | None) -> dict[str, str]:
    """Return whose answers a device may keep, and once who is gone; nothing where it is not known who is in view."""
    if not hasattr(request, "person"):
        return {}
    gone = request.session.pop(GONE_KEY, "")
    return {"device_person": str(person.id) if person else NOBODY, "gone_person": gone}
