"""``{% load syndication_tags %}``: what a page's head says of its copies.

``{% social_card page as card %}``: the absolute address of the page's drawn card, empty
where there is no page of ours or no request.
"""

from typing import Any

from django import template

from citewell.pages.models import BasePage
from syndication.cards import card_address

register = template.Library()


@register.simple_tag(takes_context=True)
def social_card(context: template.Context, page: Any) -> str:
    """The address of a page's drawn card."""
    request = context.get("request")
    if request is None or not isinstance(page, BasePage) or page.pk is None:
        return ""
    return card_address(page, request)
