"""`orgspec show … --time`: the longest path of a workflow."""

from pathlib import Path

import pytest

from orgspec.cli.app import run

SPEC = """
organization: {locales: [zh, en], calendar: {days: working, holidays: [2026-11-03]}}
roles: {director: {reports_to: none}}
workflows:
  order:
    name: {zh: 订单, en: Order}
    within: 2 working days
    steps:
      enter: {name: {zh: 录入, en: Enter}, raci: director, within: 1 working day, next: [{all: [pack, bill]}]}
      pack: {name: {zh: 装箱发运, en: Pack}, raci: director, within: 4 hours, end: true}
      bill: {name: {zh: 开票, en: Bill}, raci: director, within: 1 hour, end: true}
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    (tmp_path / "orgspec.yaml").write_text(SPEC, encoding="utf-8")
    return tmp_path


def test_the_path_is_told_with_its_sums_and_what_is_left(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--lang", "en", "show", "workflow/order", "--time", "-p", str(spec)]
    assert run(asked) == 0
    assert capsys.readouterr().out.splitlines()[2:] == [
        "Longest path",
        "  step   waits  takes          so far",
        "  Enter         1 working day  1 working day",
        "  Pack          4 hours        1 working day 4 hours",
        "",
        "Other steps",
        "  step  done at the soonest   at the latest          slack",
        "  Bill  1 working day 1 hour  1 working day 4 hours  3 hours",
        "",
        "total: 1 working day 4 hours of 2 working days, 4 hours left",
    ]


def test_columns_stand_under_one_another_in_chinese_with_dates_if_asked(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--lang", "zh", "show", "order", "--from", "2026-11-02", "-p", str(spec)]
    assert run(asked) == 0
    assert capsys.readouterr().out.splitlines()[3:6] == [
        "  步骤      等待交接  时限        累计               截止",
        "  录入                1 个工作日  1 个工作日         2026-11-02",
        "  装箱发运            4 小时      1 个工作日 4 小时  2026-11-04",
    ]


def test_what_is_no_workflow_has_no_path(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--lang", "en", "show", "role/director", "--time", "-p", str(spec)]
    assert run(asked) == 2
    assert "`role/director` is none" in capsys.readouterr().err
