"""The consequences of a change in sections: tables of what hangs together, and findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgspec.analysis.consequence import Consequences
from orgspec.diagnostics import Diagnostic, Message, say
from orgspec.frozen import frozen
from orgspec.graph.lacking import Want
from orgspec.graph.rows import Row
from orgspec.graph.supposing.deputising import TakingOver
from orgspec.model.duty import Duty
from orgspec.model.entity import Entity
from orgspec.model.workflow import Step
from orgspec.report.show import place
from orgspec.report.what_if.chains import Chain, chains

NOBODY = "—"

_FUNCTION = say("Function", "职能")
_DUTY = say("Duty", "职责")
_ROLE = say("Role", "岗位")
_WHO = say("Until now", "目前由")
_STEP = say("Workflow and step", "流程与步骤")
_UNIT = say("Department", "部门")
_MATTER = say("Authority", "权限")
_FLOW = say("Workflow", "流程")
_STOPS = say("Stops at", "停在")
_DEPUTY = say("Deputy", "代理人")
_IN_PERSON = say("In person", "由谁")
_LETTER = say("As", "身份")
_WORK = say("Duty or step", "职责或步骤")

_WANTS: dict[Want, tuple[Message, tuple[Message, ...]]] = {
    Want.ANSWER: (say("Nobody answers", "无人负责"), (_FUNCTION, _WORK, _ROLE, _WHO)),
    Want.DO: (say("Nobody does it", "无人执行"), (_FUNCTION, _DUTY, _ROLE, _WHO)),
    Want.STEP: (say("Steps that get stuck", "卡住的步骤"), (_STEP, _DUTY, _ROLE, _WHO)),
    Want.END: (say("Workflows that cannot end", "走不到终点的流程"), (_FLOW, _STOPS)),
    Want.DECIDE: (say("Approvals out of reach", "无人可批的权限"), (_MATTER, _ROLE, _WHO)),
    Want.LEAD: (say("Departments without a head", "没有负责人的部门"), (_UNIT, _ROLE, _WHO)),
    Want.CARRY: (say("Functions that nobody carries", "无人承接的职能"), (_UNIT, _FUNCTION)),
    Want.FILL: (say("Vacant posts without a deputy", "空缺且无人代理的岗位"), (_ROLE, _WHO)),
}
_BROKEN = say("Separations broken", "被打破的职责分离")
_TAKEN = say("What deputies take over", "由代理人接手")
_OTHERS: tuple[tuple[Message, tuple[str, ...]], ...] = (
    (_BROKEN, ("SOD", "STF008", "WFL020")),
    (_WANTS[Want.DECIDE][0], ("AUT", "RAC017", "MTG004")),
    (say("Load and weights", "工作量与权重"),
     ("KPI", "DUT015", "STF", "RAC009", "RAC01", "RAC005", "RAC006", "RAC007")),
    (say("Lines and spans", "汇报线与管理幅度"), ("ORG",)),
)  # fmt: skip
_REST = say("Also found", "其他发现")


@frozen
class Section:
    """A part of what is told.

    Attributes:
        title: its title.
        head: the titles of the columns.
        rows: the cells of the table, each as long as `head`.
        places: file and line of what each row is about, or "".
        findings: what rules say, below the table.
    """

    title: str
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    places: tuple[str, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def sections(told: Consequences, locale: str) -> tuple[Section, ...]:
    """All that there is to tell, the worst first; empty if nothing happens."""
    found = chains(told.before, told.after, told.lacks)
    left = list(told.findings)
    made: dict[str, Section] = {}
    for want, (title, head) in _WANTS.items():
        mine = [chain for chain in found if chain.want is want]
        if mine:
            rows = tuple(_row(told, chain, found, locale) for chain in mine)
            places = tuple(place(told.before, chain.entity.address) for chain in mine)
            made[title.en] = Section(title.in_(locale), _said(head, locale), rows, places)
    for title, codes in _OTHERS:
        about = tuple(each for each in left if each.code.startswith(codes))
        left = [each for each in left if each not in about]
        _add(made, title, about, locale)
    _add(made, _REST, tuple(left), locale)
    order = [*_ORDER, *(title for title in made if title not in _ORDER)]
    taken = _taken(told, locale)
    return (*(made[title] for title in order if title in made), *taken)


_ORDER = [
    _WANTS[Want.ANSWER][0].en,
    _WANTS[Want.DO][0].en,
    _WANTS[Want.STEP][0].en,
    _WANTS[Want.END][0].en,
    _BROKEN.en,
]


def _add(
    made: dict[str, Section], title: Message, findings: tuple[Diagnostic, ...], locale: str
) -> None:
    """Put findings into the section of a title."""
    if findings:
        old = made.get(title.en, Section(title.in_(locale)))
        made[title.en] = Section(old.title, old.head, old.rows, old.places, findings)


def _said(messages: Iterable[Message], locale: str) -> tuple[str, ...]:
    """Messages in a language."""
    return tuple(message.in_(locale) for message in messages)


def _row(
    told: Consequences, chain: Chain, every: tuple[Chain, ...], locale: str
) -> tuple[str, ...]:
    """The cells of one chain, in the order of its section's columns."""
    who = (listed((*chain.roles, *chain.parties), locale), listed(chain.people, locale))
    entity = chain.entity
    if chain.want in (Want.ANSWER, Want.DO):
        return (listed(chain.functions, locale), named(told, entity, locale), *who)
    if chain.want is Want.STEP:
        duty = chain.duty.in_(locale) if chain.duty is not None else NOBODY
        return (named(told, entity, locale), duty, *who)
    if chain.want is Want.END:
        steps = [x.entity for x in every if x.want is Want.STEP and _lies_in(x.entity, entity)]
        return (entity.in_(locale), listed(steps, locale))
    if chain.want is Want.CARRY:
        unit = told.before.organisation.departments[entity.id.partition("/")[0]]
        return (unit.in_(locale), entity.in_(locale))
    if chain.want is Want.FILL:
        return (entity.in_(locale), who[1])
    return (entity.in_(locale), *who)


def _lies_in(entity: Entity, workflow: Entity) -> bool:
    """Whether a step is one of a workflow."""
    return isinstance(entity, Step) and entity.workflow == workflow.id


def named(told: Consequences, entity: Entity, locale: str) -> str:
    """The name of an entity; a step after that of its workflow."""
    if isinstance(entity, Step):
        flow = told.before.organisation.workflows[entity.workflow]
        return f"{flow.in_(locale)} › {entity.in_(locale)}"
    return entity.in_(locale)


def listed(entities: Iterable[Entity], locale: str) -> str:
    """Names with commas, or a dash."""
    comma = "、" if locale.startswith("zh") else ", "
    return comma.join(entity.in_(locale) for entity in entities) or NOBODY


def _taken(told: Consequences, locale: str) -> Iterator[Section]:
    """What deputies take over: a row a duty, and a row a step that is not one of these duties'."""
    rows, places = [], []
    for each in told.taken:
        names = (each.role.in_(locale), each.deputy.in_(locale), listed(each.people, locale))
        for row, letters in worked(told, each) or ((None, NOBODY),):
            work = named(told, row.of, locale) if row is not None else NOBODY
            rows.append((*names, letters, work))
            places.append(place(told.before, row.address if row is not None else each.role.address))
    if rows:
        head = _said((_ROLE, _DEPUTY, _IN_PERSON, _LETTER, _WORK), locale)
        yield Section(_TAKEN.in_(locale), head, tuple(rows), tuple(places))


def worked(told: Consequences, taken: TakingOver) -> tuple[tuple[Row, str], ...]:
    """The rows that a deputy takes over with their letters, `A`, `R` or `A/R`.

    A step whose letters are those of a duty that is taken over alike is left out.
    """
    found: dict[str, tuple[Row, str]] = {}
    for borne in taken.borne:
        cells = [cell.sign for cell in (borne.accountable, borne.responsible) if cell is not None]
        letters = "/".join(dict.fromkeys(cells))
        targets = told.after.links.targets(borne.row.address, "duty")
        known = found.get(targets[0]) if targets and isinstance(borne.row.of, Step) else None
        if known is None or not set(letters.split("/")) <= set(known[1].split("/")):
            found[borne.row.address] = (borne.row, letters)
    return tuple(found.values())


def duties_of(told: Consequences) -> int:
    """How many duties deputies take over."""
    rows = {borne.row.address for each in told.taken for borne in each.borne
            if isinstance(borne.row.of, Duty)}  # fmt: skip
    return len(rows)
