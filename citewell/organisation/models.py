"""Who runs the site."""
