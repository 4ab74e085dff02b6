"""The small rows of a page (names, authors, terms) in one query instead of one each."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import F, Model, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import Page


def fetch_children(page: Page, relations: Mapping[str, Sequence[str]]) -> None:
    """Fill child relations of a saved page, so that ``page.names.all()`` asks nothing.

    ``relations`` names each relation and the fields its rows show; ``person`` with
    ``person__name`` fills the row's person too. Other fields stay deferred. A page that
    is edited or previewed holds its rows already and is left alone.
    """
    held = page.__dict__.setdefault("_cluster_related_objects", {})
    if page.pk is None or held:
        return
    width = max(len(paths) for paths in relations.values())
    queries = [_query(page, name, paths, width) for name, paths in relations.items()]
    found: dict[str, list[tuple[Any, ...]]] = {name: [] for name in relations}
    for name, *row in queries[0].union(*queries[1:], all=True):
        found[name].append(tuple(row))
    for name, paths in relations.items():
        field = page._meta.get_field(name)
        by = 2 if isinstance(field, ParentalManyToManyField) else 1  # the first text, or the key
        held[name] = [
            _instance(field, page, dict(zip(["pk", *paths], row[1:], strict=False)))
            for row in sorted(found[name], key=lambda row: (row[0], row[by]))
        ]


def _query(page: Page, name: str, paths: Sequence[str], width: int) -> QuerySet[Any, Any]:
    """Rows of one relation as ``(name, order, key, text, …)``, as wide as all the others."""
    field: Any = page._meta.get_field(name)
    order: Any
    if isinstance(field, ParentalManyToManyField):
        through = field.remote_field.through.objects.filter(**{field.m2m_field_name(): page.pk})
        own, order = Q(pk__in=through.values(field.m2m_reverse_field_name())), Value(0)
    else:
        own, order = Q(**{field.field.name: page.pk}), F("sort_order")
    columns = [Cast(F(path), TextField()) for path in paths]
    columns += [Cast(Value(""), TextField())] * (width - len(paths))
    names = {f"_text{number}": column for number, column in enumerate(columns)}
    queryset: QuerySet[Any, Any] = (
        field.related_model._default_manager.filter(own)
        .order_by()
        .annotate(_relation=Cast(Value(name), TextField()), _order=order, **names)
        .values_list("_relation", "_order", "pk", *names)
    )
    return queryset


def _instance(field: Any, page: Page, values: dict[str, Any]) -> Model:
    """A row of the relation's model, its unnamed fields deferred."""
    model = field.related_model
    row = _from_values(model, {path: text for path, text in values.items() if "__" not in path})
    if not isinstance(field, ParentalManyToManyField):
        setattr(row, field.field.name, page)
    for step in {path.split("__")[0] for path in values if "__" in path}:
        foreign_key = model._meta.get_field(step)
        key = getattr(row, foreign_key.attname)
        own = {path.split("__")[1]: text for path, text in values.items() if "__" in path}
        if key is not None:
            setattr(row, step, _from_values(foreign_key.related_model, {"pk": key, **own}))
    return row


def _from_values(model: Any, texts: dict[str, Any]) -> Model:
    values = {}
    for name, text in texts.items():
        column = model._meta.pk if name == "pk" else model._meta.get_field(name)
        values[column.attname] = column.to_python(text)
    order = [column.attname for column in model._meta.concrete_fields]
    names = [name for name in order if name in values]
    row: Model = model.from_db(None, names, [values[name] for name in names])
    return row
