"""The kinds of document that can be asked for, and the formats in which each comes."""

from collections.abc import Mapping
from types import MappingProxyType

_SHEET = ("xlsx", "csv", "html", "pdf", "md", "docx")
_PAPER = ("docx", "pdf", "html", "md")

KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "charts": ("svg", "png", "pdf", "html", "mermaid", "dot"),
        "raci": ("html", "xlsx", "csv", "md", "pdf"),
        "job-descriptions": _PAPER,
        "departments": _PAPER,
        "workflows": ("svg", "pdf", "png", "html", "md", "docx", "xlsx", "bpmn"),
        "agreements": _PAPER,
        "headcount": _SHEET,
        "kpis": _SHEET,
        "authorities": _SHEET,
        "risks": _SHEET,
        "meetings": (*_SHEET, "ics"),
        "glossary": _SHEET,
        "handbook": ("pdf", "docx", "html"),
        "index": ("html",),
    }
)
"""Kind of document -> its formats, the usual one first."""

BUILT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {kind: formats for kind, formats in KINDS.items() if kind != "index"}
)
"""The kinds that this version builds, with the formats that it makes of each: not the site yet."""

FORM_FORMATS = ("docx", "html", "md")
"""The formats in which the user may have a template of their own."""

_OTHER_SPELLINGS: Mapping[str, str] = MappingProxyType(
    {
        "chart": "charts",
        "org-chart": "charts",
        "org-charts": "charts",
        "racis": "raci",
        "job-description": "job-descriptions",
        "department": "departments",
        "workflow": "workflows",
        "agreement": "agreements",
        "headcounts": "headcount",
        "kpi": "kpis",
        "authority": "authorities",
        "risk": "risks",
        "meeting": "meetings",
        "glossaries": "glossary",
        "handbooks": "handbook",
        "index.html": "index",
        "site": "index",
    }
)


def canonical(name: str) -> str | None:
    """Return the kind that `name` means: singular, plural, `_` for `-`, any case; None if none.

    A folder's slash at the end (`charts/`) is taken too.
    """
    plain = name.strip().rstrip("/").casefold().replace("_", "-").replace(" ", "-")
    if plain in KINDS:
        return plain
    return _OTHER_SPELLINGS.get(plain)
