"""orgspec: a compiler for organisations."""
