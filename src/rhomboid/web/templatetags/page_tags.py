"""Parts of pages that are the same on every page: rendered once, then kept."""

from functools import lru_cache

from django.template import Context, Library
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from rhomboid.web.navigation import Page

KEPT_PARTS = 128

register = Library()


@register.simple_tag
@lru_cache(maxsize=KEPT_PARTS)
def pain_scale(name: str, legend: str, low: str = "", high: str = "") -> SafeString:
    """Return a question answered by 0 to 10, with nothing chosen yet."""
    return render_to_string("partials/nprs.html", {"name": name, "legend": legend, "low": low, "high": high})


@register.simple_tag(takes_context=True)
def nav_links(context: Context, *, phone: bool = False) -> SafeString:
    """Return the links to the main pages, the one in view marked. phone: only those the bar at the bottom has."""
    match = getattr(context.get("request"), "resolver_match", None)
    return _links(context.get("pages") or (), match.url_name if match is not None else "", phone)


@lru_cache(maxsize=KEPT_PARTS)
def _links(pages: tuple[Page, ...], here: str, phone: bool) -> SafeString:
    return render_to_string("partials/nav_links.html", {"pages": pages, "here": here, "phone": phone})
