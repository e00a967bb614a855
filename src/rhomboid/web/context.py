"""What every page's frame shows."""

from typing import Any

from django.http import HttpRequest

from rhomboid.web.navigation import pages_for


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return the person in view and the pages they can go to."""
    person = getattr(request, "person", None)
    return {"person": person, "pages": pages_for(person)}
