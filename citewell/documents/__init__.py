"""Documents: a custom model from the first migration."""
