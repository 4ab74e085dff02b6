"""Fill the column by which a source is found again from the text it came from."""

from django.db import migrations

from citewell.references.works import text_key


def fill(apps, schema_editor):
    sources = apps.get_model("citewell_references", "Source").objects
    rows = []
    for source in sources.only("pk", "raw").order_by("pk").iterator():
        source.text_key = text_key(source.raw)
        rows.append(source)
    sources.bulk_update(rows, ["text_key"], batch_size=500)


class Migration(migrations.Migration):

    dependencies = [
        ("citewell_references", "0005_pasted_lists"),
    ]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
