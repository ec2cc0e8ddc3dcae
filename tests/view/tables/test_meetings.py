"""What the calendar of meetings shows, and which events it holds."""

from __future__ import annotations

import datetime as dt

from orgspec.document import Paragraph, plain
from orgspec.view.tables.meetings import meetings
from tests.view.organisations import graph
from tests.view.tables.reading import column, tables, titles

MEETINGS = """
organization: {name: Firm, locales: [zh, en], calendar: {timezone: Europe/Berlin}}
document: {effective: 2026-07-01}
departments: {sales: {name: {zh: 销售部, en: Sales}, head: boss}}
roles: {boss: {name: {zh: 经理, en: Boss}, department: sales, reports_to: none}}
duties: {plan: {name: {zh: 计划, en: Planning}, raci: boss}}
artifacts: {minutes: {name: {zh: 纪要, en: Minutes}}}
meetings:
  review: {name: {zh: 季度会, en: Review}, chair: boss, attendees: [sales], frequency: quarterly}
  weekly:
    name: {zh: 周会, en: Weekly}
    each: department
    chair: head
    frequency: weekly
    day: monday
    time: "09:00"
    duration: 90 minutes
    agenda: [{zh: 进度, en: Progress}]
    outputs: [minutes]
    decides: [plan]
  all: {name: {zh: 大会, en: All hands}, chair: boss, attendees: everyone, frequency: monthly, day: {zh: 每月第一个周三, en: first Wednesday}, location: {zh: 礼堂, en: Hall}}
"""


def test_the_frequent_ones_stand_first() -> None:
    table = tables(meetings(graph(MEETINGS), "en"))["Meeting calendar"]
    assert [name.split("\n")[0] for name in column(table, "Meeting")] == [
        "Weekly",
        "All hands",
        "Review",
    ]


def test_a_meeting_says_when_how_long_who_and_what_comes_of_it() -> None:
    table = tables(meetings(graph(MEETINGS), "zh"))["会议日历"]
    found = {title: column(table, title)[0] for title in titles(table)}
    assert found == {
        "会议": "周会\n每个部门各开一次",
        "时间": "每周\n周一\n09:00–10:30",
        "时长": "90 分钟",
        "主持": "部门负责人",
        "参加者": "部门成员",
        "地点 / 渠道": "",
        "议程": "进度",
        "输出": "纪要",
        "决定事项": "计划",
    }


def test_a_day_that_says_how_often_is_not_said_twice() -> None:
    assert (
        column(tables(meetings(graph(MEETINGS), "zh"))["会议日历"], "时间")[1] == "每月第一个周三"
    )
    assert column(tables(meetings(graph(MEETINGS), "en"))["Meeting calendar"], "When")[1] == (
        "Monthly\nFirst Wednesday"
    )


def test_everyone_and_departments_are_named() -> None:
    assert column(tables(meetings(graph(MEETINGS), "en"))["Meeting calendar"], "Attendees") == [
        "Members of the department", "Everyone", "Sales",
    ]  # fmt: skip


def test_meetings_without_a_day_are_named_below_and_are_no_events() -> None:
    document = meetings(graph(MEETINGS), "en")
    note = document.blocks[-1]
    assert isinstance(note, Paragraph)
    assert plain(note.text) == "No day is given for: Review."
    assert document.schedule is not None
    assert document.schedule.note == "No day is given for: Review."
    assert {event.title for event in document.schedule.events} == {"Weekly", "All hands"}


def test_an_event_begins_when_the_document_takes_effect_at_its_time() -> None:
    schedule = meetings(graph(MEETINGS), "en").schedule
    assert schedule is not None
    assert schedule.timezone == "Europe/Berlin"
    weekly, every = schedule.events
    assert (weekly.first, weekly.time, weekly.minutes) == (dt.date(2026, 7, 6), dt.time(9), 90)
    assert weekly.rule == "FREQ=WEEKLY;BYDAY=MO"
    assert (every.first, every.time, every.location) == (dt.date(2026, 7, 1), None, "Hall")
    assert "Outputs: Minutes" in weekly.description


def test_an_event_keeps_its_uid_in_every_language_and_edition() -> None:
    def uids(text: str, locale: str) -> list[str]:
        schedule = meetings(graph(text), locale).schedule
        return [event.uid for event in schedule.events] if schedule else []

    assert uids(MEETINGS, "zh") == uids(MEETINGS.replace("09:00", "10:30"), "en")
    assert len(set(uids(MEETINGS, "zh"))) == 2
    assert uids(MEETINGS, "zh") != uids(MEETINGS.replace("name: Firm", "name: Other"), "zh")


def test_without_a_date_of_the_document_the_days_do_not_depend_on_today() -> None:
    text = MEETINGS.replace("document: {effective: 2026-07-01}\n", "")
    schedule = meetings(graph(text), "en").schedule
    assert schedule is not None
    assert schedule.events[0].first == dt.date(2024, 1, 1)


def test_a_channel_that_nothing_declares_is_told_in_each_language() -> None:
    text = """
organization: {locales: [zh, en]}
meetings: {talk: {channel: {zh: 电话会, en: By phone}}, call: {channel: crm}}
systems: {crm: {name: CRM}}
"""
    for locale, title, said in (
        ("en", "Place / channel", "By phone"),
        ("zh", "地点 / 渠道", "电话会"),
    ):
        (table,) = tables(meetings(graph(text), locale)).values()
        assert sorted(column(table, title)) == sorted([said, "CRM"])


def test_meetings_without_a_day_are_named_in_the_order_of_the_table() -> None:
    text = "meetings: {rare: {frequency: yearly}, often: {frequency: monthly}}"
    note = meetings(graph(text), "en").blocks[-1]
    assert isinstance(note, Paragraph)
    assert plain(note.text) == "No day is given for: often, rare."


def test_what_an_event_decides_is_told_apart_by_semicolons() -> None:
    more = MEETINGS.replace("decides: [plan]", "decides: [plan, hire]")
    more = more.replace("duties: {", "duties: {hire: {name: Hire, raci: boss}, ")
    schedule = meetings(graph(more), "en").schedule
    assert schedule is not None
    assert "Decides: Planning; Hire" in schedule.events[0].description
