"""``{% load wording_tags %}{% glossary %}…{% endglossary %}`` marks glossary terms.

The first use of each signed term in what is rendered between the tags opens its definition.
"""

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from citewell.wording.glossary import glossary_for

register = template.Library()


class GlossaryNode(template.Node):
    """What stands between the tags."""

    def __init__(self, nodelist: template.NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        body = self.nodelist.render(context)
        request, page = context.get("request"), context.get("page")
        locale = getattr(page, "locale_id", None)
        if request is None or locale is None:
            return body
        marked = glossary_for(request, locale).mark(body, explain=_("(what it means)"))
        return mark_safe(marked)  # noqa: S308  rendered HTML, and what we escape


@register.tag
def glossary(parser: template.base.Parser, token: Any) -> GlossaryNode:
    """See the module."""
    nodelist = parser.parse(("endglossary",))
    parser.delete_first_token()
    return GlossaryNode(nodelist)
