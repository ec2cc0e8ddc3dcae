"""Discover, read, lower, analyse, build. The only package that touches the disk."""

from orgspec.workspace.compilation import Compilation, compile_path, compile_text, settings_at
from orgspec.workspace.discovery import MANIFEST, SpecNotFoundError
from orgspec.workspace.translating import LOCK, write_lock
from orgspec.workspace.writing import write_bytes, write_text

__all__ = [
    "LOCK",
    "MANIFEST",
    "Compilation",
    "SpecNotFoundError",
    "compile_path",
    "compile_text",
    "settings_at",
    "write_bytes",
    "write_lock",
    "write_text",
]
