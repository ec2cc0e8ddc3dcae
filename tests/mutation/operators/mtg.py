"""Defects of meetings: nobody chairs, nobody who may decide is there."""

from __future__ import annotations

from collections.abc import Iterator

from tests.mutation.operator import Mutant, operator
from tests.mutation.sample import Sample, put


@operator("MTG001")
def nobody_chairs_a_meeting(sample: Sample) -> Iterator[Mutant]:
    for meeting in sample.organisation.meetings.values():
        if meeting.chair and not meeting.decides:
            yield Mutant(meeting.address, put("meetings", meeting.id, "chair", None))


@operator("MTG001")
def a_meeting_is_held_now_and_then(sample: Sample) -> Iterator[Mutant]:
    for meeting in sample.organisation.meetings.values():
        change = put("meetings", meeting.id, "frequency", "regularly")
        yield Mutant(meeting.address, change)


@operator("MTG004")
def who_must_decide_is_not_there(sample: Sample) -> Iterator[Mutant]:
    roles = sample.organisation.roles
    for meeting in sample.organisation.meetings.values():
        present = {*meeting.attendees, meeting.chair}
        if meeting.each or not meeting.attendees or not present <= set(roles):
            continue
        for duty in sample.organisation.duties.values():
            answers = sample.graph.row(duty).roles("A")
            deputies = {each for role in answers for each in roles[role].deputy}
            if answers and not (present & ({*answers} | deputies)):
                new = [*sample.data["meetings"][meeting.id].get("decides", []), duty.id]
                change = put("meetings", meeting.id, "decides", new)
                yield Mutant(meeting.address, change, text=duty.id)
                break
