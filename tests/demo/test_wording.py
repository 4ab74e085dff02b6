"""What the demo's own pages say keeps to the wording it asks of others."""

from wagtail.models import Page

from citewell.wording.findings import advertising_words


def test_no_page_of_the_demo_advertises(demo) -> None:
    for page in Page.objects.filter(locale__language_code="en-gb").specific():
        assert list(advertising_words(page)) == [], page.title
