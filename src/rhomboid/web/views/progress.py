"""Progress: four trends, the days kept, and the two self-checks that two of them rest on."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from rhomboid.lib.errors import UserError
from rhomboid.service.people import has_program
from rhomboid.service.progress import REACH_LIKE, may_reach_on, progress_of
from rhomboid.service.self_checks import checks_of, keep_function, keep_reach
from rhomboid.web import clock
from rhomboid.web.figure_choice import still_url
from rhomboid.web.middleware import PersonRequest
from rhomboid.web.presenters.progress import asked_function, progress_page

ROWS = ("1", "2", "3")


@require_safe
def show(request: PersonRequest) -> HttpResponse:
    person = request.person
    if person is None:
        return redirect("welcome")
    if not has_program(person):
        return redirect("result")
    today = clock.today()
    return render(request, "progress/show.html", progress_page(progress_of(person, today), today))


@require_http_methods(["GET", "HEAD", "POST"])
def function(request: PersonRequest) -> HttpResponse:
    """Ask how well up to three things go that the person named, and keep it."""
    person = request.person
    if person is None or not has_program(person):
        return redirect("welcome")
    names, line = asked_function(checks_of(person)), ""
    if request.method == "POST":
        names = tuple(request.POST.get(f"name_{row}", "").strip() for row in ROWS)
        scores = tuple(_score(request, f"score_{row}") for row in ROWS)
        told = [(name, score) for name, score in zip(names, scores, strict=True) if name]
        if not told:
            line = "Name at least one thing, and tap a number for it."
        elif any(score is None for _, score in told):
            line = "Tap a number from 0 to 10 for each thing you named."
        elif len({name.casefold() for name, _ in told}) < len(told):
            line = "Two of them have the same name. Name different things."
        else:
            keep_function(person, [(name, score or 0) for name, score in told], on=clock.today())
            messages.success(request, "Kept. We ask again at your next review.")
            return redirect("progress")
    asked = [(row, name, request.POST.get(f"score_{row}", "")) for row, name in zip(ROWS, names, strict=True)]
    return render(request, "progress/function.html", {"asked": asked, "line": line}, status=422 if line else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def reach(request: PersonRequest) -> HttpResponse:
    """Ask for the gap between thumb and wall of both arms, and keep it."""
    person = request.person
    if person is None or not has_program(person):
        return redirect("welcome")
    if not may_reach_on(person, clock.today()):
        messages.info(request, "Your answers speak against this test, so it is left out.")
        return redirect("progress")
    line, sent = "", request.POST.dict()
    if request.method == "POST":
        try:
            left, right = _centimetres(request, "left"), _centimetres(request, "right")
            keep_reach(person, left_cm=left, right_cm=right, on=clock.today())
        except (ValueError, UserError):
            line = "Give the gap of both arms in cm, 0 to 60."
        else:
            messages.success(request, "Kept. We ask again at your next review.")
            return redirect("progress")
    context = {"line": line, "sent": sent, "picture": still_url(REACH_LIKE)}
    return render(request, "progress/reach.html", context, status=422 if line else 200)


def _score(request: HttpRequest, name: str) -> int | None:
    given = request.POST.get(name, "")
    return int(given) if given.isascii() and given.isdigit() and int(given) <= 10 else None


def _centimetres(request: HttpRequest, name: str) -> float:
    return round(float(request.POST.get(name, "").strip().replace(",", ".")), 1)
