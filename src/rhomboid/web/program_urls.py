"""Addresses of program, today, player, after and the example person."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
