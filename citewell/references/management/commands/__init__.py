"""Commands of the references room."""
