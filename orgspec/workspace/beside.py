"""Files that a specification names: photos, templates, what the house style is made of.

They lie beside the manifest or below it. What leads out of that folder is not read: a document
must not carry what its specification does not hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from orgspec.diagnostics import Message, say
from orgspec.model.organisation import Organisation
from orgspec.syntax.limits import DEFAULT_LIMITS, Limits
from orgspec.syntax.nodes import Origin, Step
from orgspec.syntax.problems import Problem
from orgspec.workspace.discovery import unreadable

_NAME_IT = say(
    "write its path relative to the manifest, and commit the file beside the specification",
    "请写相对于清单的路径，并将该文件与规范一起提交",
)


def files_named(organisation: Organisation) -> Iterator[tuple[str, tuple[Step, ...], str]]:
    """Every file that the specification names: address, route in that entity, path as written."""
    for person in organisation.people.values():
        if person.photo:
            yield person.address, ("photo",), person.photo
    for kind, output in organisation.manifest.outputs.items():
        for form, path in output.template.items():
            yield "manifest", ("outputs", kind, "template", form), path
    for key in ("logo", "font", "font_bold"):
        if name := getattr(organisation.manifest.style, key, None):
            yield "manifest", ("style", key), name


def missing_files(
    root: Path,
    organisation: Organisation,
    origins: Mapping[str, Origin],
    limits: Limits = DEFAULT_LIMITS,
) -> list[Problem]:
    """SYN001 for each file that is named and cannot be had, at the text that names it."""
    problems = []
    for address, route, name in files_named(organisation):
        why = _refusal(root, name, limits)
        origin = origins.get(address)
        if why is not None and origin is not None:
            span = origin.span(route)
            problems.append(Problem("SYN001", origin.source, span, why, _NAME_IT, address=address))
    return problems


def bytes_beside(root: Path, name: str, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The bytes of a file that the specification names; none where `check` refuses the file."""
    if _refusal(root, name, limits) is not None:
        return b""
    try:
        return (root / name).read_bytes()
    except OSError:
        return b""


def first_bytes(root: Path, name: str, count: int, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """How a file begins that the specification names; none where `check` refuses the file."""
    if _refusal(root, name, limits) is not None:
        return b""
    try:
        with (root / name).open("rb") as file:
            return file.read(count)
    except OSError:
        return b""


def _refusal(root: Path, name: str, limits: Limits) -> Message | None:
    """Why a file cannot be had; None if it can."""
    try:
        path = (root / name).resolve()
        if not path.is_relative_to(root.resolve()):
            return say(
                "`{path}` lies outside the folder of the manifest",
                "`{path}` 位于清单所在文件夹之外",
                path=name,
            )
        size = path.stat().st_size
        if not path.is_file():
            return say("`{path}` is not a file", "`{path}` 不是文件", path=name)
    except (OSError, ValueError, RuntimeError) as error:
        return unreadable(name, error)
    if size > limits.file_bytes:
        return say("`{path}` is too large", "`{path}` 过大", path=name)
    return None
