"""GLO002: naming-drift."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Severity, say
from orgspec.graph.naming import Drift, drifts
from orgspec.model.department import Department
from orgspec.model.entity import Entity
from orgspec.model.organisation import TABLES
from orgspec.model.values.script import plain
from orgspec.model.values.unit_names import stem

_ELSEWHERE = ("person", "duty", "department")


@rule(
    "GLO002",
    "naming-drift",
    since="0.1",
    severity=Severity.WARNING,
    yields_to=("REF005",),
)
def naming_drift(context: Context) -> Iterator[Finding]:
    """
    Two entities of a kind whose names differ only in script, width or, for departments, the word
    for a unit (部, 部门, 团队, 组, 小组; Department, Dept, Team). Or a text that names a department
    with another such word than its name has, and no name or alias says so.

    ## Why
    Whoever reads of the finance department, the finance dept and the finance team must guess
    whether these are three.

    ## Example
    ```yaml
    departments:
      finance: {name: Finance Department}
    roles:
      director: {reports_to: none, department: finance, purpose: Leads the Finance Team}
    ```

    ## Instead
    ```yaml
    departments:
      finance: {name: Finance Department}
    roles:
      director: {reports_to: none, department: finance, purpose: Leads the Finance Department}
    ```

    ## Source
    Terminology work: one name for one thing.

    ---
    同类的两个条目，名称只在繁简、全半角上不同，部门则还包括表示单位的词（部、部门、团队、组、小组；
    Department、Dept、Team）；或文字中用另一个这样的词称呼某部门，而没有名称或别名这样写。

    ## 为什么
    读到财务部、财务部门、财务团队的人，只能猜这是不是三个单位。

    ## 怎么改
    请统一用一个名称，或写入该部门的 `aliases`。

    ## 来源
    术语工作：一物一名。
    """
    yield from _twins(context, "department")
    if context.graph.traditional_paths:
        for kind in TABLES:
            if kind not in _ELSEWHERE:
                yield from _twins(context, kind)
    for drift in drifts(context.graph):
        yield _drift(context, drift)


def _twins(context: Context, kind: str) -> Iterator[Finding]:
    """The entities of a kind whose names an earlier one has in another spelling."""
    seen: dict[tuple[str, str], tuple[Entity, str]] = {}
    for entity in context.organisation.table(kind).values():
        for name in entity.name.written() if entity.name else (entity.id.rpartition("/")[2],):
            key = stem(name) if kind == "department" else plain(name)
            other, theirs = seen.setdefault((_scope(context, entity), key), (entity, name))
            # What is equal as it stands is REF005.
            if other is entity or _written(name) == _written(theirs):
                continue
            if isinstance(entity, Department) and context.graph.related(entity.id, other.id):
                continue
            yield Finding(
                _place(context, entity),
                say(
                    "`{one}` and `{other}` are two spellings of one name",
                    "`{one}` 与 `{other}` 是同一名称的两种写法",
                    one=name,
                    other=theirs,
                ),
                say(
                    "give one of them another name, or make them one",
                    "请给其中一个改名，或合并为一个",
                ),
                related=(_place(context, other),),
            )
            break


def _scope(context: Context, entity: Entity) -> str:
    """What names of an entity must be told apart in: its department or workflow, else all."""
    if entity.kind == "role":
        return context.graph.department_of_role.get(entity.id, "")
    return entity.id.partition("/")[0] if entity.kind in ("function", "step") else ""


def _place(context: Context, entity: Entity) -> Label:
    """The name of an entity if it is written, else its id."""
    return context.at(entity, *(("name",) if entity.name else ()))


def _written(name: str) -> str:
    """A name as REF005 compares it."""
    return " ".join(normalize("NFKC", name).casefold().split())


def _drift(context: Context, drift: Drift) -> Finding:
    """The finding, at the variant in the text."""
    written = drift.written
    return Finding(
        Label(written.source, drift.span, None, written.entity.address),
        say(
            "`{variant}` is called `{name}` elsewhere",
            "`{variant}` 在别处称为 `{name}`",
            variant=drift.variant,
            name=drift.name,
        ),
        say(
            "write `{name}`, or add `{variant}` to its `aliases`",
            "请写作 `{name}`，或把 `{variant}` 加入其 `aliases`",
            name=drift.name,
            variant=drift.variant,
        ),
        related=(context.at(drift.unit, *(("name",) if drift.unit.name else ())),),
    )
