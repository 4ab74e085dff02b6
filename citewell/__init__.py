"""Apps any Wagtail site can install; each room is one concern."""
