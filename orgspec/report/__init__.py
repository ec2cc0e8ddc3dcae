"""Diagnostics to people and machines."""
