"""Registers and forms of tables: headcount, appraisal, authorities, risks, meetings, glossary."""
