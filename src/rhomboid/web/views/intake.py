"""The intake: one page at a time, kept as it is sent; an emergency interrupts at once."""

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rhomboid.screening.hits import Hit
from rhomboid.service import intake
from rhomboid.service.models import Person
from rhomboid.service.people import has_program
from rhomboid.service.rescreen import finish_rescreen, save_page_again, start_rescreen
from rhomboid.web import clock
from rhomboid.web.intake_fields import Reading, read_form
from rhomboid.web.intake_pages import first_open, is_open_to, neighbours, present
from rhomboid.web.intake_steps import Step, find_step, load_steps
from rhomboid.web.intake_ticks import read_ticks
from rhomboid.web.middleware import PersonRequest
from rhomboid.web.result_pages import show_alarm

SUPPORT_FACT = "feels_unsafe"


@require_safe
def resume(request: PersonRequest) -> HttpResponse:
    """Go to the page to be answered next."""
    person = request.person
    if person is None or person.is_example:
        return redirect("welcome")
    step = first_open(person)
    return redirect("result") if step is None else redirect("intake-step", step=step.key)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: PersonRequest, step: str) -> HttpResponse:
    person = request.person
    found = find_step(step)
    if found is None:
        raise Http404
    if person is None or person.is_example:
        return redirect("welcome")
    if has_program(person) and first_open(person) is None:
        return redirect("result")
    if request.method == "POST" and is_open_to(person, found):
        return _answer(request, person, found)
    if found.key not in person.draft and intake.emergencies_of(person):
        return redirect("intake-stop")
    if not is_open_to(person, found):
        return redirect("intake")
    return _show(request, person, found)


@require_safe
def stop(request: PersonRequest) -> HttpResponse:
    """What to do now, in an emergency."""
    person = request.person
    hits = intake.emergencies_of(person) if person is not None else ()
    if person is None or not hits:
        return redirect("intake")
    return render(request, "intake/stop.html", {"alarm": show_alarm(hits), "correct": _raised_by(person, hits)})


@require_safe
def support(request: PersonRequest) -> HttpResponse:
    """Where to find someone to talk to, before any further question."""
    return render(request, "intake/support.html")


@require_POST
def restart(request: PersonRequest) -> HttpResponse:
    """Answer everything afresh; during a program only the questions about health."""
    person = request.person
    if person is None or person.is_example:
        return redirect("result")
    if has_program(person):
        start_rescreen(person)
    else:
        intake.start_again(person)
    return redirect("intake")


def _answer(request: PersonRequest, person: Person, step: Step) -> HttpResponse:
    """Keep one page, then: emergency, someone to talk to, the next page, or the result."""
    reading = _read(person, step, request.POST)
    if reading.errors:
        return _show(request, person, step, reading)
    _keep(person, step, reading)
    if intake.emergencies_of(person):
        return redirect("intake-stop")
    if reading.facts.get(SUPPORT_FACT) in ("yes", "unsure"):
        return redirect("intake-support")
    _, after = neighbours(step)
    if after is None or (first_open(person) is None and has_program(person)):
        return redirect("intake")
    return redirect("intake-step", step=after.key)


def _keep(person: Person, step: Step, reading: Reading) -> None:
    """Keep a page; with the last one open, finish. What is stored never lags behind the answers."""
    if has_program(person):
        save_page_again(person, step.key, shown=reading.shown, facts=reading.facts, now=clock.now())
        if first_open(person) is None and not intake.emergencies_of(person):
            finish_rescreen(person, now=clock.now())
        return
    intake.save_page(person, step.key, shown=reading.shown, facts=reading.facts, setup=reading.setup)
    if first_open(person) is None:
        intake.finish_intake(person, on=clock.today())


def _read(person: Person, step: Step, post: QueryDict) -> Reading:
    if step.kind == "ticks":
        return read_ticks(step.questions, post)
    reading = read_form(step.fields, post)
    known = intake.drafted_answers(person)
    age = reading.facts.get("age", known.number("age"))
    onset = reading.facts.get("onset_age", known.number("onset_age"))
    if age is not None and onset is not None and onset > age:
        here = "onset_age" if "onset_age" in reading.facts else "age"
        reading.errors[here] = "The pain cannot have come at an age you have not reached."
    return reading


def _show(request: PersonRequest, person: Person, step: Step, reading: Reading | None = None) -> HttpResponse:
    urgent = [hit for hit in intake.hits_so_far(person, on=clock.today()) if hit.level == "same_day"]
    shown, errors = (reading.shown, reading.errors) if reading else (None, {})
    context = present(person, step, shown, errors, urgent)
    return render(request, "intake/page.html", context, status=422 if errors else 200)


def _raised_by(person: Person, hits: tuple[Hit, ...]) -> Step:
    """Return the last answered page that has a fact of the emergency, where a mistake can be put right."""
    facts = {fact for hit in hits for fact, _ in hit.facts}
    steps = [step for step in load_steps() if facts & set(person.draft.get(step.key, {}).get("facts", {}))]
    return steps[-1]
