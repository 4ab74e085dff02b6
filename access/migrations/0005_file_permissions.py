"""Grants on images and documents under the names that Wagtail's policies ask for.

The earlier ones named the site's own models, which no policy reads: nobody but a
superuser could add an image.
"""

from django.db import migrations

from access.roles import grant


def replace(apps, schema_editor):
    apps.get_model("wagtailcore", "GroupCollectionPermission").objects.filter(
        permission__content_type__app_label__in=["citewell_images", "citewell_documents"]
    ).delete()
    grant(apps)


class Migration(migrations.Migration):
    dependencies = [("access", "0004_search_wordings")]

    operations = [migrations.RunPython(replace, migrations.RunPython.noop)]
