"""An editor uploads a Word file, corrects a heading and puts the article live."""

from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from tests.browser.editing import publish
from tests.importing.readers.docx_maker import make_docx, paragraph, run

pytestmark = pytest.mark.browser

DOCX = make_docx(
    paragraph("Tennis elbow", "Title")
    + paragraph("Tennis elbow is pain on the outside of the elbow.")
    + paragraph("What hepls", "Heading1")
    + paragraph(run("Most people get better within a year, ") + run("whatever they do", "b"))
    + paragraph("Lighter loads", level=0)
    + paragraph("Slow exercises", level=0),
    header="Letterhead of the clinic",
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_a_word_file_is_read_corrected_and_published(publisher, site) -> None:
    page = publisher.page
    page.goto(f"{site.url}/admin/")
    page.get_by_role("link", name="Import an article").click()
    page.set_input_files(
        "input[name=file]", {"name": "elbow.docx", "mimeType": WORD, "buffer": DOCX}
    )
    page.get_by_role("button", name="Read the article").click()

    expect(page.get_by_label("Title", exact=False).first).to_have_value("Tennis elbow")
    expect(page.get_by_text("Slow exercises")).to_be_visible()
    expect(page.get_by_role("cell", name="Letterhead of the clinic")).to_be_visible()
    heading = page.locator("input[name=heading-0-text]")
    expect(heading).to_have_value("What hepls")
    heading.fill("What helps")
    page.get_by_role("button", name="Make the draft").click()

    expect(page.get_by_text("is a draft now", exact=False)).to_be_visible(timeout=30_000)
    publish(page)
    live = page.get_by_role("link", name="View live").first
    expect(live).to_be_visible(timeout=30_000)
    page.goto(urljoin(site.url, str(live.get_attribute("href"))))
    expect(page.get_by_role("heading", level=1)).to_have_text("Tennis elbow")
    expect(page.get_by_role("heading", name="What helps")).to_be_visible()
    expect(page.get_by_text("Lighter loads")).to_be_visible()
