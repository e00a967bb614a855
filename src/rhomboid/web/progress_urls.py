"""Addresses of progress and what hangs on it."""

from django.urls import path

from rhomboid.web.views import history, progress

urlpatterns = [
    path("progress/", progress.show, name="progress"),
    path("progress/function", progress.function, name="progress-function"),
    path("progress/reach", progress.reach, name="progress-reach"),
    path("progress/moves", history.show, name="history"),
    path("progress/moves/<slug:exercise_id>", history.move, name="history-move"),
]
