"""The tables of `docs/templates.md`: every name that a form may use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from orgspec.view.form.context import HEAD, REVISIONS
from orgspec.view.form.shape import Shape
from orgspec.view.form.shapes import SHAPES

_BEGIN, _END = "<!-- names -->", "<!-- /names -->"
_HEADS = (("name", "fields", "what it is"), ("名称", "字段", "内容"))
_COMMON: tuple[tuple[str, tuple[str, ...], tuple[str, str]], ...] = (
    ("context", (), ("the version of this table: 1", "本表的版本：1")),
    ("kind", (), ("the kind of document, as in `outputs`", "文件种类，同 `outputs` 中的写法")),
    ("address", (), ("what it is about: `role/sales-rep`", "文件对象，例如 `role/sales-rep`")),
    ("id", (), ("the same without its kind", "同上，不含种类")),
    ("locale", (), ("the language of the document", "文件的语言")),
    (
        "document",
        ("title", "subject", "subtitle", "organisation", "locale", *HEAD, "approved_on",
         "running", "footer[]", "draft", "sections[]"),
        ("what the document says of itself", "文件本身的信息"),
    ),
    (
        "document.sections[]",
        ("key", "number", "title", "blocks[]"),
        (
            "everything that our own page prints: a block has a `type` (`heading`, `text`, `list`, "
            "`facts`, `table`, `signatures`) and its content",
            "内置文件所印的全部内容：每块有 `type`（`heading`、`text`、`list`、`facts`、`table`、`signatures`）及其内容",
        ),
    ),
    ("organisation", ("name", "x"), ("the organisation", "组织")),
    ("x", (), ("your own `x-` keys of what it is about", "文件对象上自定的 `x-` 键")),
    ("revisions[]", tuple(REVISIONS.values()), ("the revision record", "修订记录")),
    ("signatures[]", (), ("who signs, as texts", "签字方，均为文字")),
)  # fmt: skip


def page(path: Path, language: int) -> str:
    """The page at `path` with the tables as the code has them; 0 is English, 1 Chinese."""
    text = path.read_text("utf-8") if path.is_file() else f"{_BEGIN}\n{_END}\n"
    pattern = f"{re.escape(_BEGIN)}.*{re.escape(_END)}"
    tables = f"{_BEGIN}\n\n{_tables(language)}\n{_END}"
    return re.sub(pattern, lambda _: tables, text, flags=re.DOTALL)


def _tables(language: int) -> str:
    """One table for what all have, and one a kind."""
    parts = [("### Every document", "### 所有文件")[language], "", *_head(language)]
    parts += [_row(name, fields, about, language) for name, fields, about in _COMMON]
    for kind, shape in SHAPES.items():
        parts += ["", f"### {kind}", "", *_head(language), *_rows(shape, language)]
    return "\n".join(parts) + "\n"


def _head(language: int) -> Iterator[str]:
    yield f"| {' | '.join(_HEADS[language])} |"
    yield "|---|---|---|"


def _rows(shape: Shape, language: int) -> Iterator[str]:
    """What one kind has besides."""
    for fact in shape.facts:
        yield _row(fact.name, fact.fields, fact.about, language)
    for told in shape.texts:
        yield _row(told.name, (), told.about, language)
    for name, (fields, about) in shape.made.items():
        yield _row(f"{name}[]" if fields else name, fields, about, language)
    for each in shape.lists:
        yield _row(f"{each.name}[]", each.fields, each.about, language)


def _row(name: str, fields: tuple[str, ...], about: tuple[str, str], language: int) -> str:
    """One name."""
    listed = (", ", "、")[language].join(f"`{field}`" for field in fields)
    return f"| `{name}` | {listed} | {about[language]} |"
