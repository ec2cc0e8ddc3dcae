"""The operators, one module a family of checks."""
