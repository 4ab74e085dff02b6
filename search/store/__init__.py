"""The embedded store: what is searchable, in the site's own database."""
