"""Who may say why a page was withdrawn."""

from django.db import migrations

from access.roles import grant


class Migration(migrations.Migration):
    dependencies = [("access", "0001_groups"), ("home", "0002_withdrawn_pages")]

    operations = [
        migrations.RunPython(lambda apps, schema_editor: grant(apps), migrations.RunPython.noop)
    ]
