"""Structure of the organisation."""
