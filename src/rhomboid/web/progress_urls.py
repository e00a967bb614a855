"""Addresses of progress and what hangs on it."""

from django.urls import path

from rhomboid.web.views import desk, history, photos, progress, prompts, report

urlpatterns = [
    path("progress/", progress.show, name="progress"),
    path("progress/function", progress.function, name="progress-function"),
    path("progress/reach", progress.reach, name="progress-reach"),
    path("progress/moves", history.show, name="history"),
    path("progress/moves/<slug:exercise_id>", history.move, name="history-move"),
    path("photos/", photos.show, name="photos"),
    path("photos/keep", photos.keep, name="photo-keep"),
    path("photos/<uuid:photo_id>.jpg", photos.picture, name="photo"),
    path("photos/<uuid:photo_id>/delete", photos.remove, name="photo-remove"),
    path("breaks/", desk.breaks, name="breaks"),
    path("breaks/start", desk.start, name="break-start"),
    path("breaks/stop", desk.stop, name="break-stop"),
    path("breaks/done", desk.done, name="break-done"),
    path("desk/", desk.check, name="desk"),
    path("report/", report.show, name="report"),
    path("prompt/clinician", prompts.clinician, name="prompt-clinician"),
    path("prompt/less", prompts.less, name="prompt-less"),
]
