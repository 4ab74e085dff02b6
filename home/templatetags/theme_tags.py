"""``{% load theme_tags %}``, ``{% theme as sheet %}``: the chosen theme's sheet, or nothing."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def theme() -> str:
    """Where the theme's file of tokens lies among the static files; empty without a theme."""
    name = settings.CITEWELL_THEME
    return f"css/themes/{name}.css" if name else ""
