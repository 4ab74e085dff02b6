"""Pages on paper: a leaflet with a code, and what became of it since."""
