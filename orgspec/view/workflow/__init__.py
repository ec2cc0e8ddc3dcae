"""The document of a workflow: its picture and its steps."""
