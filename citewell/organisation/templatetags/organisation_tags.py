"""What templates show of the organisation; all tags together cost two queries a request.

``{% load organisation_tags %}``, then:

- ``{% organisation as org %}``: :class:`~citewell.organisation.models.Organisation`, with
  ``org.shown_name``, ``org.phone_href``, ``org.hours`` (rows with ``day``,
  ``get_day_display``, ``opens``, ``closes``, ``note``), ``org.is_demo``.
- ``{% navigation as nav %}``: ``nav.main`` and ``nav.footer``, lists of ``text``, ``url``,
  ``is_current`` (the page shown), ``is_section`` (the page shown lies below it).
- ``{% emergency_numbers as numbers %}``: ``kind``, ``number``, ``label``, ``text`` ("Call
  999 now"), ``href``; one kind by ``{% emergency_numbers "emergency" as numbers %}``.
- ``{% alert_banners as alerts %}``: ``level``, ``text``, ``language_code``, ``url``,
  ``link_text``.

Each gives an empty value where there is no request or no site, as on static error pages.
"""

from typing import Any

from django import template
from wagtail.models import Page

from citewell.organisation.furniture import Alert, Furniture, Links, Number, furniture
from citewell.organisation.models import Organisation

register = template.Library()


def _furniture(context: template.Context) -> Furniture | None:
    request = context.get("request")
    return furniture(request) if request is not None else None


def _current(context: template.Context) -> Page | None:
    page: Any = context.get("page")
    return page if isinstance(page, Page) else None


@register.simple_tag(takes_context=True)
def organisation(context: template.Context) -> Organisation | None:
    """The organisation behind the site."""
    found = _furniture(context)
    return found.organisation if found else None


@register.simple_tag(takes_context=True)
def navigation(context: template.Context) -> Links:
    """The links of header and footer."""
    found = _furniture(context)
    return found.links(_current(context)) if found else Links([], [])


@register.simple_tag(takes_context=True)
def emergency_numbers(context: template.Context, kind: str = "") -> list[Number]:
    """The numbers of the country served, all or of one kind, in the reader's language."""
    found = _furniture(context)
    return [number for number in found.numbers if kind in ("", number.kind)] if found else []


@register.simple_tag(takes_context=True)
def alert_banners(context: template.Context) -> list[Alert]:
    """The banners that show now on this page, the gravest first."""
    found = _furniture(context)
    return found.alerts(_current(context)) if found else []
