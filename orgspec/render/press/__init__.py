"""Paged documents: characters that can be printed, widths, sheets, and the typesetter itself."""
