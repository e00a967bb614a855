"""The Django application that holds the models."""

from django.apps import AppConfig


class ServiceConfig(AppConfig):
    name = "rhomboid.service"
    label = "service"
    default_auto_field = "django.db.models.BigAutoField"
