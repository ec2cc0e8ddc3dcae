"""Rules about documents that are printed: what they hold and when they are reviewed."""
