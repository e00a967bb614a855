"""You: what the program is built from, to see and to change, and building it anew."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from rhomboid.catalogue.load import load_catalogue
from rhomboid.lib.errors import UserError, bad_input
from rhomboid.service.models import Person
from rhomboid.service.people import has_program
from rhomboid.service.profiles import CAP, change_profile, lift_limit, prefer, set_limit
from rhomboid.service.programs import form_of, is_outdated, profile_of
from rhomboid.web import clock
from rhomboid.web.intake_fields import read_form
from rhomboid.web.middleware import PersonRequest
from rhomboid.web.presenters.figure_options import figure_options
from rhomboid.web.presenters.program_form import name_of
from rhomboid.web.presenters.you import clearance_rows, fields_of, find_moves, limit_rows, moves_of
from rhomboid.web.presenters.you_dose import Typed, dose_form
from rhomboid.web.views.program import make_and_show
from rhomboid.web.you_fields import PARTS

LONGEST_WORDS = 60
MOVE_LINES = {
    ("like", True): "{name}: your program leans towards it when it is built anew.",
    ("avoid", True): "{name} is left out from now on. You can undo that below.",
    ("like", False): "{name} is no longer on your list.",
    ("avoid", False): "{name} may be planned again.",
}


@require_safe
def show(request: PersonRequest) -> HttpResponse:
    return redirect("welcome") if request.person is None else show_you(request, request.person)


@require_POST
def save(request: PersonRequest, part: str) -> HttpResponse:
    """Keep one part, or show it again with what is wrong."""
    person = request.person
    if part not in PARTS:
        raise Http404
    if person is None or not has_program(person):
        return redirect("you")
    reading = read_form(PARTS[part], request.POST)
    if reading.errors:
        return show_you(request, person, part=part, shown=reading.shown, errors=reading.errors)
    try:
        change_profile(person, _changes(part, reading.setup))
    except UserError as error:
        return show_you(request, person, part=part, shown=reading.shown, line=str(error))
    messages.success(request, "Kept.")
    return redirect("you")


@require_POST
def moves(request: PersonRequest) -> HttpResponse:
    """Put a move on the list of likes or avoids, or take it off."""
    person, sent = request.person, request.POST
    if person is None or not has_program(person):
        return redirect("you")
    kind, exercise, wanted = sent.get("kind", ""), sent.get("exercise", ""), sent.get("wanted") == "yes"
    prefer(person, kind, exercise, wanted=wanted)
    messages.success(request, MOVE_LINES[kind, wanted].format(name=load_catalogue()[exercise].name))
    return redirect(f"{reverse('you')}#moves")


@require_POST
def limits(request: PersonRequest) -> HttpResponse:
    """Keep a clinician's limit, with their name."""
    person, sent = request.person, request.POST
    if person is None or not has_program(person):
        return redirect("you")
    kind = sent.get("kind", "")
    try:
        kg = _kilos(sent.get("kg", "")) if kind == CAP else None
        set_limit(person, kind, sent.get("exercise", ""), kg=kg, by=sent.get("by", ""), on=clock.today())
    except UserError as error:
        return show_you(request, person, part="limits", shown=sent.dict(), line=str(error))
    messages.success(request, "Kept. It holds from now on.")
    return redirect("you")


@require_POST
def limit_back(request: PersonRequest) -> HttpResponse:
    """Take a clinician's limit back, on a clinician's word."""
    person, sent = request.person, request.POST
    if person is None or not has_program(person):
        return redirect("you")
    try:
        kind, exercise = sent.get("kind", ""), sent.get("exercise", "")
        lift_limit(person, kind, exercise, by=sent.get("by", ""), on=clock.today())
    except UserError as error:
        return show_you(request, person, part="limits", line=str(error))
    messages.success(request, "Taken back.")
    return redirect("you")


@require_POST
def rebuild(request: PersonRequest) -> HttpResponse:
    """Make the program anew from today, from the settings as they are and what was done so far."""
    person = request.person
    return redirect("you") if person is None or not has_program(person) else make_and_show(request, person)


def _changes(part: str, setup: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return what was sent, with None for what was left open, so that it is taken out."""
    changes: dict[str, dict[str, Any]] = {}
    for one in PARTS[part]:
        changes.setdefault(one.group, {})[one.name] = setup.get(one.group, {}).get(one.name)
    return changes


def _kilos(text: str) -> float:
    try:
        return float(text.strip().replace(",", "."))
    except ValueError as error:
        raise bad_input("your settings", "the most kg", text[:20], "a number of kg") from error


def show_you(
    request: PersonRequest,
    person: Person,
    *,
    part: str = "",
    shown: Mapping[str, Any] | None = None,
    errors: Mapping[str, str] | None = None,
    line: str = "",
    dose: Typed = ({}, ""),
) -> HttpResponse:
    """Show the page. part: the one just sent; shown, errors, line: what it held and what is wrong.

    dose: a clinician's dose as it was typed, and its field that cannot be kept.
    """
    wrong = bool(errors or line)
    context: dict[str, Any] = {"editable": has_program(person), "part": part, "line": line, "wrong": wrong}
    context["figure"] = figure_options()
    if context["editable"]:
        profile, catalogue = profile_of(person), load_catalogue()
        words = " ".join(request.GET.get("find", "").split())[:LONGEST_WORDS]
        found, count = find_moves(words, profile, catalogue)
        context |= {
            "parts": {
                name: fields_of(person, name, shown if name == part else None, (errors or {}) if name == part else {})
                for name in PARTS
            },
            "preferred": moves_of(profile, catalogue),
            "words": words,
            "found": found,
            "count": count,
            "limits": limit_rows(person, catalogue),
            "sent": shown if part == "limits" and shown else {},
            "exercises": sorted((one.name, one.id) for one in catalogue.exercises),
            "clearances": clearance_rows(person),
            "outdated": is_outdated(person),
            "form": name_of(form_of(person)),
            "dose": dose_form(*dose, catalogue, clock.today()),
        }
    if errors:
        context["problems"] = [shown for shown in context["parts"][part] if shown.error]
    return render(request, "you/show.html", context, status=422 if wrong else 200)
