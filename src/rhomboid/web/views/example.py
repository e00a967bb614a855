"""The example person: look around, then throw away."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from rhomboid.service.example import make_example
from rhomboid.service.people import remove_example
from rhomboid.web import clock
from rhomboid.web.middleware import PersonRequest, show_person, tell_gone


@require_POST
def start(request: PersonRequest) -> HttpResponse:
    show_person(request, make_example(request.owner, now=clock.now()))
    return redirect("today")


@require_POST
def leave(request: PersonRequest) -> HttpResponse:
    if request.person is not None and request.person.is_example:
        tell_gone(request, request.person)
    remove_example(request.owner)
    messages.success(request, "The example person is gone.")
    return redirect("welcome")
