"""Terms whose addresses collide, found by ``check --database default``.

A slug names a term in a language. The database holds no such constraint, since copying
for translation makes the new language's term with the old slug. A warning, since
``migrate`` runs this check and must not stop at it.
"""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import DatabaseError, transaction
from django.db.models import Count


@register(Tags.database)
def slugs_name_one_term(
    databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """``citewell_topics.W001``: two terms of one kind and language share a slug."""
    if not databases:
        return []
    try:
        with transaction.atomic():
            return _repeated()
    except DatabaseError:  # not migrated yet
        return []


def _repeated() -> list[CheckMessage]:
    from citewell.topics.models import BodyArea, Symptom, Topic

    return [
        Warning(
            f"The slug {slug!r} stands on {number} {model._meta.verbose_name_plural} "
            f"in {language_code!r}.",
            hint="Give each its own slug; an address can lead to one of them only.",
            id="citewell_topics.W001",
        )
        for model in (BodyArea, Symptom, Topic)
        for slug, language_code, number in model.objects.order_by()
        .values("slug", "locale__language_code")
        .annotate(number=Count("pk"))
        .filter(number__gt=1)
        .values_list("slug", "locale__language_code", "number")
    ]
