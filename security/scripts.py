"""Wagtail's admin without inline scripts, so that its content policy need not allow them.

Six places of stock Wagtail write a script into the page: inline panels, panels with a
multiple chooser, the date, time and date-time fields, and every chooser. The first five
are templates, which ours replace (``templates/wagtailadmin`` of this room). Choosers write
theirs in Python; Django asks the form renderer for the class of a bound field, and ours
renders a chooser without it. Each leaves an element that says what to start, which
``static/security/start.js`` does wherever it appears, in dialogues and new rows too.
"""

import copy
import json
from functools import cache
from typing import Any

from django.forms import BoundField, Widget
from django.forms.renderers import DjangoTemplates
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.widgets import BaseChooser
from wagtail.admin.widgets.workflows import AdminTaskChooser


def starter(function: str, *arguments: Any) -> SafeString:
    """An element that has ``function`` called with ``arguments`` once it is in the page."""
    return format_html(
        '<span hidden data-controller="citewell-start" data-citewell-start-function-value="{}" '
        'data-citewell-start-arguments-value="{}"></span>',
        function,
        json.dumps(arguments),
    )


class ScriptlessChooser(BaseChooser):
    """A chooser that is started from outside; mixed in before the class of the chooser."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        data = self.get_value_data(value)
        identity = (attrs or {})["id"]
        if isinstance(self, AdminTaskChooser):
            start = starter("createTaskChooser", identity)
        else:
            start = starter(
                self.js_constructor, identity, self.get_js_init_options(identity, name, data)
            )
        return format_html("{}{}", self.render_html(name, data, attrs), start)


@cache
def scriptless(chooser: Any) -> Any:
    """The class of a chooser without its inline script."""
    return type(f"Scriptless{chooser.__name__}", (ScriptlessChooser, chooser), {})


class ScriptlessBoundField(BoundField):
    """Renders choosers without their inline script, all else as Django does."""

    def as_widget(
        self, widget: Widget | None = None, attrs: Any = None, only_initial: bool = False
    ) -> SafeString:
        widget = widget or self.field.widget
        if isinstance(widget, BaseChooser):
            kind = widget.__class__
            widget = copy.copy(widget)
            widget.__class__ = scriptless(kind)
        return super().as_widget(widget, attrs, only_initial)


class ScriptlessRenderer(DjangoTemplates):
    """Django's renderer of forms with our bound field."""

    bound_field_class = ScriptlessBoundField
