"""The guided session: everything the player needs in one page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.errors import UserError
from rhomboid.prescription.words import KIND_NAMES
from rhomboid.service.easier import easier_doses
from rhomboid.service.programs import current_plan_of
from rhomboid.service.sessions import session_due
from rhomboid.web import clock
from rhomboid.web.middleware import PersonRequest
from rhomboid.web.presenters.player import blocks_of, player_data

LONGEST_MINUTES = 90


@require_safe
def player(request: PersonRequest, session_id: str) -> HttpResponse:
    """Guide through a session of today. What is not due today, or locked, is answered by the Today page."""
    person = request.person
    if person is None or current_plan_of(person) is None:
        return redirect("welcome")
    try:
        session = session_due(person, session_id, clock.today(), minutes=_minutes(request))
    except UserError:
        messages.info(request, "That session is not due today. This is what is.")
        return redirect("today")
    catalogue = load_catalogue()
    context = {
        "title": KIND_NAMES[session.kind],
        "minutes": max(1, round(session.minutes)),
        "moves": len(session.items),
        "blocks": blocks_of(session, catalogue),
        "data": player_data(session, catalogue, easier_doses(person, session, clock.today()), person=str(person.id)),
    }
    return render(request, "session/player.html", context)


def _minutes(request: HttpRequest) -> int | None:
    """Return the minutes there are today, when the person said so."""
    asked = request.GET.get("minutes", "")
    given = int(asked) if asked.isascii() and asked.isdigit() and len(asked) <= 2 else 0
    return given if 0 < given <= LONGEST_MINUTES else None
