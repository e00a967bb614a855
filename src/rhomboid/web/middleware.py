"""What happens around every page: whose data it is, what a browser may load, how a wrong input is told."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from rhomboid.lib.errors import UserError
from rhomboid.service.models import Owner, Person
from rhomboid.service.people import choose_person_in
from rhomboid.web.figure_choice import choice_for, shown_with
from rhomboid.web.views import errors

Respond = Callable[[HttpRequest], HttpResponse]

PERSON_KEY = "person"
# Told to the browser once: what it keeps of this person is to be let go of.
GONE_KEY = "gone"

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


class PersonRequest(HttpRequest):
    """A request after HouseholdMiddleware: whose data it is, and who is in view."""

    owner: Owner
    person: Person | None


class ContentPolicyMiddleware:
    """Let pages load from this server alone, and run no script or style written into the page."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", CONTENT_POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        return response


class HouseholdMiddleware:
    """Give every request its owner and the person in view."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.owner, request.person = choose_person_in(  # type: ignore[attr-defined]  # see PersonRequest
            settings.HOUSEHOLD, request.session.get(PERSON_KEY)
        )
        return self.get_response(request)


class FigureChoiceMiddleware:
    """Show the pictures of each page with the body and skin that were chosen."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with shown_with(choice_for(request.session, request.person)):  # type: ignore[attr-defined]  # see PersonRequest
            return self.get_response(request)


class UserErrorMiddleware:
    """Show a wrong input as one line, not as a crash."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, UserError):
            return errors.bad_request(request, exception)
        return None


def tell_gone(request: HttpRequest, person: Person) -> None:
    """Let the browser forget this person with the next page."""
    request.session[GONE_KEY] = str(person.id)


def show_person(request: HttpRequest, person: Person) -> None:
    """Make `person` the one in view for the coming requests."""
    request.session[PERSON_KEY] = str(person.id)
    request.person = person  # type: ignore[attr-defined]  # see PersonRequest
