"""The abstract page all page types inherit."""
