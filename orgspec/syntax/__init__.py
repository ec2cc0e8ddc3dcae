"""YAML text to nodes that remember where everything was written."""
