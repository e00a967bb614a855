"""Choosing the form of the program: the full one, shorter ones, or one that keeps a gain."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from rhomboid.prescription.plan import MODES
from rhomboid.service.intake import has_read_notice
from rhomboid.service.models import Person
from rhomboid.service.people import has_program
from rhomboid.service.programs import form_of, make_program
from rhomboid.web import clock
from rhomboid.web.middleware import PersonRequest
from rhomboid.web.presenters.program_form import forms, name_of
from rhomboid.web.views.program import tell_what_came


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: PersonRequest) -> HttpResponse:
    """Show the forms; plan in the chosen one and keep it, or say in the planner's words why it does not fit."""
    person = request.person
    if person is None:
        return redirect("welcome")
    if person.profile is None or not has_read_notice(person):
        return redirect("result")
    now = form_of(person) if has_program(person) else ""
    mode = request.POST.get("mode", "")
    if request.method == "POST" and mode in MODES:
        return _build(request, person, mode, now)
    return _page(request, now, now, **({"missing": True} if request.method == "POST" else {}))


def _build(request: HttpRequest, person: Person, mode: str, now: str) -> HttpResponse:
    made = make_program(person, on=clock.today(), mode=mode)
    if made.plan.status == "refused":
        return redirect("result")
    if made.plan.program is None:
        return _page(request, now, mode, plan=made.plan)
    tell_what_came(request, made, f"Your program “{name_of(mode)}”", is_new=not now)
    return redirect("program")


def _page(request: HttpRequest, now: str, chosen: str, **wrong: object) -> HttpResponse:
    """Show the page. wrong: missing, where none was chosen; plan, where the chosen form does not fit."""
    context = {"forms": forms(now), "now": now, "chosen": chosen, "name": name_of(chosen) if chosen else "", **wrong}
    return render(request, "program/form.html", context, status=422 if wrong else 200)
