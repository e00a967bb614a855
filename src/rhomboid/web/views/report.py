"""The summary for a doctor or therapist: a page made to be printed."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from rhomboid.catalogue.load import load_catalogue
from rhomboid.service.report import report_of
from rhomboid.web import clock
from rhomboid.web.middleware import PersonRequest
from rhomboid.web.presenters.report import report_page


@never_cache
@require_safe
def show(request: PersonRequest) -> HttpResponse:
    person = request.person
    if person is None:
        return redirect("welcome")
    today = clock.today()
    return render(request, "report/show.html", report_page(report_of(person, today), load_catalogue(), today))
