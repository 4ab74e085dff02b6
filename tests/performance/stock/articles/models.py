"""Articles and the home page of the stock project, in the way Wagtail's tutorial writes them."""

from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page
from wagtail.search import index


class ArticleIndexPage(Page):
    """All articles, newest first."""

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["articles"] = newest()[:20]
        return context


class ArticlePage(Page):
    """An article with a lead, a picture and a body of texts and pictures."""

    date = models.DateField()
    lead = models.TextField(blank=True)
    image = models.ForeignKey(
        "wagtailimages.Image", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    body = StreamField(
        [
            ("heading", blocks.CharBlock(template="articles/heading.html")),
            ("text", blocks.RichTextBlock()),
            ("image", ImageChooserBlock(template="articles/image.html")),
        ]
    )

    search_fields = [*Page.search_fields, index.SearchField("lead"), index.SearchField("body")]
    content_panels = [*Page.content_panels, *map(FieldPanel, ("date", "lead", "image", "body"))]

    def __str__(self):
        return self.title

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["related"] = newest().exclude(pk=self.pk)[:3]
        return context


def newest():
    """Live articles, the newest first."""
    return ArticlePage.objects.live().public().order_by("-date", "-pk")
