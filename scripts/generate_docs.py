"""Writes what the code knows about itself: reference, pages, schema, messages, help.

python -m scripts.generate_docs            # write
python -m scripts.generate_docs --check    # exit 1 if a file differs from what is generated
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from orgspec.analysis.explanation import explain
from orgspec.analysis.registry import registry
from orgspec.analysis.rule import Rule, page_of
from orgspec.model.schema import NAME, json_schema
from scripts import form_names, help_pages, messages, separations
from scripts.reference import page

ROOT = Path(__file__).resolve().parents[1]
CHECKS = "docs/checks"
_FAMILIES = {
    "SYN": ("Reading files", "读取文件"),
    "REF": ("Names and references", "名称与引用"),
    "ORG": ("Structure", "组织结构"),
    "STF": ("Staffing", "人员配置"),
    "RAC": ("Responsibility", "责任分配"),
    "DUT": ("Duties", "职责"),
    "WFL": ("Workflows", "流程"),
    "TIM": ("Time", "时限"),
    "HND": ("Handoffs", "交接"),
    "AUT": ("Authority", "权限"),
    "SOD": ("Segregation of duties", "不相容职务分离"),
    "KPI": ("KPIs", "考核指标"),
    "MTG": ("Meetings", "会议"),
    "RSK": ("Risks", "风险"),
    "GLO": ("Glossary and naming", "术语与命名"),
    "I18N": ("Languages", "多语言"),
    "JD": ("Documents", "文件"),
    "CHG": ("Changes and suppressions", "变更与抑制"),
    "PLG": ("Plugins", "插件"),
}


def generated() -> dict[str, bytes]:
    """Path below the repository → content, of every file that is generated."""
    texts = {
        "docs/language.md": page("en"),
        "docs/language.zh.md": page("zh"),
        "docs/separations.md": separations.page(0),
        "docs/separations.zh.md": separations.page(1),
        "docs/templates.md": form_names.page(ROOT / "docs/templates.md", 0),
        "docs/templates.zh.md": form_names.page(ROOT / "docs/templates.zh.md", 1),
        f"schemas/{NAME}": json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n",
        f"{CHECKS}/README.md": _index(0),
        f"{CHECKS}/README.zh.md": _index(1),
    }
    for rule in _rules():
        texts[f"{CHECKS}/{rule.code}.md"] = explain(rule, "en")
        texts[f"{CHECKS}/{rule.code}.zh.md"] = explain(rule, "zh")
    texts |= help_pages.pages()
    files = {path: text.encode() for path, text in texts.items()}
    return files | {messages.PATH: messages.compiled()}


def stale() -> list[str]:
    """Files that differ from what is generated, are missing, or are of a rule that is gone."""
    files = generated()
    wrong = [path for path, data in files.items() if _content(ROOT / path) != data]
    return sorted([*wrong, *_left_over(files)])


def write() -> None:
    """Write every file, and delete pages of rules that are gone."""
    files = generated()
    for path, data in files.items():
        target = ROOT / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if _content(target) != data:
            target.write_bytes(data)
    for path in _left_over(files):
        (ROOT / path).unlink()


def _content(path: Path) -> bytes:
    """What a file holds; nothing if it is not there."""
    return path.read_bytes() if path.is_file() else b""


def _left_over(files: dict[str, bytes]) -> Iterator[str]:
    """Pages in the folder of checks that nothing generates any more."""
    for path in sorted((ROOT / CHECKS).glob("*.md")):
        name = path.relative_to(ROOT).as_posix()
        if name not in files:
            yield name


def _rules() -> list[Rule]:
    """The built-in rules by code; plugins that happen to be installed are left out."""
    rules = registry().rules.values()
    return [rule for rule in rules if rule.check.__module__.startswith("orgspec.")]


def _index(language: int) -> str:
    """The list of all checks by family; `language` is 0 for English, 1 for Chinese."""
    rules = _rules()
    lines = [
        ("# Checks", "# 检查项")[language],
        "",
        ("[中文](README.zh.md)", "[English](README.md)")[language],
        "",
        (
            f"{len(rules)} checks. `orgspec explain CODE` prints the same page on the terminal, "
            "`orgspec rules` lists them with the settings of your specification. An error makes "
            "`build` refuse; a warning is a likely defect; an info is a question worth asking.",
            f"共 {len(rules)} 项检查。`orgspec explain 代码` 在终端输出同样的说明，`orgspec rules` "
            "按你的规范设置列出全部检查。错误会使 `build` 拒绝生成；警告是很可能的缺陷；提示是值得一问的问题。",
        )[language],
    ]
    for family, titles in _FAMILIES.items():
        mine = [rule for rule in rules if rule.family == family]
        if mine:
            lines += ["", f"## {family} · {titles[language]}", "", *_rows(mine, language)]
    unknown = {rule.family for rule in rules} - _FAMILIES.keys()
    if unknown:
        raise SystemExit(f"name these families in {Path(__file__).name}: {sorted(unknown)}")
    return "\n".join(lines) + "\n"


def _rows(rules: list[Rule], language: int) -> Iterator[str]:
    """A family's checks as a table."""
    yield ("| Code | Name | Severity | Finds |", "| 代码 | 名称 | 级别 | 发现什么 |")[language]
    yield "|---|---|---|---|"
    levels = {"error": "错误", "warning": "警告", "info": "提示"}
    for rule in rules:
        level = levels[rule.severity.value] if language else rule.severity.value
        summary = _joined(page_of(rule).summary[language]).replace("|", "\\|")
        suffix = ".zh" if language else ""
        yield f"| [{rule.code}]({rule.code}{suffix}.md) | `{rule.name}` | {level} | {summary} |"


def _joined(text: str) -> str:
    """Lines as one; between Chinese lines there is no space."""
    whole = " ".join(text.split())
    return re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u4e00-\u9fff])", "", whole)


def main() -> int:
    """Write the files, or say which are stale."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if stale")
    if not parser.parse_args().check:
        write()
        return 0
    wrong = stale()
    for path in wrong:
        print(f"stale: {path}")
    if wrong:
        print("run: python -m scripts.generate_docs")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
