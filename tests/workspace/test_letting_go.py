"""Large specifications let the nodes of their files go, and tell the same."""

from pathlib import Path

import pytest

from orgspec.workspace import compilation, compile_path
from tests.workspace.specs import DIRECTOR, spec
from tests.workspace.told import compiled_as, told

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("sample", sorted(p.name for p in SAMPLES.iterdir() if p.is_dir()))
def test_it_tells_what_a_check_tells_that_keeps_all(
    sample: str, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = compile_path(SAMPLES / sample)
    monkeypatch.setattr(compilation, "SPARES", 0)
    spared = compile_path(SAMPLES / sample, jobs=jobs)
    assert told(spared) == told(whole)
    assert compiled_as(spared) == compiled_as(whole)


def test_only_a_file_of_which_there_is_something_to_tell_is_read_again(
    tmp_path: Path, read_again: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compilation, "SPARES", 0)
    spec(
        tmp_path,
        {
            "orgspec.yaml": "organization: {name: Acme}\n" + DIRECTOR,
            "fine.yaml": "roles: {clerk: {reports_to: director}}\n",
            "wrong.yaml": "roles: {porter: {reports_to: nobody-here}}\n",
        },
    )
    codes = {d.code for d in compile_path(tmp_path).diagnostics}
    assert "REF001" in codes
    assert read_again.count("wrong.yaml") == 1
    assert "orgspec.yaml" not in read_again


def test_an_id_that_two_files_declare_is_told_with_both_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {
        "orgspec.yaml": DIRECTOR,
        "one.yaml": "roles: {clerk: {reports_to: director}}\n",
        "two.yaml": "\nroles: {clerk: {reports_to: director}}\n",
    }
    spec(tmp_path, files)
    whole = told(compile_path(tmp_path))
    monkeypatch.setattr(compilation, "SPARES", 0)
    assert told(compile_path(tmp_path)) == whole
    assert any("one.yaml" in str(each) and "two.yaml" in str(each) for each in whole)
