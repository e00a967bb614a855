"""Addresses of program, today, player, after and the example person."""

from django.urls import path

from rhomboid.web.views import figures, program

urlpatterns = [
    path("program/", program.show, name="program"),
    path("program/make", program.make, name="program-make"),
    path("figures/dark.css", figures.dark_colours, name="figures-css"),
    path("figures/<slug:version>/<slug:exercise_id>.svg", figures.still, name="figure"),
    path("figures/<slug:version>/<slug:exercise_id>/moving.svg", figures.moving_start, name="figure-moving"),
    path("figures/<slug:version>/<slug:exercise_id>/frames.json", figures.moves, name="figure-frames"),
]
