"""Topics, body areas and symptoms that pages are about."""
