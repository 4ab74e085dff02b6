"""Commands of the importing room."""
