"""The demo's articles as plain JSON, for the stock project.

The texts are what our blocks render to, so both sites print the same words.
"""

import json
import sys
from typing import Any


def blocks(page: Any) -> list[tuple[str, str]]:
    """A body as headings and texts; each text is a block's own HTML."""
    found = []
    for block in page.body:
        kind = "heading" if block.block_type == "heading" else "text"
        value = block.value.get("text", "") if kind == "heading" else block.render()
        found.append((kind, str(value)))
    return found


def main() -> None:
    import django

    django.setup()
    from django.utils import timezone
    from wagtail.images import get_image_model
    from wagtail.models import Locale

    from blog.models import ArticlePage

    pages = ArticlePage.objects.live().filter(locale=Locale.get_default())
    articles = [
        {
            "path": page.url,
            "title": page.title,
            "date": str(page.shown_date or timezone.localdate()),
            "lead": page.lead,
            "body": blocks(page),
        }
        for page in pages
    ]
    articles.sort(key=lambda article: -len(str(article["body"])))
    images = [image.file.path for image in get_image_model().objects.order_by("pk")[:6]]
    json.dump({"articles": articles, "images": images}, sys.stdout)


if __name__ == "__main__":
    main()
