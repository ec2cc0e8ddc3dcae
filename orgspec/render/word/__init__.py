"""The parts of a Word file: look, styles, blocks, tables, page, package."""
