"""Generated condition pages for load tests, marked as generated, in a section of their own."""

import json
import random
import uuid

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from citewell.pages.signals import pages_written
from conditions.models import ConditionIndexPage, ConditionName, ConditionPage
from demo.blocks import bullet_list, emergency, heading, text
from demo.sign_off import exempt
from demo.streams import Keys, stored

SLUG = "generated-conditions"
NOTICE = "Generated for load tests; it says nothing about any illness."
BATCH = 500
PARTS = ("knee", "wrist", "ankle", "elbow", "hip", "thumb", "heel", "jaw", "rib", "shoulder")
KINDS = ("ache", "stiffness", "swelling", "numbness", "weakness", "clicking", "cramp", "tingling")


def generate_conditions(home: Page, count: int) -> int:
    """Make the section hold at least ``count`` generated pages; how many were added.

    Pages are written in bulk, past ``save``, and announced by ``pages_written``.
    """
    section = ConditionIndexPage.objects.child_of(home).filter(slug=SLUG).first()
    if section is None:
        section = home.add_child(
            instance=ConditionIndexPage(
                title="Generated conditions",
                slug=SLUG,
                introduction=NOTICE,
                show_in_menus=False,
            )
        )
        exempt(section)
    there = section.get_children().count()
    for start in range(there, count, BATCH):
        add_batch(section, range(start, min(start + BATCH, count)))
    return max(count - there, 0)


@transaction.atomic
def add_batch(section: ConditionIndexPage, numbers: range) -> None:
    """Write the pages of these numbers below the section."""
    last = section.get_last_child()
    step = Page._str2int(last.path[-Page.steplen :]) if last else 0
    pages = [
        generated_page(section, number, step + offset) for offset, number in enumerate(numbers, 1)
    ]
    # Multi-table rows cannot be made in bulk together: first the parents, then the rest.
    parents = Page.objects.bulk_create([parent_of(page) for page in pages])
    for page, parent in zip(pages, parents, strict=True):
        page.page_ptr_id = page.pk = parent.pk
    ConditionPage._base_manager._insert(
        pages, fields=ConditionPage._meta.local_concrete_fields, using="default"
    )
    ConditionName.objects.bulk_create(
        ConditionName(page=page, name=f"made-up {page.title.split(' ', 1)[1]}", sort_order=0)
        for page in pages
    )
    section.numchild += len(pages)
    Page.objects.filter(pk=section.pk).update(numchild=section.numchild)
    pages_written.send(sender=ConditionPage, page_ids=[page.pk for page in pages])


def parent_of(page: ConditionPage) -> Page:
    """The page's row in Wagtail's own table."""
    names = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    return Page(**{name: getattr(page, name) for name in names})


def generated_page(section: ConditionIndexPage, number: int, step: int) -> ConditionPage:
    """Page ``number``, always the same for the same number, at this step of the tree."""
    choose = random.Random(number)  # noqa: S311 - content, not a secret
    title = f"Invented {choose.choice(PARTS)} {choose.choice(KINDS)} {number}"
    slug = f"generated-{number}"
    now = timezone.now()
    words = " ".join(choose.choices(PARTS + KINDS, k=120))
    aspects = {
        "overview": [text(NOTICE, words.capitalize() + ".")],
        "symptoms": [heading("What it is like"), bullet_list(*choose.sample(KINDS, 3))],
        "self_care": [text("Nothing here is advice. " + words.capitalize() + ".")],
    }
    return ConditionPage(
        title=title,
        draft_title=title,
        slug=slug,
        summary=f"{title}. {NOTICE}",
        when_to_get_help=stored(
            [emergency("In a real emergency", ["whatever it is"], "Call the emergency number.")],
            Keys(),
            slug,
        ),
        aspects=stored(list(aspects.items()), Keys(), f"{slug}/aspects"),
        key_facts=json.dumps([{"type": "fact", "value": NOTICE, "id": str(uuid.UUID(int=number))}]),
        locale=section.locale,
        content_type=ContentType.objects.get_for_model(ConditionPage),
        live=True,
        first_published_at=now,
        last_published_at=now,
        latest_revision_created_at=now,
        translation_key=uuid.uuid4(),
        path=Page._get_path(section.path, section.depth + 1, step),
        depth=section.depth + 1,
        url_path=f"{section.url_path}{slug}/",
    )
