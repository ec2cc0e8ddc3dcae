"""What documents show that stands in no declaration: photos of people, the history of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from orgspec.diagnostics import Message, say
from orgspec.model.organisation import Organisation
from orgspec.model.revisions import Record
from orgspec.workspace.compilation import Compilation
from orgspec.workspace.history import history_of
from orgspec.workspace.photos import photos_of

# The kinds of documents that have a revision record, and those that show photos.
RECORDED = frozenset({"job-descriptions", "departments", "agreements", "workflows", "handbook"})
PICTURED = frozenset({"charts", "handbook"})


def accompanied(
    compilation: Compilation, kinds: Iterable[str]
) -> tuple[Compilation, tuple[Message, ...]]:
    """The compilation with what documents of some kinds show, and what is to be said of it.

    Git is asked only where `revisions: git` stands, and photos are read only for charts.
    """
    wanted = frozenset(kinds)
    notes: list[Message] = []
    photos = {}
    if wanted & PICTURED:
        photos, wrong = photos_of(compilation)
        notes += wrong
    record = Record()
    if wanted & RECORDED and _asks_git(compilation.organisation):
        history = history_of(compilation.root, compilation.program.origins)
        record = history.record
        if not history.known:
            notes.append(_UNKNOWN)
        elif history.shallow:
            notes.append(_SHALLOW)
    graph = compilation.graph.accompanied(photos, record)
    return replace(compilation, graph=graph), tuple(notes)


_UNKNOWN = say(
    "revision records have no commits: git is not there, or the specification lies in no "
    "repository that it reads",
    "修订记录中没有提交：找不到 git，或规范不在 git 可读取的仓库中",
)
_SHALLOW = say(
    "revision records may lack older commits: the repository is a shallow clone (fetch it whole, "
    "for instance with `fetch-depth: 0`)",
    "修订记录可能缺少较早的提交：该仓库为浅克隆（请获取完整历史，例如 `fetch-depth: 0`）",
)


def _asks_git(organisation: Organisation) -> bool:
    """Whether any header wants the commits in its revision record."""
    headers = (organisation.manifest.document, *(e.document for e in organisation.entities()))
    return any(header is not None and header.revisions == "git" for header in headers)
