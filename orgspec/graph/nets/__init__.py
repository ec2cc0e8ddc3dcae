"""Workflow nets: whether every run of a workflow comes to its end, and how one does not."""
