"""After a session: what it came to, and what changes next time and why."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from rhomboid.catalogue.load import load_catalogue
from rhomboid.service.log import log_of
from rhomboid.service.programs import plans_of
from rhomboid.service.programs_lived import course_in
from rhomboid.service.sessions import after_session, today_for
from rhomboid.web import clock
from rhomboid.web.middleware import PersonRequest
from rhomboid.web.presenters.after import after_page


@never_cache
@require_safe
def show(request: PersonRequest, session_id: str) -> HttpResponse:
    person = request.person
    if person is None:
        return redirect("welcome")
    plans, log, today = plans_of(person), log_of(person), clock.today()
    session = course_in(plans, log).session_by_id.get(session_id) if plans else None
    if session is None:
        return redirect("today")
    answer = today_for(person, today, plan=plans[-1], log=log)
    coming = None if answer.locked else after_session(person, today)
    context = after_page(session, log, coming, load_catalogue())
    return render(request, "session/after.html", {**context, "locked": answer.locked})
