"""`orgspec render department` and `orgspec render agreement`."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgspec.cli.app import run
from orgspec.resources import folder

SITE = str(folder("samples") / "trade-site")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["department", "operations"], "# Department charter\n\nOperations Department"),
        (["departments", "department/sales"], "Sales Department"),
        (["agreement", "sales--marketing"], "between Marketing Department and Sales Department"),
        (["agreement", "department/sales", "finance"], "between Sales Department and Finance"),
    ],
)
def test_a_document_of_one_department_or_of_two(
    words: list[str], says: str, tmp_path: Path
) -> None:
    out = tmp_path / "made.md"
    assert run(["render", *words, "-o", str(out), "-p", SITE, "--locale", "en"]) == 0
    assert says in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["agreement", "marketing--finance"], "`marketing` and `finance` do not work together"),
        (["agreement", "trade-site", "sales"], "`trade-site` works together with no other"),
        (
            ["agreement", "sales--finanse"],
            "there is no department `finanse`; did you mean `finance`?",
        ),
        (["agreement"], "name two departments"),
        (["agreement", "sales"], "name two departments"),
        (["department"], "name a department"),
        (["department", "salse"], "`department/sales`"),
        (["department", "sales", "finance"], "is about one thing"),
    ],
)
def test_wrong_use_says_what_would_be_right(
    words: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["render", *words, "-f", "md", "-o", "-", "-p", SITE]) == 2
    assert says in capsys.readouterr().err
