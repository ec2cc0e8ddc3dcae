"""Tests of registers and forms."""
