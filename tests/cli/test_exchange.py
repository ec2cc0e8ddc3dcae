"""`orgspec import` and `orgspec export`."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgspec.cli.app import run
from orgspec.resources import folder

FILES = Path(__file__).parents[1] / "interchange" / "files"
PURCHASE = str(FILES / "purchase.bpmn")


def test_an_import_writes_a_specification_that_check_reads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["import", "bpmn", PURCHASE, "-o", str(tmp_path / "spec")]) == 0
    out, err = capsys.readouterr()
    assert "workflows/buying.yaml" in out
    assert "purchase.bpmn:" in err and "1 × `group` left out" in err
    assert run(["check", str(tmp_path / "spec"), "--select", "SYN,REF001,WFL001"]) == 0


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "parties.yaml").write_text("roles: {}", encoding="utf-8")
    assert run(["import", "bpmn", PURCHASE, "-o", str(tmp_path)]) == 2
    assert "is there already; nothing was written" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["parties.yaml"]


def test_an_import_goes_to_standard_output_as_one_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["import", "bpmn", PURCHASE, "--quiet"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("orgspec: 1\norganization: {name: Small Works}\n")
    assert err == ""


def test_a_bad_file_is_told_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.bpmn"
    path.write_bytes(b"<a>\n</b>")
    assert run(["import", "bpmn", str(path), "--lang", "zh"]) == 2
    assert f"{path.as_posix()}:2:3：不是格式良好的 XML" in capsys.readouterr().err
    assert run(["import", "bpmn", str(tmp_path / "none.bpmn")]) == 2
    assert run(["import", "visio", PURCHASE]) == 2
    assert "nothing reads the format `visio`; there are `bpmn`" in capsys.readouterr().err


def test_an_export_writes_a_file_and_says_what_it_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample, target = str(folder("samples") / "trade-department"), tmp_path / "x.bpmn"
    assert run(["export", "bpmn", sample, "order-processing", "-o", str(target)]) == 0
    assert target.read_bytes().startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<bpmn:def')
    assert "duties left out" in capsys.readouterr().err


def test_wrong_use_of_export_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    sample = str(folder("samples") / "trade-department")
    assert run(["export", "visio", sample]) == 2
    assert run(["export", "bpmn", sample, "order-procesing"]) == 2
    assert "did you mean `workflow/order-processing`" in capsys.readouterr().err
    assert run(["export", "bpmn", sample, "--locale", "fr"]) == 2
    assert run(["export", "bpmn", sample, "-o", f"{PURCHASE}/x.bpmn"]) == 2
    assert "cannot be written" in capsys.readouterr().err
