"""The five groups: made by migration, documented, and no wider than the table says."""

from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import GroupApprovalTask, GroupPagePermission
from wagtail.permissions import policy_registry

from access.roles import ROLES, codename, grant, roles_page

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.django_db
def test_the_migration_makes_the_five_groups_and_nothing_else() -> None:
    assert set(Group.objects.values_list("name", flat=True)) == {role.name for role in ROLES}


@pytest.mark.django_db
def test_granting_again_changes_nothing() -> None:
    before = Permission.objects.count(), GroupPagePermission.objects.count()
    grant(apps)
    assert (Permission.objects.count(), GroupPagePermission.objects.count()) == before


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_each_permission_in_the_table_is_one_django_knows(role) -> None:
    group = Group.objects.get(name=role.name)
    for model, actions in role.models.items():
        app_label, name = model.split(".")
        real = apps.get_model(app_label, name)
        for action in actions:
            assert group.permissions.filter(
                codename=codename(action, model),
                content_type__app_label=real._meta.app_label,
                content_type__model=real._meta.model_name,
            ).exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "may_publish"),
    [
        ("Author", False),
        ("Editor", False),
        ("Clinical reviewer", False),
        ("Publisher", True),
        ("Administrator", True),
    ],
)
def test_only_publishers_and_administrators_put_pages_live(name: str, may_publish: bool) -> None:
    granted = GroupPagePermission.objects.filter(
        group__name=name, permission__codename="publish_page"
    )
    assert granted.exists() is may_publish


@pytest.mark.django_db
def test_a_publisher_approves_what_is_handed_in() -> None:
    task = GroupApprovalTask.objects.get()
    assert [group.name for group in task.groups.all()] == ["Publisher"]


def test_the_page_about_roles_is_the_table() -> None:
    assert (DOCS / "roles.md").read_text() == roles_page()


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
@pytest.mark.parametrize("model", [get_image_model, get_document_model])
def test_wagtail_lets_each_role_do_with_files_what_the_table_says(
    role, model, django_user_model
) -> None:
    user = django_user_model.objects.create_user("somebody", password="x")
    user.groups.add(Group.objects.get(name=role.name))
    policy = policy_registry.get_by_type(model())
    allowed = {
        action
        for action in ("add", "change", "delete", "choose")
        if policy.user_has_permission(user, action)
    }
    # Who may add a file may change and delete that one.
    own = {"change", "delete"} if "add" in role.files else set()
    assert allowed == set(role.files) | own


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_administrators_alone_write_the_questions_of_reviewers(
    role, client, django_user_model
) -> None:
    user = django_user_model.objects.create_user("somebody", password="x")
    user.groups.add(Group.objects.get(name=role.name))
    client.force_login(user)
    address = reverse("wagtailsettings:edit", args=["citewell_review", "checklist"])
    shows_the_form = b'name="questions"' in client.get(address, follow=True).content
    assert shows_the_form is (role.name == "Administrator")
