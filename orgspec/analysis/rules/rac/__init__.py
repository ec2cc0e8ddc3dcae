"""The responsibility matrix (RACI)."""
