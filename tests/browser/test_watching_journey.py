"""A retraction is loaded, shown to readers, lifted; the sources are taken along."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from citewell.references.formats import read
from tests.browser.conftest import Watched
from tests.browser.serving import Site
from tests.citewell.references.watching.file import file_of, row

pytestmark = pytest.mark.browser
RETRACTED = "Retracted on 5 January 2020, according to Retraction Watch."


def test_a_retraction_reaches_the_page_at_once_and_a_reinstatement_lifts_it(
    no_script: Watched, site: Site, tmp_path: Path
) -> None:
    page = no_script.page
    listing = f"{site.url}/api/v2/pages/?type=blog.ArticlePage&fields=sources,html_url&limit=50"
    articles = page.request.get(listing).json()["items"]
    article = next(each for each in articles if any("DOI" in one for one in each["sources"]))
    doi = next(one["DOI"] for one in article["sources"] if "DOI" in one)
    address = site.url + urlsplit(article["meta"]["html_url"]).path

    def load(*rows: dict[str, str]) -> None:
        file = tmp_path / "watch.csv"
        file.write_bytes(file_of(*rows))
        site.manage("load_retractions", str(file))
        assert no_script.go(address) == 200

    # Invented records, on a site that is thrown away.
    retraction = row(1, doi=doi, date="1/5/2020 0:00", Title="An invented record")
    assert no_script.go(address) == 200
    expect(page.get_by_text("Retraction Watch")).to_have_count(0)
    load(retraction)
    expect(page.get_by_text(RETRACTED)).to_have_count(1)
    load(retraction, row(2, doi=doi, nature="Reinstatement", date="1/6/2020 0:00"))
    expect(page.get_by_text(RETRACTED)).to_have_count(0)
    expect(page.get_by_text("Was retracted and reinstated on 6 January 2020")).to_have_count(1)
    load(row(1, doi="10.1234/invented"), row(2, doi="10.1234/invented", nature="Reinstatement"))
    expect(page.get_by_text("Retraction Watch")).to_have_count(0)

    with page.expect_download() as download:
        page.get_by_role("link", name="RIS").click()
    data = Path(download.value.path()).read_bytes()
    titles = [one.csl.get("title") for one in read("sources.ris", data).readings]
    assert titles == [one.get("title") for one in article["sources"]]
    page.get_by_text("Cite this page").click()
    expect(page.get_by_text("AMA", exact=True)).to_be_visible()
    assert no_script.problems == []
