"""The program to take along: in a calendar, and on paper."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from rhomboid.catalogue.load import load_catalogue
from rhomboid.prescription.program import Program
from rhomboid.service.programs import current_plan_of
from rhomboid.web.figure_choice import chosen
from rhomboid.web.middleware import PersonRequest


@never_cache
@require_safe
def calendar(request: PersonRequest) -> HttpResponse:
    """Send the sessions as a calendar file; loaded again after a new program, it changes the same entries."""
    from rhomboid.exports.calendar import to_calendar

    owner = str(request.person.id) if request.person else ""
    return _send(request, "rhomboid.ics", "text/calendar", lambda one: to_calendar(one, load_catalogue(), owner))


@never_cache
@require_safe
def handout(request: PersonRequest) -> HttpResponse:
    """Send the program as pages to print."""
    from rhomboid.exports.handout import to_handout  # brings what draws on paper, half a second to import

    wish = chosen()
    return _send(request, "rhomboid.pdf", "application/pdf", lambda one: to_handout(one, load_catalogue(), wish))


def _send(request: PersonRequest, name: str, kind: str, make: Callable[[Program], bytes]) -> HttpResponse:
    """Return the program of the person in view as a file; without one, the way to one."""
    if request.person is None:
        return redirect("welcome")
    plan = current_plan_of(request.person)
    if plan is None or plan.program is None:
        return redirect("result")
    response = HttpResponse(make(plan.program), content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
