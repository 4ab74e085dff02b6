"""Editors, publishers and administrators handle reported errors."""

from django.db import migrations

from access.roles import grant


class Migration(migrations.Migration):
    dependencies = [("access", "0010_search_learning"), ("feedback", "0001_reports_and_counts")]

    operations = [
        migrations.RunPython(lambda apps, schema_editor: grant(apps), migrations.RunPython.noop)
    ]
