"""What the responsibility matrices are made of: their parties, letters, sources and findings."""
