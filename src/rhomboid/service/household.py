"""Whose data this is: the owner of every query."""

from rhomboid.service.models import Owner


def load_owner(key: str) -> Owner:
    """Return the household called `key`; the first call founds it."""
    owner, _ = Owner.objects.get_or_create(key=key)
    return owner
