"""A workflow without steps cannot be drawn, and says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgspec.cli.app import run


def test_a_workflow_without_steps_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = tmp_path / "orgspec.yaml"
    spec.write_text("roles: {a: {reports_to: none}}\nworkflows: {w: {owner: a}}\n", "utf-8")
    asked = ["render", "workflow", "w", "-p", str(tmp_path), "--draft", "-f", "svg"]
    asked += ["-o", str(tmp_path / "w.svg")]
    assert run(["--lang", "en", *asked]) == 2
    assert "workflow `w` has no steps" in capsys.readouterr().err
    assert run(["--lang", "zh", *asked]) == 2
    assert "流程 `w` 没有步骤" in capsys.readouterr().err
    assert not (tmp_path / "w.svg").exists()
