"""Editors keep the rules on advertising words and see what was dismissed."""

from django.db import migrations

from access.roles import grant


class Migration(migrations.Migration):
    dependencies = [("access", "0007_checklist"), ("citewell_wording", "0002_shipped_rules")]

    operations = [
        migrations.RunPython(lambda apps, schema_editor: grant(apps), migrations.RunPython.noop)
    ]
