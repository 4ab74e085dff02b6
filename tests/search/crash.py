"""Publishes pages without end, for `test_crash` to kill. Prints a line when it begins."""

import django

django.setup()

from wagtail.models import Page, Site  # noqa: E402

from conditions.models import ConditionIndexPage, ConditionPage  # noqa: E402

home = Site.objects.get(is_default_site=True).root_page
section = ConditionIndexPage.objects.first() or home.add_child(
    instance=ConditionIndexPage(title="Conditions", slug="crash")
)
number = Page.objects.count()
print("begun", flush=True)  # noqa: T201
while True:
    number += 1
    name = "".join(chr(97 + int(digit)) for digit in str(number))
    section.refresh_from_db()
    page = ConditionPage(title=f"Zq{name}itis", summary=f"About zq{name}.", slug=f"zq{name}")
    section.add_child(instance=page)
    page.title = f"Changed zq{name}osis"
    page.save_revision().publish()
    if number % 3 == 0:
        page.unpublish()
