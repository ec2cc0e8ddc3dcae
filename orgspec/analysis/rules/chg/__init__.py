"""CHG: changes, and decisions that the organisation has outgrown."""
