"""How a page is worded: advertising words, and the plain words beside them."""
