"""Two small filters for the picture of the body."""

from django.template import Library

register = Library()


@register.filter
def words(text: str) -> list[str]:
    return text.split()


@register.filter
def dashed(text: str) -> str:
    return text.replace("_", "-")
