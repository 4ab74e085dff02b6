"""The organisation in the admin: settings of each site, banners, wordings."""

from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.registry import register_setting
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from citewell.organisation.models import (
    AlertBanner,
    EmergencyNumbers,
    EmergencyWording,
    Navigation,
    Organisation,
)

register_setting(Organisation, icon="home", order=10)
register_setting(Navigation, icon="bars", order=11)
register_setting(EmergencyNumbers, icon="warning", order=12)


class AlertBannerViewSet(SnippetViewSet):
    """Alert banners, in the main menu: in an emergency nobody should have to look for them."""

    model = AlertBanner
    icon = "warning"
    menu_label = _("Alert banners")
    menu_order = 230
    add_to_admin_menu = True
    list_display = ["text", "level", "site", "section", "starts_at", "ends_at"]
    list_filter = ["level", "site"]
    search_fields = ["text"]


class EmergencyWordingViewSet(SnippetViewSet):
    """How numbers are said in each language."""

    model = EmergencyWording
    icon = "globe"
    menu_label = _("Emergency wording")
    add_to_settings_menu = True
    list_display = ["text", "kind"]
    list_filter = ["kind"]


register_snippet(AlertBannerViewSet)
register_snippet(EmergencyWordingViewSet)
