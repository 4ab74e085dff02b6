"""What must hold before the site starts."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

THEMES = settings.PROJECT_DIR / "static" / "css" / "themes"


def theme_exists(app_configs: Any, **_kwargs: Any) -> list[CheckMessage]:
    """``home.E001``: CITEWELL_THEME names a file in ``static/css/themes/``."""
    name = settings.CITEWELL_THEME
    if not name or (THEMES / f"{name}.css").is_file():
        return []
    known = ", ".join(sorted(path.stem for path in THEMES.glob("*.css"))) or "none"
    return [
        Error(
            f"There is no theme called {name}.",
            hint=f"CITEWELL_THEME names a file in static/css/themes/: {known}.",
            id="home.E001",
        )
    ]
