"""Editors see words nobody was answered and keep judged queries."""

from django.db import migrations

from access.roles import grant


class Migration(migrations.Migration):
    dependencies = [("access", "0009_glossary"), ("search", "0003_learning_and_judging")]

    operations = [
        migrations.RunPython(lambda apps, schema_editor: grant(apps), migrations.RunPython.noop)
    ]
