"""Claims about the rules of a family."""
