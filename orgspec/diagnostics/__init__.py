"""Diagnostics: what is wrong, where, and what to do about it."""

from orgspec.diagnostics.diagnostic import Diagnostic, Edit, Fix, Label, Severity
from orgspec.diagnostics.message import Localised, Message, quoted, say

__all__ = [
    "Diagnostic",
    "Edit",
    "Fix",
    "Label",
    "Localised",
    "Message",
    "Severity",
    "quoted",
    "say",
]
