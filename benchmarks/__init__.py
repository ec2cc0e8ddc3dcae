"""Organisations of any size, made up, and what orgspec takes for them."""
