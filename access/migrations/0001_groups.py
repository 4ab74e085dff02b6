"""The five groups; Wagtail's own two go where nobody is in them."""

from django.db import migrations

from access.roles import grant


def make_groups(apps, schema_editor):
    grant(apps)
    groups = apps.get_model("auth", "Group").objects
    publisher = groups.get(name="Publisher")
    for task in apps.get_model("wagtailcore", "GroupApprovalTask").objects.filter(
        groups__name="Moderators"
    ):
        task.groups.add(publisher)
        task.name = "Publisher approval"
        task.save()
        apps.get_model("wagtailcore", "Workflow").objects.filter(
            workflow_tasks__task_id=task.pk, name="Moderators approval"
        ).update(name="Publication approval")
    groups.filter(name__in=["Moderators", "Editors"], user__isnull=True).delete()


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("citewell_users", "0001_initial"),
        ("citewell_images", "0001_initial"),
        ("citewell_documents", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        # Earlier ones copy permissions from the groups they find.
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]

    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
