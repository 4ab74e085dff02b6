"""The articles on the home page."""

from django import template

register = template.Library()


@register.simple_tag
def newest_articles():
    """The six newest."""
    from articles.models import newest

    return newest()[:6]
