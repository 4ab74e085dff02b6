"""Who may sign, make minor changes, write notes, check registrations and choose policies."""

from django.db import migrations

from access.roles import grant


class Migration(migrations.Migration):
    dependencies = [("access", "0005_file_permissions"), ("citewell_review", "0004_policy")]

    operations = [
        migrations.RunPython(lambda apps, schema_editor: grant(apps), migrations.RunPython.noop)
    ]
