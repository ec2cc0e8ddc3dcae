"""The parts of GitHub-flavoured Markdown: text, tables, the responsibility matrix."""
