"""A document in two languages says all that each of its two documents says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from pathlib import Path

import pytest

from orgspec.document import (
    Cell,
    Column,
    Document,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    inline,
    plain,
)
from orgspec.resources import folder
from orgspec.view.pairing import places
from orgspec.view.pairing.document import paired
from orgspec.workspace import Compilation, compile_path
from orgspec.workspace.plan import Job, Wanted, document_of, plan

_UNSAID = {"style", "lang", "second", "wide"}  # `wide` repeats labels
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")


def document(locale: str, *blocks: object, **rest: object) -> Document:
    return Document("标题" if locale == "zh" else "Title", locale, "", blocks, **rest)  # type: ignore[arg-type]


@cache
def sample(name: str) -> Compilation:
    return compile_path(Path(folder("samples")) / name)


def shape(value: object) -> object:
    """The kinds of things in a document, without its texts; a cell may have any number of lines."""
    if isinstance(value, Cell):
        return "cell"
    if isinstance(value, tuple):
        return () if all(isinstance(x, Run) for x in value) else tuple(map(shape, value))
    if is_dataclass(value) and not isinstance(value, type):
        return type(value), *(shape(getattr(value, field.name)) for field in fields(value))
    return None


def texts(value: object) -> Iterator[str]:
    """All that a document says to its reader."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif isinstance(value, Mapping):
        unsaid = places.SINGLE_LABELS | places.NEUTRAL_LABELS.keys()
        for key, part in value.items():
            if key not in unsaid:
                yield from texts(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            place = (type(value).__name__, field.name)
            if field.name not in places.SINGLE | _UNSAID and place not in places.SINGLE_AT:
                yield from texts(getattr(value, field.name))


def some_of_each_kind(name: str, locale: str, most: int) -> list[Job]:
    seen: dict[str, int] = {}
    found = []
    for job in plan(sample(name), Wanted(locales=frozenset({locale}))):
        seen[job.kind] = seen.get(job.kind, 0) + 1
        if seen[job.kind] <= most:
            found.append(replace(job, formats=tuple(f for f in job.formats if f != "bpmn")))
    return found


@pytest.mark.parametrize(
    ("name", "most"), [("small-firm", 9), ("trade-site", 2), ("regional-sales", 2)]
)
def test_every_text_of_both_is_in_the_pair_and_both_are_alike(name: str, most: int) -> None:
    jobs = some_of_each_kind(name, "zh+en", most)
    assert len({job.kind for job in jobs}) >= 9
    for job in jobs:
        if job.kind == "handbook":
            continue  # bound of these documents
        one, other = (
            document_of(sample(name), replace(job, locale=locale)) for locale in ("zh", "en")
        )
        assert shape(one.blocks) == shape(other.blocks), job.address
        whole = " ".join(
            " ".join(_WORD.findall(text)) for text in texts(document_of(sample(name), job))
        )
        words = {word for text in (*texts(one), *texts(other)) for word in _WORD.findall(text)}
        assert [word for word in words if word not in whole] == [], job.address


def test_a_handbook_is_bound_of_pairs() -> None:
    whole = next(j for j in some_of_each_kind("small-firm", "zh+en", 1) if j.kind == "handbook")
    binding = document_of(sample("small-firm"), whole).binding
    assert binding is not None
    assert (binding.parts[0].number, binding.parts[0].title) == (
        "第一部分 Part 1",
        "组织与编制 Organisation",
    )
    assert all(bound.document.second == "en" for part in binding.parts for bound in part.documents)
    assert any(entry.name == "烘焙师 Roaster" for entry in binding.index)


def test_rows_in_another_order_meet_by_their_keys() -> None:
    def table(*rows: tuple[str, str]) -> Table:
        return Table((), tuple(Row((Cell((inline(text),)),), key=key) for key, text in rows))

    pair = paired(
        document("zh", table(("b", "询盘"), ("a", "转化"), ("c", "只有中文"))),
        document("en", table(("a", "Conversion"), ("b", "Inquiry"), ("d", "English only"))),
    )
    (made,) = pair.blocks
    assert isinstance(made, Table)
    assert [plain(row.cells[0].lines[0]) for row in made.rows] == [
        "询盘\nInquiry",
        "转化\nConversion",
        "只有中文",
        "English only",
    ]


def test_sections_that_only_one_language_has_stand_alone() -> None:
    def part(title: str, key: str) -> Section:
        return Section(title, (), key=key)

    pair = paired(
        document("zh", part("目的", "purpose"), part("职责", "duties")),
        document("en", part("Duties", "duties")),
    )
    assert [block.title for block in pair.blocks if isinstance(block, Section)] == [
        "目的",
        "职责 Duties",
    ]


def test_tables_of_unlike_columns_both_stay() -> None:
    one, other = Table((Column("甲"),), ()), Table((Column("A"), Column("B")), ())
    pair = paired(document("zh", one, Heading("名")), document("en", other, Heading("name")))
    assert pair.blocks == (one, other, Heading("名 name"))


def test_a_wide_pair_of_facts_stays_wide() -> None:
    zh = Facts((("目的", inline("甲")),), wide=frozenset({"目的"}))
    en = Facts((("Purpose", inline("A")),), wide=frozenset({"Purpose"}))
    (facts,) = paired(document("zh", zh), document("en", en)).blocks
    assert isinstance(facts, Facts)
    assert facts.wide == {facts.pairs[0][0]} == {"目的\nPurpose"}


def test_running_text_of_a_contract_stands_in_two_columns() -> None:
    pair = paired(
        document(
            "zh", Paragraph(inline("双方同意：")), Listing((inline("按时"), inline("保密")), True)
        ),
        document(
            "en",
            Paragraph(inline("Both agree:")),
            Listing((inline("on time"), inline("secrecy")), True),
        ),
        columns=True,
    )
    (table,) = pair.blocks
    assert isinstance(table, Table)
    assert [column.title for column in table.columns] == ["中文", "English"]
    assert [[plain(cell.lines[0]) for cell in row.cells] for row in table.rows] == [
        ["双方同意：", "Both agree:"],
        ["1. 按时", "1. on time"],
        ["2. 保密", "2. secrecy"],
    ]


def test_each_fact_below_a_title_stands_in_both_languages_before_the_next() -> None:
    zh = document("zh", subtitle="远航 · 编制 40 · 空缺 3")
    en = document("en", subtitle="Voyage · Posts 40 · Vacant 3")
    pair = paired(replace(zh, organisation="远航"), replace(en, organisation="Voyage"))
    assert pair.subtitle == "远航 Voyage · 编制 Posts 40 · 空缺 Vacant 3"


def test_the_organisation_and_the_number_are_named_once_in_heads() -> None:
    zh = document("zh", subtitle="远航 · 3 项会议", running="S-02  版本 1.2")
    en = document("en", subtitle="Voyage — 3 meetings", running="S-02  Version 1.2")
    pair = paired(replace(zh, organisation="远航"), replace(en, organisation="Voyage"))
    assert pair.subtitle == "远航 Voyage · 3 项会议 / 3 meetings"
    assert pair.running == "S-02  版本 Version 1.2"
    assert (pair.locale, pair.second) == ("zh", "en")
