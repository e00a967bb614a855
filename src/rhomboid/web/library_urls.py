"""Addresses of the library."""

from django.urls import path

from rhomboid.web.views import library

urlpatterns = [
    path("library/", library.show, name="library"),
    path("library/<slug:exercise_id>", library.exercise, name="library-exercise"),
]
