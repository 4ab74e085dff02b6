"""The leaflets room as a Django app."""

from django.apps import AppConfig


class LeafletsConfig(AppConfig):
    name = "leaflets"
    label = "leaflets"
    verbose_name = "Leaflets"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from leaflets import checks  # noqa: F401  they register themselves
