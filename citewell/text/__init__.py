"""Pure helpers for text as people paste and upload it: no Django, no database."""
