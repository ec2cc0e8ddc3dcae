"""Workflows: orphans and soundness."""
