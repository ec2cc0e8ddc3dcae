"""The handbook: every document of an organisation, bound behind one cover."""
