"""Glossary and naming: one name for one thing."""
