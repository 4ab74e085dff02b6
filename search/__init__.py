"""Patient search: understand the query, fetch candidates, rank them."""
