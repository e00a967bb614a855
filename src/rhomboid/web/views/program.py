"""The program: fifteen weeks at a glance, one week in full."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from rhomboid.catalogue.load import load_catalogue
from rhomboid.prescription.program import Program, Week
from rhomboid.service.intake import has_read_notice
from rhomboid.service.programs import current_plan_of, make_program
from rhomboid.web import clock
from rhomboid.web.middleware import PersonRequest
from rhomboid.web.presenters.program import overview
from rhomboid.web.result_pages import show_limits_of


@require_safe
def show(request: PersonRequest) -> HttpResponse:
    person = request.person
    if person is None:
        return redirect("welcome")
    plan = current_plan_of(person)
    if plan is None or plan.program is None:
        return redirect("result")
    week = _chosen_week(request, plan.program)
    context = {
        **overview(plan.program, load_catalogue(), clock.today(), week),
        "program": plan.program,
        "week": week,
        "limits": show_limits_of(plan.triage["restrictions"]),
        "proof": plan.proof,
    }
    return render(request, "program/show.html", context)


@require_POST
def make(request: PersonRequest) -> HttpResponse:
    """Plan for the person in view; when their wishes collide, say which and what would solve it."""
    if request.person is None:
        return redirect("welcome")
    if not has_read_notice(request.person):
        return redirect("result")
    plan = make_program(request.person, on=clock.today())
    if plan.status == "refused":
        return redirect("result")
    if plan.program is None:
        return render(request, "program/infeasible.html", {"plan": plan}, status=200)
    messages.success(request, "Your program is ready.")
    return redirect("program")


def _chosen_week(request: HttpRequest, program: Program) -> Week:
    asked = request.GET.get("week", "")
    if asked.isdigit() and 1 <= int(asked) <= len(program.weeks):
        return program.weeks[int(asked) - 1]
    return program.week_on(clock.today()) or program.weeks[0 if clock.today() < program.start else -1]
