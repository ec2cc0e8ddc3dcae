"""Time: limits, longest paths, escalation."""
