"""Put in the rules on advertising words that Citewell ships."""

from django.db import migrations


def add(apps, schema_editor):
    from citewell.wording.rules import add_shipped_rules

    add_shipped_rules(apps.get_model("citewell_wording", "AdvertisingRule"))


class Migration(migrations.Migration):
    dependencies = [("citewell_wording", "0001_rules_and_dismissals")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
