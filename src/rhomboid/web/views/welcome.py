"""The first page, and the way into the intake."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from rhomboid.service.people import add_person
from rhomboid.web.middleware import PersonRequest, show_person


@require_safe
def show(request: PersonRequest) -> HttpResponse:
    return render(request, "welcome.html")


@require_POST
def start(request: PersonRequest) -> HttpResponse:
    """Go on with the intake of the person in view; nobody yet, or the example: someone new."""
    if request.person is None or request.person.is_example:
        show_person(request, add_person(request.owner))
    return redirect("intake")
