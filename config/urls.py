"""Addresses of the site; Wagtail's pages come last and take what is left."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.documents.views.serve import authenticate_with_password as document_password
from wagtail.views import authenticate_with_password as page_password

from access.passwords import counted
from access.sign_in import PublicSignIn
from api import writing
from citewell.pages import routing
from home import sharing, styleguide
from leaflets.urls import check_patterns, leaflet_patterns
from operations.transactions import whole
from security import media
from syndication.urls import site_patterns

handler404 = "home.views.page_not_found"
handler500 = "operations.outage.server_error_or_outage"

urlpatterns = [
    path(f"{settings.CITEWELL_ADMIN_PATH}/", include("access.urls")),
    path(f"{settings.CITEWELL_ADMIN_PATH}/", include(whole(wagtailadmin_urls.urlpatterns))),
    path("draft/<str:signed>/", sharing.show, name="shared_draft"),
    path("styleguide/", styleguide.show, name="styleguide"),
    path(
        "documents/authenticate_with_password/<int:restriction_id>/",
        counted(document_password),
    ),
    path("documents/", include(wagtaildocs_urls)),
    path("review/", include("citewell.review.urls")),
    path("", include("operations.urls")),
    path("", include("api.endpoints")),
    *whole(writing.addresses()),
    path("", include(site_patterns)),
    # Renditions alone are public files; originals and documents are not.
    re_path(
        r"^media/(?P<path>(?:images|avatar_images)/.*)$",
        media.serve,
    ),
    *i18n_patterns(
        path("", include("syndication.urls")),
        path("search/", include("search.urls")),
        path("_util/login/", PublicSignIn.as_view()),
        path(
            "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
            counted(page_password),
        ),
        path("feedback/", include("feedback.urls")),
        path("leaflet/", include(leaflet_patterns)),
        path("check/", include(check_patterns)),
        # Wagtail's own view behind a shorter way to the page; the name is Wagtail's too.
        re_path(wagtail_urls.serve_pattern, routing.serve, name="wagtail_serve"),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]
