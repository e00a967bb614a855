"""Addresses of the pages."""

from django.urls import include, path

from rhomboid.web.views import intake, result, welcome

handler400 = "rhomboid.web.views.errors.bad_request"
handler403 = "rhomboid.web.views.errors.csrf_failure"
handler404 = "rhomboid.web.views.errors.not_found"
handler500 = "rhomboid.web.views.errors.server_error"

urlpatterns = [
    path("", welcome.show, name="welcome"),
    path("start", welcome.start, name="start"),
    path("intake/", intake.resume, name="intake"),
    path("intake/stop", intake.stop, name="intake-stop"),
    path("intake/talk", intake.support, name="intake-support"),
    path("intake/again", intake.restart, name="intake-restart"),
    path("intake/<slug:step>", intake.page, name="intake-step"),
    path("result/", result.show, name="result"),
    path("result/clearance", result.clear, name="result-clear"),
    path("result/read", result.acknowledge, name="result-read"),
    path("", include("rhomboid.web.program_urls")),
    path("", include("rhomboid.web.library_urls")),
    path("", include("rhomboid.web.progress_urls")),
    path("you/", include("rhomboid.web.you_urls")),
]
