"""The five groups and what each may do; pure data, and the one function that grants it.

``docs/roles.md`` is made from this table. Granting only adds, so an administrator's own
changes stay; a room that brings new models adds its rows here and a migration that
calls :func:`grant` again.
"""

from dataclasses import dataclass, field
from typing import Any

VIEW = ("view",)
KEEP = ("add", "change", "view")
ALL = ("add", "change", "delete", "view")

TERMS = ("citewell_topics.topic", "citewell_topics.bodyarea", "citewell_topics.symptom")


@dataclass(frozen=True)
class Role:
    """One group: what for, and its permissions.

    Attributes:
        pages: permissions on every page (``add`` also covers editing one's own).
        files: permissions on images and documents in every collection.
        models: actions on each model, by ``app.model``.
        special: further permissions as ``app.model:codename``.
    """

    name: str
    purpose: str
    pages: tuple[str, ...] = ()
    files: tuple[str, ...] = ("choose",)
    models: dict[str, tuple[str, ...]] = field(default_factory=dict)
    special: tuple[str, ...] = ()


def each(models: tuple[str, ...], actions: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The same actions for several models."""
    return dict.fromkeys(models, actions)


SITE_SETTINGS = (
    "citewell_organisation.organisation",
    "citewell_organisation.navigation",
    "citewell_organisation.emergencynumbers",
    "citewell_findings.findingspolicy",
    "citewell_references.referencestyle",
    "citewell_review.signoffpolicy",
    "citewell_review.checklist",
    "citewell_wording.wordingtarget",
)

WORDING = {
    "citewell_wording.advertisingrule": ALL,
    "citewell_wording.dismissal": ("change", "delete", "view"),
    "citewell_wording.glossaryterm": ALL,
}

FEEDBACK = {
    "feedback.errorreport": ("change", "view"),
    "feedback.usefulcount": VIEW,
}

SIGN = "citewell_review.signoff:sign_clinical_content"
MINOR_CHANGE = "citewell_review.signoff:make_minor_change"
NOTE = "citewell_review.signoff:write_clinical_note"

SEARCH = {
    "search.patientwording": ALL,
    "search.judgedquery": ALL,
    "search.unansweredwords": ("view", "delete"),
}

ROLES = (
    Role(
        "Author",
        "Writes pages and hands them in; edits their own.",
        pages=("add",),
        files=("add", "choose"),
        models={
            "citewell_references.source": KEEP,
            "citewell_people.person": VIEW,
            **each(TERMS, VIEW),
        },
    ),
    Role(
        "Editor",
        "Edits every page, keeps sources, topics and people in order.",
        pages=("add", "change", "lock"),
        files=("add", "change", "choose"),
        models={
            "citewell_references.source": ALL,
            "citewell_people.person": KEEP,
            **each(TERMS, ALL),
            "wagtailredirects.redirect": ALL,
            **SEARCH,
            **WORDING,
            **FEEDBACK,
            "home.withdrawal": ALL,
        },
        special=("simple_translation.simpletranslation:submit_translation", MINOR_CHANGE),
    ),
    Role(
        "Clinical reviewer",
        "Reads drafts, comments and corrects what is clinical; signs it.",
        pages=("change", "lock"),
        models={
            "citewell_references.source": KEEP,
            "citewell_people.person": VIEW,
            **each(TERMS, VIEW),
            "citewell_wording.glossaryterm": KEEP,
        },
        special=(SIGN, NOTE),
    ),
    Role(
        "Publisher",
        "Puts pages live and takes them down; keeps navigation and the alert banner.",
        pages=("add", "change", "publish", "lock", "unlock"),
        files=("add", "change", "choose"),
        models={
            "citewell_references.source": ALL,
            "citewell_people.person": KEEP,
            **each(TERMS, ALL),
            "wagtailredirects.redirect": ALL,
            **SEARCH,
            **WORDING,
            **FEEDBACK,
            "home.withdrawal": ALL,
            "citewell_organisation.alertbanner": ALL,
            "citewell_organisation.navigation": ("change",),
        },
        special=(
            "simple_translation.simpletranslation:submit_translation",
            MINOR_CHANGE,
            NOTE,
        ),
    ),
    Role(
        "Administrator",
        "Everything: people who sign in, groups, settings, workflows, languages.",
        pages=("add", "change", "publish", "bulk_delete", "lock", "unlock"),
        files=("add", "change", "delete", "choose"),
        models={
            "citewell_references.source": ALL,
            "citewell_people.person": ALL,
            **each(TERMS, ALL),
            "wagtailredirects.redirect": ALL,
            **SEARCH,
            **WORDING,
            **FEEDBACK,
            "home.withdrawal": ALL,
            "citewell_organisation.alertbanner": ALL,
            "citewell_organisation.emergencywording": ALL,
            **each(SITE_SETTINGS, ("change",)),
            "citewell_review.registration": ALL,
            "citewell_users.user": ALL,
            "auth.group": ALL,
            "wagtailcore.site": ALL,
            "wagtailcore.locale": ALL,
            "wagtailcore.collection": ALL,
            "wagtailcore.workflow": ALL,
            "wagtailcore.task": ALL,
        },
        special=("simple_translation.simpletranslation:submit_translation",),
    ),
)

FILE_MODELS = {
    "wagtailimages.image": "image",
    "wagtaildocs.document": "document",
}
"""Wagtail's own models: its policies ask for their permissions whatever model a site uses."""


def codename(action: str, model: str) -> str:
    """Django's name of a permission, such as ``change_source``."""
    return f"{action}_{model.split('.')[1]}"


def grant(apps: Any) -> None:
    """Create the groups and give them what the table says; safe to run again.

    Permissions and content types are made here where they do not exist yet: Django
    makes them only after all migrations have run.

    Args:
        apps: the app registry of a migration, or ``django.apps.apps``.
    """
    content_types = apps.get_model("contenttypes", "ContentType").objects
    permissions = apps.get_model("auth", "Permission").objects

    def permission(model: str, code: str) -> Any:
        app_label, name = model.split(".")
        content_type, _ = content_types.get_or_create(app_label=app_label, model=name)
        found, _ = permissions.get_or_create(
            content_type=content_type,
            codename=code,
            defaults={"name": "Can " + code.replace("_", " ")},
        )
        return found

    page_permissions = apps.get_model("wagtailcore", "GroupPagePermission").objects
    file_permissions = apps.get_model("wagtailcore", "GroupCollectionPermission").objects
    root_page = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
    root_collection = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)

    for role in ROLES:
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=role.name)
        group.permissions.add(permission("wagtailadmin.admin", "access_admin"))
        for model, actions in role.models.items():
            group.permissions.add(*(permission(model, codename(a, model)) for a in actions))
        for special in role.special:
            group.permissions.add(permission(*special.split(":")))
        for action in role.pages:
            page_permissions.get_or_create(
                group=group,
                page=root_page,
                permission=permission("wagtailcore.page", f"{action}_page"),
            )
        for model, name in FILE_MODELS.items():
            for action in role.files:
                code = f"choose_{name}" if action == "choose" else codename(action, model)
                file_permissions.get_or_create(
                    group=group, collection=root_collection, permission=permission(model, code)
                )


def roles_page() -> str:
    """The text of ``docs/roles.md``."""
    lines = [
        "# Groups and what each may do",
        "",
        "Made by a migration of `access`; this page is made by `make docs`.",
        "",
    ]
    for role in ROLES:
        lines += [f"## {role.name}", "", role.purpose, ""]
        if role.pages:
            lines.append(f"- pages: {', '.join(role.pages)}")
        lines.append(f"- images and documents: {', '.join(role.files)}")
        lines += [f"- `{model}`: {', '.join(actions)}" for model, actions in role.models.items()]
        lines += [f"- `{special.split(':')[1]}`" for special in role.special]
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    print(roles_page(), end="")  # noqa: T201
