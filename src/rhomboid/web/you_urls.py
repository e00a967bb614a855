"""Addresses of the page You."""

from django.urls import path

from rhomboid.web.views import figure_choice, you, you_dose, your_data

urlpatterns = [
    path("", you.show, name="you"),
    path("save/<slug:part>", you.save, name="you-save"),
    path("figure", figure_choice.save, name="you-figure"),
    path("moves", you.moves, name="you-moves"),
    path("limits", you.limits, name="you-limits"),
    path("limits/back", you.limit_back, name="you-limit-back"),
    path("dose", you_dose.save, name="you-dose"),
    path("rebuild", you.rebuild, name="you-rebuild"),
    path("export", your_data.export, name="you-export"),
    path("delete", your_data.delete, name="you-delete"),
]
