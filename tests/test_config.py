"""Settings put together, and the day of a check."""

import datetime as dt

import pytest

from orgspec.config import Overrides, selection_of, today_of
from orgspec.testing import compiled


def day(text: str, as_of: dt.date | None = None) -> dt.date:
    return today_of(compiled(text).organisation, Overrides(as_of=as_of))


def test_the_command_line_is_stronger_than_the_manifest() -> None:
    organisation = compiled("checks: {profile: strict, ignore: [DUT]}").organisation
    assert selection_of(organisation, Overrides()).profile == "strict"
    selection = selection_of(organisation, Overrides(profile="starter", ignore=("ORG",)))
    assert selection.profile == "starter"
    assert (selection.ignore, selection.forced_ignore) == (("DUT",), ("ORG",))


def test_without_any_setting_the_profile_is_the_default() -> None:
    assert selection_of(compiled("").organisation, Overrides()).profile == "default"


def test_the_day_asked_for_is_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert day("", dt.date(2030, 2, 3)) == dt.date(2030, 2, 3)


def test_the_clock_of_the_build_sets_the_day_in_the_organisations_zone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767222000")  # 2025-12-31 23:00 UTC
    assert day("organization: {calendar: {timezone: UTC}}") == dt.date(2025, 12, 31)
    assert day("organization: {calendar: {timezone: Asia/Shanghai}}") == dt.date(2026, 1, 1)


@pytest.mark.parametrize("epoch", ["", "soon", "²", "9" * 30, "-" + "9" * 30, "1.5"])
def test_a_clock_that_cannot_be_read_is_ignored(
    epoch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert abs(day("") - dt.datetime.now(dt.UTC).date()) <= dt.timedelta(days=1)


@pytest.mark.parametrize(
    "zone", ["Nowhere/Land", "../../etc/passwd", "''", '"a\\0b"', "x" * 300, "/"]
)
def test_an_unknown_time_zone_does_not_stop_the_check(
    zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert day(f"organization: {{calendar: {{timezone: {zone}}}}}") == dt.date(1970, 1, 2)


@pytest.mark.parametrize(
    "settings",
    [
        "{per_file: [x]}",
        "{per_file: {'**': word}}",
        "{per_file: {'**': {ignore: {a: b}}}}",
        "{per_file: {'**': {ignore: [[a], {b: c}, ~]}}}",
        "{per_file: {'**': {select: ~, severity: error}}}",
        "{per_file: {'**': {severity: {ORG: [error]}}}}",
        "{per_file: {'[': {ignore: ORG}}}",
        "{severity: {ORG: terrible}}",
        "{severity: [a]}",
        "{options: [a]}",
        "{options: {span_of_control: many, layers: [1]}}",
        "{select: {a: b}}",
        "{ignore: [~]}",
        "[a]",
        "word",
    ],
)
def test_no_setting_of_the_checks_makes_them_crash(settings: str) -> None:
    text = f"checks: {settings}\nroles: {{a: {{reports_to: ghost}}}}"
    codes = {d.code for d in compiled(text).diagnostics}
    assert "PLG002" not in codes
