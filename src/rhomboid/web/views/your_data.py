"""Your data: take everything with you, or delete everything."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from rhomboid.service.export import export_zip
from rhomboid.service.people import remove_person
from rhomboid.web import clock
from rhomboid.web.middleware import PERSON_KEY, PersonRequest, tell_gone

CONFIRMATION = "delete everything"


@never_cache
@require_safe
def export(request: PersonRequest) -> HttpResponse:
    """Send everything kept about the person in view as one file."""
    if request.person is None:
        return redirect("welcome")
    response = HttpResponse(export_zip(request.person), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="rhomboid-{clock.today().isoformat()}.zip"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: PersonRequest) -> HttpResponse:
    """Ask once more in words, then delete every row of this person."""
    person = request.person
    if person is None:
        return redirect("welcome")
    typed = " ".join(request.POST.get("typed", "").split()).casefold()
    if request.method != "POST" or typed != CONFIRMATION:
        context = {"confirmation": CONFIRMATION, "wrong": request.method == "POST"}
        return render(request, "you/delete.html", context, status=422 if context["wrong"] else 200)
    tell_gone(request, person)
    request.session.pop(PERSON_KEY, None)
    remove_person(person)
    messages.success(request, "Everything about you is deleted.")
    return redirect("welcome")
