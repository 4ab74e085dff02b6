"""What editors should see before a page goes live; rooms register their checks."""
