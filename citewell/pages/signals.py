"""Signals about pages that other rooms listen to."""

from django.dispatch import Signal

pages_written = Signal()
"""Sent by whoever writes pages in bulk, past ``save`` and Wagtail's own signals.

Arguments: ``sender`` (the page class), ``page_ids`` (a list of primary keys). Search,
cache, usage and review listen and refresh what they derive from those pages.
"""
