"""Administrators may change the questions that reviewers answer before signing."""

from django.db import migrations

from access.roles import grant


class Migration(migrations.Migration):
    dependencies = [("access", "0006_sign_off"), ("citewell_review", "0005_subscriptions_and_task")]

    operations = [
        migrations.RunPython(lambda apps, schema_editor: grant(apps), migrations.RunPython.noop)
    ]
