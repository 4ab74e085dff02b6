"""Template tags of the syndication room."""
