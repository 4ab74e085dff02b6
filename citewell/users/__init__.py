"""The user of the site: a custom model from the first migration."""
