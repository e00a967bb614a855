"""Move by move: the first load, each change with its day, rule and reason."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from rhomboid.catalogue.load import load_catalogue
from rhomboid.service.history import history_of, moves_done
from rhomboid.service.people import has_program
from rhomboid.web import clock
from rhomboid.web.middleware import PersonRequest
from rhomboid.web.presenters.history import history_page, move_rows


@require_safe
def show(request: PersonRequest) -> HttpResponse:
    """Show every move done so far, each with its first and its last day."""
    if request.person is None or not has_program(request.person):
        return redirect("welcome")
    rows = move_rows(moves_done(request.person, clock.today()), load_catalogue())
    return render(request, "progress/moves.html", {"rows": rows})


@require_safe
def move(request: PersonRequest, exercise_id: str) -> HttpResponse:
    """Show the history of one move."""
    if request.person is None or not has_program(request.person):
        return redirect("welcome")
    catalogue = load_catalogue()
    if exercise_id not in catalogue.by_id:
        raise Http404(f"no exercise {exercise_id}")
    history = history_of(request.person, exercise_id, clock.today())
    return render(request, "progress/move.html", history_page(history, catalogue))
