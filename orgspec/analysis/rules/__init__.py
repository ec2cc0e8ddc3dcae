"""The built-in rules, one package a family, one file a rule."""
