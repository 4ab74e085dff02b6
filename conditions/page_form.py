"""The form of a condition page: a new one begins with what every condition needs."""

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

from conditions.aspects import needed


class ConditionPageForm(WagtailAdminPageForm):
    """Shows a new page with its needed aspects, empty; readers see none that stays so."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and not self.instance.aspects:
            self.initial["aspects"] = needed(self.instance.aspects.stream_block)
