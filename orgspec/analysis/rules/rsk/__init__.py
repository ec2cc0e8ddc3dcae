"""Risks: who watches them, and what is done about them."""
