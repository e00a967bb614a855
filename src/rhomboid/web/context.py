"""What every page's frame shows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from rhomboid.web.navigation import pages_for


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return the person in view, the pages they can go to, and the emergency number where one is set."""
    person = getattr(request, "person", None)
    return {"person": person, "pages": pages_for(person), "emergency_number": settings.EMERGENCY_NUMBER}
