"""The operations room as a Django app."""

from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "operations"
    label = "operations"
    verbose_name = "Operations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from operations import schedules, transactions, webhooks

        webhooks.connect()
        transactions.note_refusals()
        schedules.connect()
