"""Fills the stock project: ``python -m articles.load content.json 100``."""

import json
import sys

import django


def main() -> None:
    """Make so many articles of the content, the first ones as they are, then numbered copies."""
    django.setup()
    from django.core.files.images import ImageFile
    from wagtail.images.models import Image

    from articles.models import ArticleIndexPage, ArticlePage
    from home.models import HomePage

    with open(sys.argv[1]) as file:
        content = json.load(file)
    images = {}
    for path in content["images"]:
        with open(path, "rb") as file:
            images[path] = Image.objects.create(
                title="Picture", file=ImageFile(file, name=path.split("/")[-1])
            )
    pictures = list(images.values())
    index = HomePage.objects.get().add_child(
        instance=ArticleIndexPage(title="Articles", slug="articles")
    )
    articles = content["articles"]
    for number in range(int(sys.argv[2])):
        each = articles[number % len(articles)]
        copy = f" {number // len(articles)}" if number >= len(articles) else ""
        body = [(kind, images[value] if kind == "image" else value) for kind, value in each["body"]]
        index.add_child(
            instance=ArticlePage(
                title=each["title"] + copy,
                slug=f"article-{number}",
                date=each["date"],
                lead=each["lead"],
                image=pictures[number % len(pictures)] if pictures else None,
                body=[{"type": kind, "value": getattr(value, "pk", value)} for kind, value in body],
            )
        )


if __name__ == "__main__":
    main()
