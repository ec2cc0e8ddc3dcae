"""The fixed words of documents, in both languages."""

from __future__ import annotations

import string
from collections.abc import Collection, Mapping
from decimal import Decimal
from functools import cache

from orgspec.view.agreement_words import AGREEMENT_WORDS
from orgspec.view.chart_words import CHART_WORDS
from orgspec.view.charter_words import CHARTER_WORDS
from orgspec.view.handbook_words import HANDBOOK_WORDS
from orgspec.view.head_words import HEAD_WORDS
from orgspec.view.job_words import JOB_WORDS
from orgspec.view.label import Label
from orgspec.view.matrix_words import MATRIX_WORDS
from orgspec.view.table_words import TABLE_WORDS
from orgspec.view.workflow_words import WORKFLOW_WORDS

_WORDS: Mapping[str, tuple[str, str]] = {
    # documents
    "org_chart": ("Organisation chart", "组织架构图"),
    "department_chart": ("{name}: organisation chart", "{name}组织架构图"),
    "raci": ("Responsibility matrix (RACI)", "责任分配矩阵（RACI）"),
    "raci_scheme": ("Responsibility matrix ({scheme})", "责任分配矩阵（{scheme}）"),
    "job_description": ("Job description", "岗位说明书"),
    "page": ("Page {page} of {pages}", "第 {page} 页 / 共 {pages} 页"),
    "generated": ("Made by orgspec", "由 orgspec 生成"),
    "draft": ("DRAFT", "草稿"),
    "version": ("Version {version}", "版本 {version}"),
    "effective": ("Effective {date}", "生效 {date}"),
    "none": ("—", "—"),
    # chart
    "established": ("Planned {n}", "编制 {n}"),
    "filled": ("Filled {n}", "在岗 {n}"),
    "vacant": ("Vacant {n}", "空缺 {n}"),
    "pill_both": ("{filled} / {planned}", "编 {filled} / {planned}"),
    "pill": ("{n} posts", "编 {n}"),
    "pill_one": ("{n} post", "编 {n}"),
    "recruiting": ("To be filled", "招聘中"),
    "vacant_initial": ("?", "缺"),
    "pill_vacant": ("{pill} · {n} vacant", "{pill} · 空缺 {n}"),
    "vacant_pill": ("Vacant", "空缺"),
    "vacant_post": ("Vacant post", "空缺岗位"),
    "solid": ("Reports to", "直线汇报"),
    "dotted": ("Dotted line", "虚线汇报"),
    "roles_count": ("{n} roles", "{n} 个岗位"),
    "roles_count_one": ("{n} role", "{n} 个岗位"),
    "acting": ("{name} (acting)", "{name}（代理）"),
    # matrix
    "activity": ("Activity", "活动 / 职责"),
    "group": ("Group", "分组"),
    "number": ("No.", "序"),
    "check": ("One A", "A 校验"),
    "total": ("Total", "合计"),
    "filter": ("Filter", "筛选活动"),
    "filter_hint": ("Name of an activity…", "输入活动名称……"),
    "party": ("Party", "角色"),
    "all_parties": ("All parties", "全部角色"),
    "theme": ("Dark", "深色"),
    "findings": ("Findings", "检查发现"),
    "accountable_and_responsible": ("Accountable and responsible", "负责并执行"),
    "activities": ("{n} activities", "{n} 项活动"),
    "activities_one": ("{n} activity", "{n} 项活动"),
    "parties": ("{n} parties", "{n} 个角色"),
    "parties_one": ("{n} party", "{n} 个角色"),
    "other": ("Other", "其他"),
    # between words
    "comma": (", ", "、"),
    "semicolon": ("; ", "；"),
    "colon": (": ", "："),
    "numbers": (
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16",
        "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六",
    ),
    "section": ("{n}.", "{n}、"),
    **JOB_WORDS,
    **TABLE_WORDS,
    **CHART_WORDS,
    **MATRIX_WORDS,
    **CHARTER_WORDS,
    **AGREEMENT_WORDS,
    **WORKFLOW_WORDS,
    **HANDBOOK_WORDS,
    **HEAD_WORDS,
}

_KINDS = {
    "agreement": AGREEMENT_WORDS,
    "charter": CHARTER_WORDS,
    "job_description": JOB_WORDS,
    "workflow": WORKFLOW_WORDS,
}
_FRAME = ("page", "generated", "version", "effective", "numbers", "section", "comma", "colon")


@cache
def _fixed(word: str, chinese: bool) -> Label:
    """A word as it stands in one language."""
    return Label(_WORDS[word][chinese], word)


@cache
def _characters(kind: str, chinese: bool) -> frozenset[str]:
    """The characters of ASCII and of the words of a kind of document, in one language."""
    frame = [_WORDS[word][chinese] for word in _FRAME]
    said = [word[chinese] for word in _KINDS[kind].values()]
    return frozenset(string.printable.rstrip()).union(" ", *frame, *said)


@cache
def _numerals(chinese: bool) -> tuple[str, ...]:
    """The first numerals in one language."""
    return tuple(_fixed("numbers", chinese).split())


class Words:
    """The fixed words in one language."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.chinese = locale.lower().startswith("zh")

    def __call__(self, word: str, **values: object) -> str:
        """A word, with values filled in; it remembers its key."""
        fixed = _fixed(word, self.chinese)
        return Label(fixed.format_map(values), word) if values else fixed

    def counted(self, word: str, n: Decimal | int, shown: str = "") -> str:
        """A word with a number before it, in the singular up to one; `shown` is how `n` stands."""
        return self(f"{word}_one" if 0 < n <= 1 else word, n=shown or n)

    def section(self, index: int) -> str:
        """The number of a section, from 0, as it is written before its title."""
        return self("section", n=self.numeral(index))

    def numeral(self, index: int) -> str:
        """A place in a row, from 0, as a numeral: 一, 1."""
        numbers = _numerals(self.chinese)
        return numbers[index] if index < len(numbers) else str(index + 1)

    def characters(self, kind: str) -> frozenset[str]:
        """The characters that a document of a kind is made of, whatever it tells."""
        return _characters(kind, self.chinese)

    def join(self, texts: list[str] | tuple[str, ...]) -> str:
        """Names in a row."""
        found = [text for text in texts if text]
        return self.between(found).join(found) if len(found) > 1 else "".join(found)

    def between(self, names: Collection[str]) -> str:
        """What stands between names in a row: a semicolon where one has a comma of its own."""
        commas = ("、", "，") if self.chinese else (", ",)
        torn = any(comma in name for name in names for comma in commas)
        return self("semicolon" if torn else "comma")
