"""Keeping the dose that a clinician wrote for a move."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from rhomboid.lib.errors import UserError
from rhomboid.service.people import has_program
from rhomboid.service.profiles import set_dose
from rhomboid.web import clock
from rhomboid.web.middleware import PersonRequest
from rhomboid.web.presenters.you_dose import error_words, row_of
from rhomboid.web.views.you import show_you


@require_POST
def save(request: PersonRequest) -> HttpResponse:
    """Keep the dose, or show the form again as it was typed with the one field to put right."""
    person = request.person
    if person is None or not has_program(person):
        return redirect("you")
    row = row_of(request.POST.dict())
    try:
        set_dose(person, row, on=clock.today())
    except UserError as error:
        field, line = error_words(error, row)
        return show_you(request, person, part="dose", line=line, dose=(request.POST.dict(), field))
    messages.success(request, "Kept. A new program takes this dose up: build yours anew below.")
    return redirect("you")
