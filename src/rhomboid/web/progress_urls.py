"""Addresses of progress, photos, desk, learn and report."""

from django.urls import path

from rhomboid.web.views import desk, history, learn, photos, progress, prompts, report, squat_check

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
    path("learn/", learn.show, name="learn"),
    path("learn/studies", learn.evidence, name="evidence"),
    path("learn/decided", learn.decided, name="decided"),
    path("learn/helpers", learn.helpers, name="helpers"),
    path("learn/calm", learn.calm, name="calm"),
    path("learn/cold", learn.cold, name="cold"),
    path("learn/cold/start", learn.cold_start, name="cold-start"),
    path("learn/cold/stop", learn.cold_stop, name="cold-stop"),
    path("report/", report.show, name="report"),
    path("squat-check/", squat_check.check, name="squat-check"),
    path("prompt/clinician", prompts.clinician, name="prompt-clinician"),
    path("prompt/less", prompts.less, name="prompt-less"),
]
