"""Apps any Wagtail site can install; each room is one concern."""

__version__ = "0.1.0"
