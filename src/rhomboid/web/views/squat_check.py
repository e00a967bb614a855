"""The check from side to side: a few squats without weight before a mirror."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from rhomboid.lib.errors import UserError
from rhomboid.service.asymmetry import LIKE, keep_squat_check, last_squat_check, may_check_squat
from rhomboid.service.people import has_program
from rhomboid.web import clock
from rhomboid.web.figure_choice import still_url
from rhomboid.web.middleware import PersonRequest

SIDES = (
    ("none", "They stay in the middle"),
    ("left", "They go to the left"),
    ("right", "They go to the right"),
    ("unsure", "Not sure"),
)


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: PersonRequest) -> HttpResponse:
    """Show the check, keep its answer, and say what follows from it."""
    person, line = request.person, ""
    if person is None or not has_program(person):
        return redirect("welcome")
    today = clock.today()
    may = may_check_squat(person, today)
    if request.method == "POST" and may:
        try:
            keep_squat_check(person, request.POST.get("side", ""), on=today)
        except UserError:
            line = "Choose what fits."
        else:
            messages.success(request, "Kept.")
            return redirect("squat-check")
    last = last_squat_check(person)
    context = {
        "may": may,
        "line": line,
        "sides": SIDES,
        "last": last[0] if last else None,
        "side": last[1] if last else "",
        "said": dict(SIDES)[last[1]] if last else "",
        "picture": still_url(LIKE),
    }
    return render(request, "squat_check.html", context, status=422 if line else 200)
