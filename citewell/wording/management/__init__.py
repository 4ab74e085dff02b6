"""Commands of the wording room."""
