"""The documents room as a Django app."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "citewell.documents"
    label = "citewell_documents"
    verbose_name = "Documents"
    default_auto_field = "django.db.models.BigAutoField"
