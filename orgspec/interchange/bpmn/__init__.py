"""BPMN 2.0: what the standard calls it, what we call it, and how one becomes the other."""
