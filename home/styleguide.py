"""The living style guide for staff: tokens, contrast, every block in every state."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access

from citewell.blocks.samples import state_streams
from home.palette import SCHEMES, Pair, colour, declarations, pairs

CSS = settings.PROJECT_DIR / "static" / "css"
COLOURS = ("surface", "text", "fill-", "on-", "line", "focus", "ring")
SIZES = ("size-", "space-", "radius")


@dataclass(frozen=True)
class Swatch:
    """A colour's meaning and what it is in light and dark, as ``#rrggbb``."""

    name: str
    light: str
    dark: str


@require_admin_access
@never_cache
def show(request: HttpRequest) -> HttpResponse:
    """The style guide, fed by the blocks' own samples and the style sheets themselves."""
    tokens = declarations((CSS / "tokens.css").read_text())
    themes = sorted(path.stem for path in (CSS / "themes").glob("*.css"))
    context: dict[str, Any] = {
        "blocks": list(state_streams()),
        "swatches": list(swatches(tokens)),
        "sizes": [(name, value) for name, value in tokens.items() if name.startswith(SIZES)],
        "themes": [
            ("", faintest(tokens)),
            *((theme, faintest(theme_of(theme))) for theme in themes),
        ],
        "pairs": list(pairs(tokens)),
    }
    response = render(request, "home/styleguide.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def theme_of(name: str) -> dict[str, str]:
    """The tokens with a theme's palette."""
    sheets = (CSS / "tokens.css", CSS / "themes" / f"{name}.css")
    return declarations(*(sheet.read_text() for sheet in sheets))


def faintest(tokens: dict[str, str]) -> list[Pair]:
    """For each limit the pair that is nearest to it."""
    nearest: dict[float, Pair] = {}
    for pair in pairs(tokens):
        if pair.limit not in nearest or pair.ratio < nearest[pair.limit].ratio:
            nearest[pair.limit] = pair
    return list(nearest.values())


def swatches(tokens: dict[str, str]) -> Iterator[Swatch]:
    """The colours that components use, by meaning."""
    for name, value in tokens.items():
        if name.startswith(COLOURS) and re.match(r"light-dark|var", value.strip()):
            yield Swatch(name, *(f"#{colour(name, tokens, scheme)}" for scheme in SCHEMES))
