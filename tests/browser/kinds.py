"""One address of the demo for each kind of page; what looks at every kind shares them."""

PAGE_TYPES: dict[str, tuple[str, str]] = {
    "home": ("/", "home.HomePage"),
    "condition": ("/conditions/low-back-pain/", "conditions.ConditionPage"),
    "article": ("/articles/do-i-need-a-scan-for-back-pain/", "blog.ArticlePage"),
    "conditions": ("/conditions/", "conditions.ConditionIndexPage"),
    "articles": ("/articles/", "blog.ArticleIndexPage"),
    "service": ("/services/balance-clinic/", "home.ServicePage"),
    "services": ("/services/", "home.ServiceIndexPage"),
    "person": ("/people/ruth-calder/", "citewell_people.PersonPage"),
    "people": ("/people/", "citewell_people.PeopleIndexPage"),
    "arabic": ("/ar/conditions/low-back-pain/", ""),
    "arabic-home": ("/ar/", ""),
    "polish": ("/pl/conditions/bppv/", ""),
    "plain": ("/how-we-write/", "home.PlainPage"),
    "contact": ("/contact/", ""),
    "letter": ("/conditions/a-z/s/", ""),
    "areas": ("/conditions/body-areas/", ""),
    "area": ("/conditions/body-areas/knee/", ""),
    "symptoms": ("/conditions/symptoms/", ""),
    "topic": ("/articles/topics/pain/", ""),
    "search": ("/search/", ""),
    "results": ("/search/?q=siatica", ""),
    "emergency": ("/search/?q=crushing+chest+pain", ""),
    "nothing": ("/search/?q=qqqxyz", ""),
    "missing": ("/there-is-no-such-page/", ""),
}
"""Kind of page: its address, and the label of the page type it stands for."""
KINDS = {kind: address for kind, (address, _) in PAGE_TYPES.items()}
