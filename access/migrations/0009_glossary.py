"""Editors keep the glossary, reviewers may write in it; administrators set the reading age."""

from django.db import migrations

from access.roles import grant


class Migration(migrations.Migration):
    dependencies = [("access", "0008_wording"), ("citewell_wording", "0003_glossary_and_plain_words")]

    operations = [
        migrations.RunPython(lambda apps, schema_editor: grant(apps), migrations.RunPython.noop)
    ]
