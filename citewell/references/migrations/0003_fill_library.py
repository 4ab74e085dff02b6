"""Fill the columns by which sources are looked up; a second of one identifier stays without."""

from django.db import migrations

from citewell.references.works import COLUMNS, work_of


def fill(apps, schema_editor):
    seen = set()
    for source in apps.get_model("citewell_references", "Source").objects.order_by("pk").iterator():
        work = work_of(source.csl if isinstance(source.csl, dict) else {})
        source.authors, source.year = work.authors, work.year
        source.kind, source.language = work.kind, work.language
        source.title_start, source.author_key = work.start, work.author
        source.place_key = work.place
        for name, column in COLUMNS.items():
            value = work.identifiers.get(name, "")
            if (name, value) not in seen or name in ("ISSN", "NCT"):
                setattr(source, column, value)
                seen.add((name, value))
        source.save()


class Migration(migrations.Migration):

    dependencies = [
        ("citewell_references", "0002_library"),
    ]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
