"""Who may choose a site's style of references."""

from django.db import migrations

from access.roles import grant


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_withdrawn_pages"),
        ("citewell_references", "0004_one_source_each"),
    ]

    operations = [
        migrations.RunPython(lambda apps, schema_editor: grant(apps), migrations.RunPython.noop)
    ]
