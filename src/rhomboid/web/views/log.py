"""The door for events: what a device kept while it was away is taken in here, once."""

import json
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rhomboid.service.log import MOST_EVENTS_AT_ONCE, append_events
from rhomboid.service.people import get_person_for
from rhomboid.web.middleware import PersonRequest


@never_cache
@require_http_methods(["GET", "POST"])
def events(request: PersonRequest) -> HttpResponse:
    """POST {"person": id, "events": [...]}: keep them, and say of each that it is stored or why not.

    The device names the person it trained with: who is in view may have changed since. GET gives a fresh form
    token, for a page that was kept offline longer than its own.
    """
    if request.method == "GET":
        return JsonResponse({"token": get_token(request)})
    body = _read(request.body)
    if body is None:
        allowed = f'{{"person": id, "events": [up to {MOST_EVENTS_AT_ONCE} events]}}'
        return JsonResponse({"error": f"events: cannot be read; allowed: {allowed}"}, status=400)
    in_view = request.person
    person = in_view if in_view and str(in_view.id) == body["person"] else get_person_for(request.owner, body["person"])
    if person is None:
        return JsonResponse({"error": "person: is not in this household"}, status=404)
    kept = append_events(person, body["events"])
    refused = [{"id": one.id, "reason": one.reason} for one in kept.refused]
    return JsonResponse({"stored": list(kept.stored), "refused": refused})


def _read(raw: bytes) -> dict[str, Any] | None:
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    if not isinstance(body, dict) or not isinstance(body.get("person"), str):
        return None
    rows = body.get("events")
    return body if isinstance(rows, list) and len(rows) <= MOST_EVENTS_AT_ONCE else None
