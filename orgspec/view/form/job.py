"""What a job description tells a form beyond its tables: duties and scenarios, part by part."""

from __future__ import annotations

from orgspec.graph.graph import Graph
from orgspec.model.duty import Duty
from orgspec.model.role import Role
from orgspec.model.values import percent
from orgspec.view.form.own_keys import own_keys
from orgspec.view.form.reading import Record
from orgspec.view.job.duties import coordinated, letters_of, own_duties
from orgspec.view.job.measures import kpi_line
from orgspec.view.words import Words

_PRIORITIES = ("primary", "secondary", "routine", None)


def duties(graph: Graph, role: Role, locale: str) -> list[Record]:
    """The duties in the order of the printed page, each with everything said of it."""
    words = Words(locale)
    done, answered = own_duties(graph, role)
    ranked = sorted(done, key=lambda duty: _PRIORITIES.index(duty.priority))
    shown = [(duty, words(f"priority_{duty.priority or 'none'}")) for duty in ranked]
    shown += [(duty, words("answers_for")) for duty in answered]
    return [
        {"number": str(index), "priority": str(title), **_duty(graph, role, duty, locale)}
        for index, (duty, title) in enumerate(shown, 1)
    ]


def _duty(graph: Graph, role: Role, duty: Duty, locale: str) -> Record:
    """One duty."""
    words = Words(locale)
    letters = letters_of(graph.row(duty), role.id)
    effort = (duty.effort.get(role.id) or duty.effort.get("*")) if "R" in letters else None
    tasks = [task.name.in_(locale) for task in duty.tasks]
    description = duty.description.in_(locale) if duty.description else ""
    met = [
        str(words("coordinate_with", party=party, about=about) if about else
            words("coordinate_only", party=party))
        for party, about in coordinated(graph, duty, locale)
    ]  # fmt: skip
    return {
        "name": duty.in_(locale),
        "letters": letters,
        "share": percent.text(effort, locale) if effort is not None else "",
        "frequency": duty.frequency.text(locale) if duty.frequency is not None else "",
        "description": description,
        "tasks": tasks,
        "deliverables": _names(graph, duty, "deliverables", locale),
        "measures": [
            kpi_line(graph, role, address.partition("/")[2], locale).replace("\n", " ")
            for address in graph.links.targets(duty.address, "kpis")
        ],
        "coordination": met,
        "lines": [*(tasks or ([description] if description else [])), *met],
        "x": own_keys(duty, locale),
    }


def _names(graph: Graph, duty: Duty, field: str, locale: str) -> list[str]:
    """The names of what a field of a duty refers to."""
    found = (graph.organisation.find(each) for each in graph.links.targets(duty.address, field))
    return [entity.in_(locale) for entity in found if entity is not None]


def scenarios(role: Role, locale: str) -> list[Record]:
    """The typical cases of the work."""
    keys = ("name", "situation", "actions", "coordination", "result")
    return [
        {
            key: text.in_(locale) if (text := getattr(scenario, key)) is not None else ""
            for key in keys
        }
        for scenario in role.scenarios
    ]
