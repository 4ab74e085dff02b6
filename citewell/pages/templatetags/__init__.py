"""Template tags of the pages room."""
