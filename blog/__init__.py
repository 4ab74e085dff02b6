"""Articles; each names the conditions it is about."""
