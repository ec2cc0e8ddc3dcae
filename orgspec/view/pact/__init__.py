"""The sections of an agreement between two departments."""
