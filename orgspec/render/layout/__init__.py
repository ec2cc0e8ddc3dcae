"""From charts to places: cards and lines with coordinates, in pixels, before any format."""
