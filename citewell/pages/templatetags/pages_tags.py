"""What templates ask a page that needs the request.

``{% load pages_tags %}``, then ``{% json_ld page as graph %}``: text that is safe inside a
script element; empty where ``page`` is none of ours, as on a search or an error page.
"""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from citewell.pages.models import BasePage

register = template.Library()


@register.simple_tag(takes_context=True)
def json_ld(context: template.Context, page: Any) -> SafeString | str:
    """What the page tells machines about itself, as JSON-LD."""
    request = context.get("request")
    if request is None or not isinstance(page, BasePage) or page.pk is None:
        return ""
    return page.json_ld_script(request)
