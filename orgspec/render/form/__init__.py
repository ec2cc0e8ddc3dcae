"""Forms of the user's own: filled in a sandbox, with plain data."""
