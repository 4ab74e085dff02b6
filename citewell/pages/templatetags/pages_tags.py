"""What templates ask a page and what needs the request.

``{% load pages_tags %}``, then ``{% breadcrumbs page as steps %}`` (rows with ``title`` and
``url``), ``{% canonical_url page as address %}``, ``{% json_ld page as graph %}`` (text that
is safe inside a script element). Each is empty where ``page`` is none of ours, as on a
search page or an error page.
"""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from citewell.pages.breadcrumbs import Breadcrumb
from citewell.pages.models import BasePage

register = template.Library()


@register.simple_tag(takes_context=True)
def breadcrumbs(context: template.Context, page: Any) -> list[Breadcrumb]:
    """The steps from the home page to the page, without itself."""
    return page.breadcrumbs(context.get("request")) if isinstance(page, BasePage) else []


@register.simple_tag(takes_context=True)
def canonical_url(context: template.Context, page: Any) -> str:
    """The absolute address that search engines should keep."""
    return page.canonical_url(context.get("request")) if isinstance(page, BasePage) else ""


@register.simple_tag(takes_context=True)
def json_ld(context: template.Context, page: Any) -> SafeString | str:
    """What the page tells machines about itself, as JSON-LD."""
    request = context.get("request")
    if request is None or not isinstance(page, BasePage) or page.pk is None:
        return ""
    return page.json_ld_script(request)
