"""One address of the demo for each kind of page; what looks at every kind shares them."""

from wagtail.models import Page

from blog.models import ArticleIndexPage, ArticlePage
from citewell.people.models import PeopleIndexPage, PersonPage
from conditions.models import ConditionIndexPage, ConditionPage
from home.models import HomePage, PlainPage, ServiceIndexPage, ServicePage

PAGE_TYPES: dict[str, tuple[str, type[Page] | None]] = {
    "home": ("/", HomePage),
    "condition": ("/conditions/low-back-pain/", ConditionPage),
    "article": ("/articles/do-i-need-a-scan-for-back-pain/", ArticlePage),
    "conditions": ("/conditions/", ConditionIndexPage),
    "articles": ("/articles/", ArticleIndexPage),
    "service": ("/services/balance-clinic/", ServicePage),
    "services": ("/services/", ServiceIndexPage),
    "person": ("/people/ruth-calder/", PersonPage),
    "people": ("/people/", PeopleIndexPage),
    "arabic": ("/ar/conditions/low-back-pain/", None),
    "arabic-home": ("/ar/", None),
    "polish": ("/pl/conditions/bppv/", None),
    "plain": ("/how-we-write/", PlainPage),
    "contact": ("/contact/", None),
    "letter": ("/conditions/a-z/s/", None),
    "areas": ("/conditions/body-areas/", None),
    "area": ("/conditions/body-areas/knee/", None),
    "symptoms": ("/conditions/symptoms/", None),
    "topic": ("/articles/topics/pain/", None),
    "search": ("/search/", None),
    "results": ("/search/?q=siatica", None),
    "emergency": ("/search/?q=crushing+chest+pain", None),
    "nothing": ("/search/?q=qqqxyz", None),
    "missing": ("/there-is-no-such-page/", None),
}
KINDS = {kind: address for kind, (address, _) in PAGE_TYPES.items()}
