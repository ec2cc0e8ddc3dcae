"""Swimlane diagrams as SVG elements."""
