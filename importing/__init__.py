"""Bringing articles in from text, Markdown, HTML and Word files."""
