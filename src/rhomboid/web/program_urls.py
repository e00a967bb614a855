"""Addresses of program, today, player, after and the example person."""

from django.urls import path

from rhomboid.web.views import (
    after,
    downloads,
    example,
    figures,
    log,
    program,
    program_form,
    session,
    something_new,
    today,
    worker,
)

urlpatterns = [
    path("example/start", example.start, name="example-start"),
    path("example/leave", example.leave, name="example-leave"),
    path("today/", today.show, name="today"),
    path("today/check-in", today.check_in, name="check-in"),
    path("today/morning", today.morning_after, name="morning-after"),
    path("today/walk/<slug:session_id>", today.walk_done, name="walk-done"),
    path("today/move/<slug:session_id>", today.move, name="session-move"),
    path("today/skip/<slug:session_id>", today.skip, name="session-skip"),
    path("program/", program.show, name="program"),
    path("program/make", program.make, name="program-make"),
    path("program/form", program_form.choose, name="program-form"),
    path("program/rhomboid.ics", downloads.calendar, name="program-calendar"),
    path("program/rhomboid.pdf", downloads.handout, name="program-handout"),
    path("session/<slug:session_id>/", session.player, name="session-player"),
    path("session/<slug:session_id>/after", after.show, name="session-after"),
    path("log/events", log.events, name="log-events"),
    path("something-new", something_new.show, name="something-new"),
    path("sw.js", worker.script, name="worker"),
    path("offline", worker.offline, name="offline"),
    path("figures/dark.css", figures.dark_colours, name="figures-css"),
    path("figures/<slug:key>/<slug:exercise_id>.svg", figures.still, name="figure"),
    path("figures/<slug:key>/<slug:exercise_id>/moving.svg", figures.moving_start, name="figure-moving"),
    path("figures/<slug:key>/<slug:exercise_id>/frames.json", figures.moves, name="figure-frames"),
]
