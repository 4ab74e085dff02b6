"""Starting and running the site."""
