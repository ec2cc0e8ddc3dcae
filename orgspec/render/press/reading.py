"""What the templates read: strings, numbers, lists and dictionaries with a `kind`."""

from __future__ import annotations

from typing import Any

Data = dict[str, Any]
