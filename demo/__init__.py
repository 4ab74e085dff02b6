"""A believable clinic, built from Python functions."""
