"""Commands of the feedback room."""
