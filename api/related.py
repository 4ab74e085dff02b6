"""How a page names others: with title and address, and only what everybody may open.

Wagtail's serialisers name what a page points at by its key alone, whether it is a draft,
behind a sign-in or in a private collection.
"""

from collections.abc import Iterable
from typing import Any

from django.db import models
from rest_framework.relations import ManyRelatedField
from wagtail.api.v2 import serializers
from wagtail.api.v2.utils import get_full_url
from wagtail.api.v2.views import BaseAPIViewSet
from wagtail.models import Locale, Page

from citewell.blocks.closed_collections import in_closed_collection
from citewell.blocks.public_pages import is_public
from citewell.people.models import Person


def may_be_named(value: Any, context: dict[str, Any]) -> bool:
    """Whether everybody may open what a page points at."""
    if isinstance(value, Page):
        return is_public(value)
    return not in_closed_collection(value, context["request"])


class RelatedField(serializers.RelatedField):
    """What a page points at, as its own fields say; None where not everybody may open it."""

    @classmethod
    def many_init(cls, *args: Any, **kwargs: Any) -> ManyRelatedField:
        return OpenRelatedField(child_relation=cls(**kwargs), read_only=True)

    def to_representation(self, value: Any) -> Any:
        if isinstance(value, Locale):
            return value.language_code
        if not may_be_named(value, self.context):
            return None
        data = super().to_representation(value)
        if isinstance(value, Person):
            url = value.profile_url
            data["profile_url"] = get_full_url(self.context["request"], url) if url else None
        return data


class OpenRelatedField(ManyRelatedField):
    """Several of them; those that not everybody may open are left out."""

    def to_representation(self, iterable: Iterable[Any]) -> list[Any]:
        shown = (self.child_relation.to_representation(value) for value in iterable)
        return [data for data in shown if data is not None]


class RowsField(serializers.ChildRelationField):
    """Rows of a page; one that leads to a page not everybody may open is left out."""

    def to_representation(self, value: Any) -> list[Any]:
        serializer = self.serializer_class(context=self.context)
        rows = list(value.all())
        targets = page_keys(type(rows[0])) if rows else []
        return [
            serializer.to_representation(row)
            for row in rows
            if all(is_public(page) for name in targets if (page := getattr(row, name)))
        ]


def page_keys(model: type[models.Model]) -> list[str]:
    """Names of a row's foreign keys to pages that the API shows."""
    names = {field.name for field in getattr(model, "api_fields", ())}
    return [
        field.name
        for field in model._meta.concrete_fields
        if field.name in names
        and isinstance(field, models.ForeignKey)
        and issubclass(field.related_model, Page)
    ]


class TagsField(serializers.TagsField):
    """Names of tags, from what was loaded for all files of the answer."""

    def to_representation(self, value: Any) -> list[str]:
        return sorted(tag.name for tag in value.all())


class Serializer(serializers.BaseSerializer):
    """Terms, people, files and rows of pages."""

    serializer_related_field = RelatedField

    def build_property_field(self, field_name: str, model_class: type[models.Model]) -> Any:
        field_class, field_kwargs = super().build_property_field(field_name, model_class)
        return (TagsField if field_class is serializers.TagsField else field_class), field_kwargs


class AliasField(serializers.PageAliasOfField):
    """The page that an alias copies, where everybody may open it."""

    def get_attribute(self, instance: Page) -> Page | None:
        original = instance.alias_of
        return original if original and is_public(original) else None


class PageSerializer(serializers.PageSerializer):
    """Pages, and what they lead to."""

    serializer_related_field = RelatedField
    alias_of = AliasField(read_only=True)

    def build_relational_field(self, field_name: str, relation_info: Any) -> Any:
        field_class, field_kwargs = super().build_relational_field(field_name, relation_info)
        if field_class is serializers.ChildRelationField:
            field_class = RowsField
        return field_class, field_kwargs


class Related(BaseAPIViewSet):
    """What has no list of its own, such as a topic: all that its model's ``api_fields`` name."""

    base_serializer_class = Serializer

    @classmethod
    def get_nested_default_fields(cls, model: type[models.Model]) -> list[str]:
        return ["type", *(name for name in cls.get_body_fields_names(model) if name != "id")]
