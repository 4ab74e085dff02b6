"""Which chosen pages readers may be sent to: live ones that nobody must sign in for."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction


def open_to_all() -> Q:
    """The pages everybody may read now, as a condition or an annotation of a query of pages.

    The rule of :func:`citewell.pages.visibility.visible` for a visitor without account,
    asked of the database within the query itself.
    """
    text = CharField()
    closed = PageViewRestriction.objects.alias(
        here=ExpressionWrapper(OuterRef("path"), output_field=text),
        # An alias is as restricted as the page it copies.
        copied=ExpressionWrapper(OuterRef("alias_of__path"), output_field=text),
    ).filter(Q(here__startswith=F("page__path")) | Q(copied__startswith=F("page__path")))
    unexpired = Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())
    return Q(live=True) & unexpired & ~Q(Exists(closed))


def is_public(page: Page | None) -> bool:
    """Whether everybody may read the page now; False for no page.

    Asks the database where the page was not loaded by :mod:`citewell.blocks.linked_pages`.
    """
    if page is None:
        return False
    if not hasattr(page, "is_public"):
        page.is_public = Page.objects.filter(open_to_all(), pk=page.pk).exists()
    return bool(page.is_public)
