"""The desk: a timer for breaks out of the person's own program, and a check of chair, desk and screen."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.rulebook import rule
from rhomboid.lib.errors import UserError
from rhomboid.prescription.breaks import Break
from rhomboid.service.desk import POINTS, breaks_for, keep_desk_check, last_desk_check, take_break
from rhomboid.service.people import has_program
from rhomboid.web import clock
from rhomboid.web.figure_choice import still_url
from rhomboid.web.middleware import PersonRequest

TIMER = "break"
MINUTES = (30, 45, 60)
ANSWER_WORDS = (("yes", "Yes"), ("no", "No"), ("unsure", "Not sure"))


@never_cache
@require_safe
def breaks(request: PersonRequest) -> HttpResponse:
    person = request.person
    if person is None or not has_program(person):
        return redirect("welcome")
    now = clock.now()
    found = breaks_for(person, now.date())
    timer = _timer(request)
    context = {
        "found": found,
        "choices": [_shown(one) for one in found.choices] if found else [],
        "minutes": MINUTES,
        "hours": rule("C9").numbers["sitting_hours_over"],
        "timer": timer,
        "is_due": timer is not None and timer["next"] <= now,
    }
    return render(request, "desk/breaks.html", context)


@require_POST
def start(request: PersonRequest) -> HttpResponse:
    """Start the timer, from now; the end is a time of day, so that sleep and reload cost nothing."""
    asked = request.POST.get("minutes", "")
    minutes = int(asked) if asked in [str(one) for one in MINUTES] else MINUTES[1]
    _set_timer(request, minutes)
    return redirect("breaks")


@require_POST
def stop(request: PersonRequest) -> HttpResponse:
    request.session.pop(TIMER, None)
    return redirect("breaks")


@require_POST
def done(request: PersonRequest) -> HttpResponse:
    """Keep a break in the log and set the timer for the next one, if it runs."""
    person = request.person
    if person is None or not has_program(person):
        return redirect("welcome")
    take_break(person, request.POST.get("exercise", ""), now=clock.now())
    timer = _timer(request)
    if timer is not None:
        _set_timer(request, timer["minutes"])
    messages.success(request, "Good. That break is in your log.")
    return redirect("breaks")


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: PersonRequest) -> HttpResponse:
    """Ask the points of the desk check, keep the answers, say what to do about each that is not well."""
    person = request.person
    if person is None:
        return redirect("welcome")
    line, answers = "", {}
    last = last_desk_check(person)
    if request.method == "POST":
        answers = {point.id: request.POST.get(point.id, "") for point in POINTS}
        try:
            keep_desk_check(person, answers, on=clock.today())
        except UserError:
            line = "Please answer every line."
        else:
            messages.success(request, "Kept.")
            return redirect("desk")
    elif last is not None:
        answers = dict(last[1])
    rows = [{"point": point, "answer": answers.get(point.id, "")} for point in POINTS]
    context = {
        "rows": rows,
        "answer_words": ANSWER_WORDS,
        "line": line,
        "last": last[0] if last and not line else None,
        "open": [row for row in rows if row["answer"] in ("no", "unsure")] if last and not line else [],
    }
    return render(request, "desk/check.html", context, status=422 if line else 200)


def _shown(one: Break) -> dict[str, Any]:
    exercise = load_catalogue()[one.exercise]
    return {
        "id": exercise.id,
        "name": exercise.name,
        "summary": exercise.summary,
        "steps": exercise.steps,
        "picture": still_url(exercise.id),
        "amount": _amount(one),
        "seconds": one.seconds,
    }


def _amount(one: Break) -> str:
    side = " on each side" if one.per_side else ""
    if one.reps and one.hold_s:
        return f"{one.reps} holds of {one.hold_s} seconds{side}"
    if one.reps:
        return f"{one.reps} times{side}"
    return f"{one.hold_s} seconds{side}" if one.hold_s else f"{round((one.minutes or 0) * 60)} seconds"


def _set_timer(request: HttpRequest, minutes: int) -> None:
    request.session[TIMER] = {"minutes": minutes, "next": (clock.now() + timedelta(minutes=minutes)).isoformat()}


def _timer(request: HttpRequest) -> dict[str, Any] | None:
    kept = request.session.get(TIMER)
    if kept is None:
        return None
    return {"minutes": kept["minutes"], "next": datetime.fromisoformat(kept["next"])}
