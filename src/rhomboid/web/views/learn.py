"""Learn: the studies and their limits, what was decided where texts disagree, who else can help, calm; cold."""

from datetime import datetime, timedelta

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from rhomboid.catalogue.learn import load_calm, load_evidence, load_helpers
from rhomboid.catalogue.ledger import load_contradictions
from rhomboid.catalogue.load import load_catalogue
from rhomboid.catalogue.rulebook import rule
from rhomboid.web import clock
from rhomboid.web.middleware import PersonRequest

COLD = "cold"


@require_safe
def show(request: PersonRequest) -> HttpResponse:
    return render(request, "learn/show.html", {"expect": rule("E3").reason})


@require_safe
def evidence(request: PersonRequest) -> HttpResponse:
    return render(request, "learn/evidence.html", {"cards": load_evidence()})


@require_safe
def decided(request: PersonRequest) -> HttpResponse:
    """Show where the documents disagree, and what was decided by which rules."""
    return render(request, "learn/decided.html", {"points": load_contradictions().values()})


@require_safe
def helpers(request: PersonRequest) -> HttpResponse:
    return render(request, "learn/helpers.html", {"helpers": load_helpers()})


@require_safe
def calm(request: PersonRequest) -> HttpResponse:
    catalogue = load_catalogue()
    texts = [(one, [catalogue[move] for move in one.moves]) for one in load_calm()]
    return render(request, "learn/calm.html", {"texts": texts})


@never_cache
@require_safe
def cold(request: PersonRequest) -> HttpResponse:
    """Show the cold timer. How to wrap it is always there; the end is a time of day."""
    kept = request.session.get(COLD)
    end = datetime.fromisoformat(kept) if kept else None
    context = {"minutes": _minutes(), "end": end, "is_over": end is not None and end <= clock.now()}
    return render(request, "learn/cold.html", context)


@require_POST
def cold_start(request: PersonRequest) -> HttpResponse:
    """Start the cold timer, once: asking again while it runs makes it no longer."""
    kept = request.session.get(COLD)
    if kept is None or datetime.fromisoformat(kept) <= clock.now():
        request.session[COLD] = (clock.now() + timedelta(minutes=_minutes())).isoformat()
    return redirect("cold")


@require_POST
def cold_stop(request: PersonRequest) -> HttpResponse:
    request.session.pop(COLD, None)
    return redirect("cold")


def _minutes() -> int:
    return int(rule("E1").numbers["cold_minutes"])
