"""Views: an organisation becomes a document of blocks."""
