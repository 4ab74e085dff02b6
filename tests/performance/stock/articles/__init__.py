"""Articles as a stock Wagtail project would have them; copied into the project by the bench."""
