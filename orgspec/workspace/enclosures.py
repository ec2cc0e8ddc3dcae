"""What documents show that stands in no declaration: photos of people, the history of the text."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import replace

from orgspec.diagnostics import Message, say
from orgspec.model.organisation import Organisation
from orgspec.model.revisions import Beside, Record
from orgspec.view.charts.photos import MOST_PHOTOS
from orgspec.workspace.compilation import Compilation
from orgspec.workspace.history import history_of
from orgspec.workspace.photos import Photos

# The kinds of documents that have a revision record, and those that show photos.
RECORDED = frozenset({"job-descriptions", "departments", "agreements", "workflows", "handbook"})
PICTURED = frozenset({"charts", "handbook"})


def accompanied(
    compilation: Compilation, kinds: Iterable[str]
) -> tuple[Compilation, list[Message]]:
    """The compilation with what documents of some kinds show, and what is to be said of it.

    Git is asked only where `revisions: git` stands. Photos are read when a document shows them, and
    more remarks may come with them: they are to be read when the documents are made.
    """
    wanted = frozenset(kinds)
    remarks: list[Message] = []
    photos = Photos(compilation, remarks) if wanted & PICTURED else {}
    if len(photos) > MOST_PHOTOS:
        remarks.append(_CROWD)
    record = Record()
    if wanted & RECORDED and _asks_git(compilation.organisation):
        history = history_of(compilation.root, compilation.program.origins)
        record = history.record
        if not history.known:
            remarks.append(_UNKNOWN)
        elif history.shallow:
            remarks.append(_SHALLOW)
    graph = copy(compilation.graph)
    graph.beside = Beside(photos, record)
    return replace(compilation, graph=graph), remarks


_CROWD = say(
    "a chart with more than {n} photos shows none of them: it would grow too large",
    "一张图上的照片超过 {n} 张时不显示照片，以免文件过大",
    n=MOST_PHOTOS,
)
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
