"""Template tags of the wording room."""
