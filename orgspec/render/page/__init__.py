"""Documents as web pages: what is decided before a template writes it."""
