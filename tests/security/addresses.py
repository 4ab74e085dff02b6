"""Every address the site has, read from its own table; new rooms are found by themselves."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Address:
    """A form of addresses: ``/review/history/%(page_id)s/`` with its parameters."""

    name: str
    form: str
    parameters: tuple[str, ...]

    def filled(self, values: dict[str, object], default: object = 1) -> str:
        """A path, its parameters taken from ``values``."""
        return "/" + self.form % {name: values.get(name, default) for name in self.parameters}

    @property
    def is_admin(self) -> bool:
        """Whether it lies below the admin's path."""
        return self.form.startswith(f"{settings.CITEWELL_ADMIN_PATH}/")


def every_address() -> list[Address]:
    """Each named or unnamed form once, sorted by form."""
    found = {address.form: address for address in walk(get_resolver(), "", "")}
    return sorted(found.values(), key=lambda address: address.form)


def walk(resolver: URLResolver, before: str, space: str) -> Iterator[Address]:
    """What lies below a resolver, with the path and namespace before it."""
    for pattern in resolver.url_patterns:
        forms = forms_of(pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            for form, _ in forms:
                yield from walk(pattern, before + form, inner)
        else:
            for form, parameters in forms:
                whole = before + form
                names = tuple(dict.fromkeys(names_in(whole)) or parameters)
                yield Address(f"{space}{pattern.name}", whole, names)


def forms_of(pattern: URLPattern | URLResolver) -> list[tuple[str, tuple[str, ...]]]:
    """The forms a pattern stands for, ``%(name)s`` for each parameter."""
    from django.utils.regex_helper import normalize

    text = str(pattern.pattern)
    if hasattr(pattern.pattern, "_route"):  # a path with converters, or a language's prefix
        expression = pattern.pattern.regex.pattern
    elif hasattr(pattern.pattern, "language_prefix"):
        return [(pattern.pattern.language_prefix, ())]
    else:
        expression = text
    return [(form, tuple(names)) for form, names in normalize(expression)]


def names_in(form: str) -> list[str]:
    """The parameters of a form."""
    import re

    return re.findall(r"%\((\w+)\)s", form)
