"""Whether the photos that a specification names are pictures, by how their files begin."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from orgspec.diagnostics import say
from orgspec.model.organisation import Organisation
from orgspec.syntax.limits import DEFAULT_LIMITS, Limits
from orgspec.syntax.nodes import Origin
from orgspec.syntax.problems import Problem
from orgspec.workspace.beside import first_bytes

_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_HELP = say("name a picture as jpeg, png or webp", "请使用 jpeg、png 或 webp 图片")


def no_pictures(
    root: Path,
    organisation: Organisation,
    origins: Mapping[str, Origin],
    limits: Limits = DEFAULT_LIMITS,
) -> list[Problem]:
    """SYN007 for each photo whose file is there and is no picture, at the text that names it."""
    problems = []
    for person in organisation.people.values():
        begins = first_bytes(root, person.photo, 12, limits) if person.photo else b""
        origin = origins.get(person.address)
        if not begins or _is_picture(begins) or origin is None:
            continue
        told = say(
            "`{name}` is no picture as jpeg, png or webp",
            "`{name}` 不是 jpeg、png 或 webp 图片",
            name=person.photo,
        )
        span = origin.span(("photo",))
        problems.append(Problem("SYN007", origin.source, span, told, _HELP, address=person.address))
    return problems


def _is_picture(begins: bytes) -> bool:
    """Whether a file that begins so is a picture that documents can show."""
    webp = begins[:4] == b"RIFF" and begins[8:12] == b"WEBP"
    return webp or begins.startswith(_BEGINNINGS)
