"""Writing one team: posts, holders, duties, artifacts, figures, a workflow, and its handoff."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from benchmarks import forms
from benchmarks.staff import Duty, Post, craft, duties, posts, superior
from benchmarks.units import Sheets, say, write_department, write_person
from benchmarks.words import GRADES, RESULTS

if TYPE_CHECKING:
    from benchmarks.generate import Unit

_CADENCES = ("daily", "weekly", "每周", "every 2 weeks", "monthly", "每月3次")
_SPAN = 14


def write_team(team: Unit, following: Unit, sheets: Sheets, luck: random.Random) -> None:
    """Write a team; its workflow ends in the following team of the same unit."""
    todo = duties(team)
    _write_department(team, todo, sheets)
    _write_posts(team, todo, sheets, luck)
    cadence = ""
    for place, duty in enumerate(todo):
        cadence = luck.choice(_CADENCES) if place % 4 == 0 else cadence
        _write_duty(team, following, todo, place, cadence, sheets)
        _write_result(team, duty, sheets)
    _write_workflow(team, following, todo, sheets)
    _write_rules(team, following, todo, sheets)


def _write_department(team: Unit, todo: list[Duty], sheets: Sheets) -> None:
    """Write the unit, its functions, and the figure that it is measured by."""
    write_department(team, "按时保质完成本单位工作", "Gets its work done well and in time", sheets)
    functions = "".join(
        f"      {duty.object.id}: {{name: {say(team, duty.object.zh + '管理', duty.object.en)}, "
        "serves: [growth]}\n"
        for duty in todo[:12:4]
    )
    sheets.add("departments", f"    functions:\n{functions}    kpis: [{team.id}-output]\n")
    _write_kpi(team, f"{team.id}-output", "按期完成率", "Completion Rate", superior(team), sheets)


def _write_kpi(
    team: Unit, identifier: str, zh: str, en: str, assessor: str, sheets: Sheets
) -> None:
    """Write a figure that the head keeps."""
    name = say(team, team.name.zh + zh, f"{team.name.en} {en}")
    form = forms.KPI.substitute(id=identifier, name=name, owner=team.head, assessor=assessor)
    sheets.add("kpis", form)


def _write_posts(team: Unit, todo: list[Duty], sheets: Sheets, luck: random.Random) -> None:
    """Write the head and all posts below, with their holders and figures."""
    staff = posts(team)
    name = craft(team).name
    _write_post(
        team,
        Post(team.head, f"{name.zh}经理", f"{name.en} Manager"),
        sheets,
        superior=superior(team),
        heads=1,
        grade=GRADES[-1 - team.depth],
        purpose=say(team, "带领团员完成目标", "Leads its people to their goals"),
        deputy=staff[-1].id,
        years=5,
    )
    sheets.add("roles", f"    kpis: [{{kpi: {team.id}-output, weight: 100%}}]\n")
    spare = _SPAN - len(staff)
    for place, post in enumerate(staff):
        duty = todo[place]
        heads = luck.choice((1, 1, 1, 2)) if spare > 0 else 1
        spare -= heads - 1
        task = duty.object
        _write_post(
            team,
            post,
            sheets,
            superior=team.head,
            heads=heads,
            grade=f"P{1 + place % 3}-P{3 + place % 3}",
            purpose=say(team, f"承担{task.zh}相关工作", f"Takes care of {task.en.lower()}"),
            deputy=staff[(place + 2) % len(staff)].id,
            years=2,
        )
        own = f"{duty.id}-rate"
        shared = f"{{kpi: {team.id}-output, weight: 40%}}"
        sheets.add("roles", f"    kpis: [{{kpi: {own}, weight: 60%}}, {shared}]\n")
        zh, en = f"{duty.verb.zh}{task.zh}及时率", f"{duty.verb.en} {task.en} Rate"
        _write_kpi(team, own, zh, en, team.head, sheets)


def _write_post(team: Unit, post: Post, sheets: Sheets, *, heads: int, **fields: object) -> None:
    """Write a post with so many holders."""
    name = say(team, post.zh, post.en)
    form = forms.ROLE.substitute(id=post.id, name=name, department=team.id, heads=heads, **fields)
    sheets.add("roles", form)
    for number in range(heads):
        write_person(team, post.id, number, sheets)


def _write_duty(
    team: Unit, following: Unit, todo: list[Duty], place: int, cadence: str, sheets: Sheets
) -> None:
    """Write one duty: who, how often, from what, with whom."""
    duty, staff = todo[place], posts(team)
    main = place < len(staff)
    letters = f"A: {duty.accountable}, R: {duty.post.id}"
    if duty.accountable == duty.post.id:
        letters = f"A/R: {duty.post.id}"
    if duty.verb.id == "prepare":
        letters += f", C: [{following.head}]"
    if duty.verb.id != "hold":
        letters += f", I: [{staff[(place + 3) % len(staff)].id}]"
    tasks = (
        f"{say(team, '收集资料', 'Collect the papers')}, {say(team, '逐项完成', 'Do each item')}"
    )
    sheets.add(
        "duties",
        forms.DUTY.substitute(
            id=duty.id,
            name=say(team, duty.verb.zh + duty.object.zh, f"{duty.verb.en} {duty.object.en}"),
            priority="primary" if main else "routine",
            letters=letters,
            frequency=cadence,
            tasks=tasks,
            deliverable=duty.result,
        )
        + f"    object: {team.id}-{duty.object.id}\n    action: {duty.verb.id}\n"
        + f"    effort: {duty.effort}%\n    systems: [erp]\n",
    )
    if place % 4:
        sheets.add("duties", f"    inputs: [{todo[place - 1].result}]\n")
    elif place < 12:
        sheets.add("duties", f"    fulfils: [{team.id}/{duty.object.id}]\n")
    if main:
        sheets.add("duties", f"    kpis: [{duty.id}-rate]\n")
    if main and place ^ 1 < len(staff):
        about = say(team, "进度与疑问", "Progress and questions")
        mate = staff[place ^ 1].id
        sheets.add("duties", f"    coordination: [{{with: {mate}, about: {about}}}]\n")
    if place == 0:
        sheets.add("duties", f"    authorities: [{team.id}-spend]\n")


def _write_result(team: Unit, duty: Duty, sheets: Sheets) -> None:
    """Write the artifact that comes of a duty."""
    kind = RESULTS[duty.verb.id]
    zh = f"{team.name.zh}{duty.object.zh}{kind.zh}"
    en = f"{team.name.en} {duty.object.en} {kind.en}".rstrip()
    sheets.add("artifacts", forms.ARTIFACT.substitute(id=duty.result, name=say(team, zh, en)))


def _write_workflow(team: Unit, following: Unit, todo: list[Duty], sheets: Sheets) -> None:
    """Write the way of the first object: made, checked, approved, recorded, handed on."""
    prepare, check, record = todo[:3]
    thing = prepare.object
    sheets.add(
        "workflows",
        forms.WORKFLOW.substitute(
            team=team.id,
            name=say(team, f"{team.name.zh}{thing.zh}流程", f"{team.name.en} {thing.en} Flow"),
            head=team.head,
            superior=superior(team),
            trigger=say(team, "收到需求", "A request comes in"),
            prepare=say(team, "编制", "Prepare"),
            prepare_duty=prepare.id,
            check=say(team, "审核", "Check"),
            check_duty=check.id,
            small=say(team, "金额 <= 50000", "amount <= 50000"),
            large=say(team, "金额 > 50000", "amount > 50000"),
            approve=say(team, "审批", "Approve"),
            approve_large=say(team, "上级审批", "Approve large ones"),
            object=prepare.result,
            accepted=say(team, "同意", "accepted"),
            returned=say(team, "退回", "sent back"),
            record=say(team, "登记", "Record"),
            record_duty=record.id,
            take_over=say(team, "接手", "Take over"),
            receiver=following.head,
            taker=posts(following)[0].id,
            taken_duty=duties(following)[0].id,
            handed=record.result,
        ),
    )


def _write_rules(team: Unit, following: Unit, todo: list[Duty], sheets: Sheets) -> None:
    """Write the team's limits, what it hands on, and what no one may do alone."""
    above = superior(team)
    name = say(team, f"{team.name.zh}支出审批", f"{team.name.en} Spending")
    sheets.add(
        "authorities",
        forms.AUTHORITY.substitute(team=team.id, name=name, head=team.head, superior=above),
    )
    sheets.add(
        "handoffs",
        forms.HANDOFF.substitute(
            team=team.id,
            other=following.id,
            handed=todo[2].result,
            trigger=say(team, "登记完成", "It is recorded"),
            acceptance=say(team, "内容完整", "It is complete"),
            superior=above,
        ),
    )
    _write_care(team, todo, sheets)
    if len(posts(team)) >= 5:
        name = say(team, f"{team.name.zh}编审分离", f"{team.name.en} Making and Checking")
        form = forms.SEPARATION.substitute(
            team=team.id, name=name, make=todo[0].id, check=todo[1].id
        )
        sheets.add("separations", form)


def _write_care(team: Unit, todo: list[Duty], sheets: Sheets) -> None:
    """Write what may go wrong with the first object, and the meeting that looks after it."""
    make, check, record = todo[:3]
    thing, minutes = make.object, f"{team.id}-minutes"
    name = say(team, f"{team.name.zh}周会纪要", f"{team.name.en} Weekly Minutes")
    sheets.add("artifacts", forms.ARTIFACT.substitute(id=minutes, name=name))
    sheets.add(
        "risks",
        forms.RISK.substitute(
            team=team.id,
            thing=thing.id,
            name=say(team, f"{team.name.zh}{thing.zh}差错", f"{team.name.en} {thing.en} Errors"),
            head=team.head,
            indicator=say(team, "一周内退回超过 3 次", "More than 3 sent back within a week"),
            control=say(team, "逐份审核", "Each is reviewed"),
            check=check.id,
        ),
    )
    sheets.add(
        "meetings",
        forms.MEETING.substitute(
            team=team.id,
            name=say(team, f"{team.name.zh}周会", f"{team.name.en} Weekly Meeting"),
            head=team.head,
            staff=", ".join(post.id for post in posts(team)),
            papers=record.result,
            minutes=minutes,
            agenda=say(team, "进度与差错", "Progress and errors"),
        ),
    )
