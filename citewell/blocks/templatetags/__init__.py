"""Template tags of the blocks room."""
