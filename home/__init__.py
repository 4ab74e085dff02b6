"""Home page, plain pages, services, page not found."""
