"""The sections of the charter of a department."""
