"""Names, references and the language."""
