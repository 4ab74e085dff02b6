"""Groups and what each may do."""
