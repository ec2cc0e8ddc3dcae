"""What a change of the organisation brings, said as text, Markdown and JSON."""
