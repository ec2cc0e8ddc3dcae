"""The parts of organisation charts: cards, colours, pages."""
