"""Today: what is due, how it is going, move or skip without guilt."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.errors import bad_input
from rhomboid.prescription.breaks import desk_breaks
from rhomboid.service.daily import log_now, move_session, skip_session
from rhomboid.service.log import log_of
from rhomboid.service.programs import current_plan_of, plans_of, profile_of
from rhomboid.service.programs_lived import course_in
from rhomboid.service.sessions import program_in, today_for
from rhomboid.web import clock
from rhomboid.web.middleware import PersonRequest
from rhomboid.web.presenters.today import moves_of, today_page
from rhomboid.web.result_pages import show_hits

CHECK_IN_FIELDS = ("average_24h", "worst_24h", "sleep", "stress", "confidence")


@require_safe
def show(request: PersonRequest) -> HttpResponse:
    person = request.person
    if person is None:
        return redirect("welcome")
    plans = plans_of(person)
    if not plans:
        return redirect("result")
    plan, log, catalogue = plans[-1], log_of(person), load_catalogue()
    answer = today_for(person, clock.today(), plan=plan, log=log)
    context = today_page(answer, course_in(plans, log), log, catalogue)
    context["hits"] = show_hits(answer.triage) if answer.locked else ()
    context["breaks"] = (
        None if answer.locked else desk_breaks(profile_of(person), catalogue, program_in(plan), answer.date)
    )
    context["items"] = moves_of(answer.session, catalogue) if context["card"] and answer.session else ()
    return render(request, "today/show.html", context)


@require_POST
def check_in(request: PersonRequest) -> HttpResponse:
    """Keep a check-in, then show the day as it stands after it."""
    return _log_scores(request, "check_in", CHECK_IN_FIELDS, "Thank you. What you see is what it means for today.")


@require_POST
def morning_after(request: PersonRequest) -> HttpResponse:
    return _log_scores(request, "morning_after", ("pain", "stiffness"), "Thank you. It counts for the next dose.")


@require_POST
def walk_done(request: PersonRequest, session_id: str) -> HttpResponse:
    if request.person is None:
        return redirect("welcome")
    session = program_in(current_plan_of(request.person)).session_by_id.get(session_id)
    if session is None or session.kind != "walk":
        raise bad_input("walk", "session", session_id, "a walk of your program")
    log_now(request.person, "walk", now=clock.now(), minutes=round(session.minutes))
    messages.success(request, "Well walked.")
    return redirect("today")


@require_POST
def move(request: PersonRequest, session_id: str) -> HttpResponse:
    if request.person is None:
        return redirect("welcome")
    try:
        to = date.fromisoformat(request.POST.get("to", ""))
    except ValueError as error:
        raise bad_input("move", "to", request.POST.get("to", ""), "a date like 2026-11-23") from error
    move_session(request.person, session_id, to, now=clock.now())
    messages.success(request, f"Moved to {to:%A}.")
    return redirect("today")


@require_POST
def skip(request: PersonRequest, session_id: str) -> HttpResponse:
    if request.person is None:
        return redirect("welcome")
    skip_session(request.person, session_id, request.POST.get("why", ""), now=clock.now())
    return redirect("today")


def _log_scores(request: PersonRequest, event_type: str, fields: tuple[str, ...], thanks: str) -> HttpResponse:
    if request.person is None:
        return redirect("welcome")
    scores = {name: _score(request, name) for name in fields}
    if any(score is None for score in scores.values()):
        messages.warning(request, "Please answer every line, 0 to 10.")
        return redirect("today")
    log_now(request.person, event_type, now=clock.now(), **scores)
    messages.success(request, thanks)
    return redirect("today")


def _score(request: HttpRequest, name: str) -> int | None:
    given = request.POST.get(name, "")
    return int(given) if given.isdigit() and int(given) <= 10 else None
