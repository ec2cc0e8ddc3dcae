"""Staffing and headcount."""
