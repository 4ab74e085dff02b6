"""What readers say of a page: an error in it, whether it was useful; nothing of the reader."""
