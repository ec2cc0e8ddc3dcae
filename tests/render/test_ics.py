"""What a calendar file holds, as RFC 5545 has it."""

from __future__ import annotations

import datetime as dt

import pytest

from orgspec.document import Document, Event, Schedule
from orgspec.render.ical.lines import folded, text
from orgspec.render.ical.zone import zone_lines, zone_of
from orgspec.render.ics import render

MEETING = Event(
    "abc@orgspec", "周会, 销售; 全员", dt.date(2026, 7, 6), "FREQ=WEEKLY;BYDAY=MO",
    dt.time(9), 90, "主持：经理\n输出：" + "很长的纪要" * 20, "会议室 \\ 一楼",
)  # fmt: skip


def document(*events: Event, zone: str = "Asia/Shanghai", **others: str) -> Document:
    schedule = Schedule(events, zone, dt.date(2026, 7, 1), others.pop("note", ""))
    return Document("会议日历", "zh", "远航", (), schedule=schedule, **others)  # type: ignore[arg-type]


def lines(*events: Event, zone: str = "Asia/Shanghai", **others: str) -> list[str]:
    """The content lines, unfolded."""
    written = render(document(*events, zone=zone, **others)).decode()
    return written.replace("\r\n ", "").split("\r\n")


def test_lines_end_with_crlf_and_hold_at_most_75_octets() -> None:
    data = render(document(MEETING))
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75


@pytest.mark.parametrize("line", ["a" * 300, "漢" * 100, "a漢" * 80, "😀" * 50, "x" * 75, ""])
def test_folding_cuts_no_character_and_loses_nothing(line: str) -> None:
    pieces = folded(line).encode().split(b"\r\n")
    assert all(len(piece) <= 75 and piece.decode() is not None for piece in pieces)
    assert folded(line).replace("\r\n ", "") == line


def test_text_is_escaped_so_that_it_cannot_become_a_property() -> None:
    assert text("a;b,c\\d\ne\r\nBEGIN:VEVENT") == "a\\;b\\,c\\\\d\\ne\\nBEGIN:VEVENT"
    assert text("bell\x07, tab\t") == "bell\\, tab "


def test_an_event_has_a_stamp_a_begin_in_its_zone_a_length_and_a_rule() -> None:
    found = lines(MEETING)
    begin = found.index("BEGIN:VEVENT")
    assert found[begin + 1 : begin + 7] == [
        "UID:abc@orgspec",
        "DTSTAMP:20260701T000000Z",
        "DTSTART;TZID=Asia/Shanghai:20260706T090000",
        "DURATION:PT1H30M",
        "RRULE:FREQ=WEEKLY;BYDAY=MO",
        "SUMMARY:周会\\, 销售\\; 全员",
    ]
    assert "LOCATION:会议室 \\\\ 一楼" in found


def test_without_a_time_it_takes_the_whole_day() -> None:
    found = lines(Event("u", "Day", dt.date(2026, 12, 31), "FREQ=DAILY", minutes=60))
    assert "DTSTART;VALUE=DATE:20261231" in found
    assert "DTEND;VALUE=DATE:20270101" in found


def test_the_zone_is_written_out_before_it_is_used() -> None:
    found = lines(MEETING)
    assert found.index("TZID:Asia/Shanghai") < found.index("BEGIN:VEVENT")
    assert "TZOFFSETTO:+0800" in found


def test_summer_time_is_a_rule_where_it_follows_one() -> None:
    berlin = zone_of("Europe/Berlin")
    assert berlin is not None
    found = zone_lines("Europe/Berlin", berlin, dt.date(2026, 7, 1))
    assert "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" in found
    assert "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU" in found
    assert "DTSTART:20260329T020000" in found
    york = zone_of("America/New_York")
    assert york is not None
    rules = zone_lines("America/New_York", york, dt.date(2026, 7, 1))
    assert "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU" in rules


def test_summer_time_without_a_rule_is_written_date_by_date() -> None:
    zone = zone_of("Africa/Casablanca")
    assert zone is not None
    found = zone_lines("Africa/Casablanca", zone, dt.date(2026, 1, 1))
    assert any(line.startswith("RDATE:2026") for line in found)
    assert not any(line.startswith("RRULE") for line in found)


@pytest.mark.parametrize("zone", ["Nowhere/Atall", "", "../etc/passwd", "A\r\nBEGIN:VALARM"])
def test_times_float_where_the_zone_is_not_known(zone: str) -> None:
    found = lines(MEETING, zone=zone)
    assert "DTSTART:20260706T090000" in found
    assert not any("TZID" in line or "VALARM" in line for line in found)


def test_the_calendar_has_the_name_of_the_document_and_its_note() -> None:
    found = lines(MEETING, note="未写明开会日期：季度会。", draft="草稿")
    assert "X-WR-CALNAME:草稿 · 远航 · 会议日历" in found
    assert "X-WR-CALDESC:未写明开会日期：季度会。" in found


def test_a_document_without_a_schedule_is_a_calendar_without_events() -> None:
    data = render(Document("Risks", "en", "", ())).decode()
    assert data.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert "VEVENT" not in data


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render(document(MEETING)) == render(document(MEETING))
