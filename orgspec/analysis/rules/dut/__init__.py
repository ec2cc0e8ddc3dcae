"""Duties: gaps and overlaps."""
