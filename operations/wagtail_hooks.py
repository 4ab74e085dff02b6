"""A fresh token for editors who signed in again in another tab."""

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from wagtail import hooks


def fresh_token(request: HttpRequest) -> JsonResponse:
    """The token that forms of this session have to send; for who is signed in to the admin."""
    return JsonResponse({"token": get_token(request)})


@hooks.register("register_admin_urls")
def register_fresh_token() -> list[URLPattern]:
    """Its address."""
    return [path("fresh-token/", fresh_token, name="fresh_token")]


@hooks.register("insert_global_admin_js")
def fresh_token_script() -> str:
    """The script that asks for it after a refusal."""
    return format_html(
        '<script src="{}" data-url="{}"></script>',
        static("operations/fresh-token.js"),
        reverse("fresh_token"),
    )
