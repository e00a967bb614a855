"""The program: fifteen weeks at a glance, one week in full."""

from collections.abc import Sequence
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from rhomboid.catalogue.load import load_catalogue
from rhomboid.prescription.program import Program, Week
from rhomboid.prescription.words import day_words
from rhomboid.service.intake import has_read_notice
from rhomboid.service.models import Person
from rhomboid.service.people import has_program
from rhomboid.service.programs import Made, current_plan_of, is_outdated, make_program
from rhomboid.service.programs_lived import course_of
from rhomboid.web import clock
from rhomboid.web.middleware import PersonRequest
from rhomboid.web.presenters.program import overview
from rhomboid.web.presenters.program_form import name_of
from rhomboid.web.presenters.you import names_of
from rhomboid.web.result_pages import show_limits_of

MOST_NAMED = 6


@require_safe
def show(request: PersonRequest) -> HttpResponse:
    person = request.person
    if person is None:
        return redirect("welcome")
    plan = current_plan_of(person)
    if plan is None or plan.program is None:
        return redirect("result")
    course, today = course_of(person), clock.today()
    week = _chosen_week(request, course)
    context = {
        **overview(course, load_catalogue(), today, week),
        "program": course,
        "week": week,
        "weeks": course.weeks[-1].number,
        "form": name_of(plan.mode),
        "since": plan.program.made_on,
        "advice": plan.advice,
        "outdated": is_outdated(person),
        "over": course.end < today,
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
    return make_and_show(request, request.person)


def make_and_show(request: HttpRequest, person: Person) -> HttpResponse:
    """Make a program, the first or a new one, and go to it; where there is none, say why."""
    keeps = has_program(person)
    made = make_program(person, on=clock.today())
    if made.plan.status == "refused":
        return redirect("result")
    if made.plan.program is None:
        return render(request, "program/infeasible.html", {"plan": made.plan, "keeps": keeps})
    tell_what_came(request, made, "Your program", is_new=not keeps)
    return redirect("program")


def tell_what_came(request: HttpRequest, made: Made, name: str, *, is_new: bool) -> None:
    """Say that the program is ready; of one made anew also from when it holds and which moves came and went."""
    since = "" if is_new else f" It holds from {_day(made.since)}. All you did is kept."
    messages.success(request, f"{name} is ready.{since}")
    for words, ids in (("New in it", made.came), ("No longer in it", made.went)):
        if ids and not is_new:
            messages.info(request, f"{words}: {_few(ids)}.")


def _few(ids: Sequence[str]) -> str:
    """Return moves by name; of many the first, and how many more."""
    catalogue = load_catalogue()
    if len(ids) <= MOST_NAMED:
        return names_of(ids, catalogue)
    return f"{names_of(ids[:MOST_NAMED], catalogue)} and {len(ids) - MOST_NAMED} more"


def _day(day: date) -> str:
    return "today" if day == clock.today() else f"{day_words(day)}, because you trained today already"


def _chosen_week(request: HttpRequest, program: Program) -> Week:
    asked = request.GET.get("week", "")
    numbers = {str(week.number): week for week in program.weeks}
    if asked in numbers:
        return numbers[asked]
    return program.week_on(clock.today()) or program.weeks[0 if clock.today() < program.start else -1]
