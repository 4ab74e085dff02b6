"""Tags of the stock project."""
