"""Commands of the findings room."""
