"""What goes out to other machines: feeds."""
