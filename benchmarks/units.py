"""Writing the units above the teams, and the sheets that all is written on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import forms
from benchmarks.words import GIVEN, GRADES, SURNAMES, Word

if TYPE_CHECKING:
    from benchmarks.generate import Unit


def both(zh: str, en: str) -> str:
    """A text in both languages, as a flow map."""
    return f"{{zh: {zh}, en: {en}}}"


def say(unit: Unit, zh: str, en: str) -> str:
    """A text in the manner of a unit: abroad in English only, else in both languages."""
    return en if unit.abroad else both(zh, en)


class Sheets:
    """The YAML of one folder: a file for each collection."""

    def __init__(self) -> None:
        self._texts: dict[str, list[str]] = {}

    def add(self, collection: str, text: str) -> None:
        """Add entities, indented, to a collection; the manifest has the name ""."""
        self._texts.setdefault(collection, []).append(text)

    def save(self, folder: Path) -> int:
        """Write the files and give their size in bytes."""
        folder.mkdir(parents=True, exist_ok=True)
        size = 0
        for collection, texts in self._texts.items():
            head = f"{collection}:\n" if collection else ""
            data = (head + "".join(texts)).encode()
            (folder / f"{collection or 'orgspec'}.yaml").write_bytes(data)
            size += len(data)
        return size


_DUTIES = {
    "company": (
        Word("strategy", "制定集团战略", "Set the strategy"),
        Word("capital", "决定资本投向", "Allocate capital"),
    ),
    "region": (
        Word("balance", "统筹区域资源", "Balance resources"),
        Word("growth", "督导区域拓展", "Drive expansion"),
    ),
    "branch": (
        Word("plan", "拟定经营计划", "Draft the operating plan"),
        Word("results", "评估经营成果", "Assess results"),
    ),
}
_TITLES = {
    "company": Word("", "总裁", "President"),
    "region": Word("", "大区总经理", "Regional Director"),
    "branch": Word("", "分公司总经理", "Branch Manager"),
}


def write_unit(unit: Unit, sheets: Sheets) -> None:
    """Write a company, region or branch: itself, its head, and what the head does."""
    write_department(unit, "统筹所辖单位经营", "Leads the units below it", sheets)
    title = _TITLES[unit.kind]
    sheets.add(
        "roles",
        forms.ROLE.substitute(
            id=unit.head,
            name=say(unit, title.zh, title.en),
            department=unit.id,
            superior=unit.parent.head if unit.parent else "none",
            heads=1,
            grade=GRADES[-1 - unit.depth],
            purpose=say(unit, "对所辖单位经营结果负责", "Answers for the results of its units"),
            deputy=unit.children[0].head,
            years=10,
        ),
    )
    write_person(unit, unit.head, 0, sheets)
    for duty in _DUTIES[unit.kind]:
        _write_duty(unit, duty, sheets)


def _write_duty(unit: Unit, duty: Word, sheets: Sheets) -> None:
    """Write a duty of a unit's head, with the report that comes of it."""
    report = f"{unit.id}-{duty.id}-report"
    sheets.add(
        "duties",
        forms.DUTY.substitute(
            id=f"{unit.id}-{duty.id}",
            name=say(unit, duty.zh, duty.en),
            priority="primary",
            letters=f"A/R: {unit.head}, I: [{unit.id}]",
            frequency="quarterly",
            tasks=say(unit, "汇总情况并形成结论", "Gather the facts and conclude"),
            deliverable=report,
        ),
    )
    zh, en = f"{unit.name.zh}{duty.zh}报告", f"{unit.name.en} report to {duty.en.lower()}"
    sheets.add("artifacts", forms.ARTIFACT.substitute(id=report, name=say(unit, zh, en)))


def write_department(unit: Unit, zh: str, en: str, sheets: Sheets) -> None:
    """Write a unit itself, with its mission in both languages."""
    form = forms.DEPARTMENT.substitute(
        id=unit.id,
        name=say(unit, unit.name.zh, unit.name.en),
        kind=unit.kind,
        parent=unit.parent.id if unit.parent else "",
        head=unit.head,
        mission=say(unit, zh, en),
    )
    sheets.add("departments", form if unit.parent else form.replace("    parent: \n", ""))


def write_person(unit: Unit, role: str, number: int, sheets: Sheets) -> None:
    """Write one holder of a role; a name may recur, an id may not."""
    seed = sum(map(ord, role)) * 31 + number * 7
    surname, given = SURNAMES[seed % len(SURNAMES)], GIVEN[seed // 13 % len(GIVEN)]
    sheets.add(
        "people",
        forms.PERSON.substitute(
            id=f"{surname.id}-{given.id}.{role}.{number + 1}",
            name=f"{given.en} {surname.en}" if unit.abroad else surname.zh + given.zh,
            role=role,
            since=f"20{18 + seed % 8}-0{1 + seed % 9}-01",
        ),
    )
