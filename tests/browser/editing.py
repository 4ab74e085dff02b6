"""What every journey through the page editor does."""

from playwright.sync_api import Page, expect


def publish(page: Page) -> None:
    """Publish from the editor, and see the admin say that it was done.

    An autosave still on its way is waited for, as its end changes the form that is sent.
    """
    saving = page.locator("#w-autosave-indicator .w-autosave-indicator__state--saving")
    page.wait_for_load_state("networkidle")
    expect(saving).to_be_hidden(timeout=20_000)
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.locator(".messages .success").first).to_be_visible(timeout=30_000)
