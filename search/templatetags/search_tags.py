"""What search forms need of the settings."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def search_method() -> str:
    """How search forms send: "get" (an address that can be linked) or "post"."""
    method: str = settings.CITEWELL_SEARCH_METHOD
    return method
