"""Renews every organisation's stamp when a row of this room, a site or a locale changes.

Whoever writes these tables past ``save`` (bulk, SQL) calls :func:`renew_stamps`.
"""

import uuid
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale, Site

from citewell.organisation.models import Organisation


def renew_stamps() -> None:
    """Make all processes read the room's rows anew."""
    Organisation.objects.update(stamp=uuid.uuid4())


def _renew(sender: type[Model], **kwargs: Any) -> None:
    # A fixture that is being loaded may come before the table's other rows; harmless.
    renew_stamps()


def connect() -> None:
    """Listen to every model whose rows :mod:`.furniture` keeps."""
    own = apps.get_app_config("citewell_organisation").get_models()
    for model in (*own, Site, Locale):
        for signal in (post_save, post_delete):
            signal.connect(
                _renew, sender=model, dispatch_uid=f"organisation-stamp-{model.__name__}"
            )
