"""Choosing which body and skin the pictures show."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from rhomboid.web.figure_choice import keep_choice
from rhomboid.web.middleware import PersonRequest
from rhomboid.web.views.figures import to_wish


@require_POST
def save(request: PersonRequest) -> HttpResponse:
    """Keep the choice in this browser."""
    keep_choice(request.session, to_wish(request.POST.get("body", ""), request.POST.get("tone", "")))
    messages.success(request, "Kept. All pictures show it from now on.")
    return redirect(f"{reverse('you')}#figure")
