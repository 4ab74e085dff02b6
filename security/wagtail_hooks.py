"""What the security room adds to the admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks


@hooks.register("insert_global_admin_js")
def start_script() -> str:
    """Starts choosers and panels in place of inline scripts."""
    return format_html('<script src="{}"></script>', static("security/start.js"))
