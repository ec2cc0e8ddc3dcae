"""The YAML of each kind of entity, with `$names` to fill in."""

from __future__ import annotations

from string import Template

DEPARTMENT = Template("""\
  $id:
    name: $name
    kind: $kind
    category: core
    parent: $parent
    head: $head
    mission: $mission
""")

ROLE = Template("""\
  $id:
    name: $name
    department: $department
    reports_to: $superior
    headcount: $heads
    grade: $grade
    purpose: $purpose
    deputy: $deputy
    qualifications: {education: 本科, experience: $years 年, skills: [Excel], languages: [en]}
""")

PERSON = Template("""\
  $id: {name: $name, holds: [{role: $role, since: $since, primary: true}]}
""")

DUTY = Template("""\
  $id:
    name: $name
    priority: $priority
    raci: {$letters}
    frequency: $frequency
    tasks: [$tasks]
    deliverables: [$deliverable]
""")

ARTIFACT = Template("""\
  $id: {name: $name, kind: document, system: oa, retention: 5 years}
""")

KPI = Template("""\
  $id:
    name: $name
    category: performance
    formula: 按期完成数 / 总数
    target: ≥ 95%
    frequency: monthly
    source: erp
    owner: $owner
    assessor: $assessor
""")

WORKFLOW = Template("""\
  $team-flow:
    name: $name
    kind: standard
    owner: $head
    trigger: $trigger
    within: 15 working days
    escalation: [{after: 1 working day, to: superior}, {after: 2 working days, to: owner}]
    steps:
      prepare:
        name: $prepare
        duty: $prepare_duty
        within: 1 working day
        next: check
      check:
        name: $check
        duty: $check_duty
        within: 4 hours
        next: [{to: approve, when: $small}, {to: approve-large, when: $large}]
      approve:
        name: $approve
        raci: {A/R: $head}
        action: approve
        object: $object
        authority: {id: $team-spend, up_to: 50000}
        within: 1 working day
        next: [{to: record, when: $accepted}, {to: prepare, when: $returned, at_most: 2}]
      approve-large:
        name: $approve_large
        raci: {A/R: $superior}
        action: approve
        object: $object
        authority: $team-spend
        within: 1个工作日
        next: record
      record:
        name: $record
        duty: $record_duty
        within: 4小时
        next: take-over
      take-over:
        name: $take_over
        duty: $taken_duty
        raci: {A: $receiver, R: $taker}
        inputs: [$handed]
        within: 1 working day
        end: true
""")

AUTHORITY = Template("""\
  $team-spend:
    name: $name
    measure: CNY
    levels: [{role: $head, up_to: 5万}, {role: $superior}]
""")

HANDOFF = Template("""\
  $team-to-$other:
    from: $team
    to: $other
    artifacts: [$handed]
    trigger: $trigger
    within: 4 hours
    needed_within: 1 working day
    acceptance: [$acceptance]
    channel: oa
    escalation: [{after: 1 working day, to: $superior}]
""")

RISK = Template("""\
  $team-$thing-error:
    name: $name
    category: operations
    likelihood: medium
    impact: medium
    owner: $head
    indicator: $indicator
    controls: [{name: $control, duty: $check}]
""")

MEETING = Template("""\
  $team-weekly:
    name: $name
    chair: $head
    attendees: [$staff]
    frequency: weekly
    duration: 1 hour
    inputs: [$papers]
    outputs: [$minutes]
    agenda: [$agenda]
""")

SEPARATION = Template("""\
  $team-make-and-check:
    name: $name
    between: [$make, $check]
""")
