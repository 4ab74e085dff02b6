"""What the blocks room tells the admin and the rich text editor."""

from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static
from wagtail.rich_text.feature_registry import FeatureRegistry

from citewell.blocks.links import PublicPageLinkHandler

EDITOR_CSS = "citewell/blocks/editor.css"


@hooks.register("register_rich_text_features", order=10)
def register_public_page_links(features: FeatureRegistry) -> None:
    """Ours replaces Wagtail's, which was registered before."""
    features.register_link_type(PublicPageLinkHandler)


@hooks.register("insert_global_admin_css")
def editor_css() -> str:
    """A few rules for the forms of our blocks."""
    return format_html('<link rel="stylesheet" href="{}">', versioned_static(EDITOR_CSS))
