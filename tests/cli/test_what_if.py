"""`orgspec what-if`: the command, its forms, its languages, wrong use."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from orgspec.cli.app import run
from orgspec.report.columns import width

ROOT = Path(__file__).resolve().parents[2]
FIRM = """
organization: {name: 山海商行, locales: [zh]}
departments:
  store: {name: 门店, head: manager, functions: {selling: {name: 销售}}}
roles:
  manager: {name: 店长, reports_to: none, department: store}
  seller: {name: 店员, reports_to: manager, department: store, deputy: manager}
people:
  wang: {name: 王芳, holds: manager}
  li: {name: 李明, holds: seller}
duties:
  sell: {name: 接待顾客, fulfils: store/selling, raci: {A: manager, R: seller}}
  settle: {name: 日结, raci: manager}
workflows:
  return:
    name: 退货
    owner: manager
    steps:
      take: {name: 收货, raci: {A: manager, R: seller}, next: refund}
      refund: {name: 退款, raci: manager, end: true}
"""


@pytest.fixture
def firm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    for name in ("ORGSPEC_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "orgspec.yaml").write_text(FIRM, encoding="utf-8")
    return str(tmp_path)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    status = run(["what-if", *arguments])
    taken = capsys.readouterr()
    return status, taken.out + taken.err


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said(capsys, *arguments, "--format", "json")[1])
    return found


def test_it_begins_with_a_sentence_and_fails_where_work_is_left(
    firm: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, text = said(capsys, "--remove", "person/wang", "--lang", "zh")
    assert status == 1
    assert text.splitlines()[0] == (
        "没有 `王芳` 后：4 项工作无人负责，1 项职责无人执行，1 个步骤卡住，1 个流程走不到终点，"
        "1 个部门没有负责人，1 个岗位空缺且无人代理。"
    )


def test_the_chain_runs_from_the_function_to_the_person(
    firm: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _, text = said(capsys, "--remove", "wang", "--lang", "zh")
    [line] = [line for line in text.splitlines() if "接待顾客" in line]
    assert line.split() == ["销售", "接待顾客", "店长", "王芳", "orgspec.yaml:12"]


def test_chinese_columns_stand_under_one_another(
    firm: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _, text = said(capsys, "--remove", "wang", "--lang", "zh")
    starts = {width(line[: line.index("王芳")]) for line in text.splitlines()[4:8]}
    assert len(starts) == 1


def test_nothing_is_left_without_where_a_deputy_stands_in(
    firm: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, text = said(capsys, "--remove", "li")
    assert status == 0
    assert text.startswith(
        "Without `李明`: nothing is left without somebody. Deputies take over 1 duty.\n"
    )
    assert "王芳" in text


def test_it_is_quiet_where_nothing_happens(firm: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("orgspec.yaml").write_text(FIRM + "partners: {bank: {name: 银行, contact: manager}}\n")
    status, text = said(capsys, "--remove", "bank", "--lang", "zh")
    assert (status, text) == (0, "没有 `银行` 后：没有任何工作落空。\n")


def test_several_go_at_once_in_every_way_of_writing(
    firm: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ways = (
        ("--remove", "wang", "--remove", "li"),
        ("--remove", "wang,li"),
        ("--remove", "wang", "li"),
        (firm, "--remove", "wang", "li"),
    )
    answers = {said(capsys, *way) for way in ways}
    assert len(answers) == 1
    assert next(iter(answers))[1].startswith("Without `王芳`, `李明`: nobody answers for")


def test_the_json_form_names_everything_by_address(
    firm: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = as_json(capsys, "--remove", "wang")
    assert told["version"] == 1
    assert told["change"] == {"remove": ["person/wang"]}
    assert told["harmless"] is False
    assert told["lacks"][0] == {
        "missing": "accountable",
        "address": "duty/sell",
        "name": "接待顾客",
        "functions": ["function/store/selling"],
        "duty": "duty/sell",
        "roles": ["role/manager"],
        "people": ["person/wang"],
        "path": "orgspec.yaml",
        "line": 12,
    }


def test_the_json_form_tells_who_takes_over_what(
    firm: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = as_json(capsys, "--remove", "li")
    assert told["lacks"] == []
    assert told["deputies"] == [
        {
            "role": "role/seller",
            "deputy": "role/manager",
            "people": ["person/wang"],
            "takes_over": [
                {"address": "duty/sell", "letters": "R"},
                {"address": "step/return/take", "letters": "R"},
            ],
        }
    ]


def test_the_markdown_form_has_a_table_a_section(
    firm: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _, text = said(capsys, "--remove", "wang", "--format", "markdown", "--lang", "zh")
    assert "### 无人执行\n\n| 职能 | 职责 | 岗位 | 目前由 |\n|---|---|---|---|\n" in text
    assert "| — | 日结 | 店长 | 王芳 |" in text


def test_two_posts_become_one(firm: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = as_json(capsys, "--merge", "manager", "role/seller", "--lang", "zh")
    assert told["change"] == {"merge": ["role/manager", "role/seller"]}
    assert told["summary"] == "将 `店员` 并入 `店长` 后：没有任何工作落空。"
    assert told["harmless"] is True


def test_findings_stand_on_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    status, text = said(capsys, str(ROOT / "samples/small-firm"), "--merge", "roaster", "cupper")
    assert status == 1
    assert "Separations broken (1)\n  error[SOD001]: `Roaster` does two things" in text


@pytest.mark.parametrize(("page", "locale"), [("what-if.md", "en"), ("what-if.zh.md", "zh")])
def test_the_page_shows_what_is_really_said(
    page: str, locale: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    written = (ROOT / "docs" / page).read_text(encoding="utf-8")
    shown = re.findall(
        r"```console\n\$ orgspec ([^\n]*)\n```\n\n```text\n(.*?)```\n", written, re.DOTALL
    )
    assert len(shown) == 3
    for command, text in shown:
        run([*command.split(), "--lang", locale, "--no-color"])
        assert capsys.readouterr().out == text


# --- wrong use ---


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "say either what to `--remove` or which two roles to `--merge`"),
        (
            ("--remove", "li", "--merge", "manager", "seller"),
            "say either what to `--remove` or which two roles to `--merge`",
        ),
        (("--remove", "wnag"), "did you mean `wang`?"),
        (("--remove", "role/seler"), "did you mean `role/seller`?"),
        (("--remove", "王芳"), "did you mean `person/wang`?"),
        (("--remove", "zzzzzzzz"), "write an address such as"),
        (("--remove", "sell"), "`duty/sell` is neither person, role, department"),
        (("--remove", "wang", "nowhere"), "nothing is declared as `nowhere`"),
        (("--merge", "manager", "li"), "`person/li` is no role"),
        (("--merge", "manager", "manager"), "`role/manager` cannot become part of itself"),
        (("--merge", "manager"), "2"),
        ((".", "x", "--merge", "manager", "seller"), "`--merge` takes two roles and no `x`"),
        (("nowhere", "--merge", "manager", "seller"), "nowhere"),
        (("--remove", "li", "--format", "yaml"), "yaml"),
    ],
)
def test_wrong_use_says_what_is_wrong(
    arguments: tuple[str, ...], message: str, firm: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, text = said(capsys, *arguments)
    assert status == 2
    assert message in text


def test_wrong_use_speaks_chinese_too(firm: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, text = said(capsys, "--remove", "wnag", "--lang", "zh")
    assert status == 2
    assert text == "错误：`wnag` 没有声明；是否想写 `wang`？\n"


def test_nothing_is_written(firm: str, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "--remove", "wang", "li")
    assert [path.name for path in Path(firm).iterdir()] == ["orgspec.yaml"]
    assert Path(firm, "orgspec.yaml").read_text(encoding="utf-8") == FIRM


def test_a_file_that_cannot_be_parsed_is_told_of(
    firm: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("more.yaml").write_text("risks: [\n", encoding="utf-8")
    status, text = said(capsys, "--remove", "wang")
    assert status == 1
    assert "a file cannot be parsed, and what it declares is left out" in text
    assert "not judged while a file cannot be parsed" in text
