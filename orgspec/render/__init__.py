"""Documents to artifacts: one module a format, blocks in, bytes out."""
