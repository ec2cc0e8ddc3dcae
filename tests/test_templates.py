"""What `orgspec init` gives people to start from is sound."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from orgspec.resources import folder
from orgspec.workspace import compile_path
from orgspec.workspace.starting import start

INIT = folder("templates") / "init"


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_the_minimal_specification_has_nothing_to_find(locale: str, tmp_path: Path) -> None:
    start(tmp_path, None, locale)
    compilation = compile_path(tmp_path)
    assert [(d.code, d.address) for d in compilation.diagnostics] == []
    assert len(compilation.organisation.duties) >= 3


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_the_editor_line_names_the_schema_that_is_written_beside_it(
    locale: str, tmp_path: Path
) -> None:
    written = start(tmp_path, None, locale)
    first = (tmp_path / "orgspec.yaml").read_text("utf-8").splitlines()[0]
    schema = tmp_path / first.partition("$schema=")[2]
    assert schema in written
    assert schema.is_file()


def test_both_locales_start_with_an_organisation_of_one_shape() -> None:
    shapes = []
    for locale in ("zh", "en"):
        organisation = compile_path(INIT / locale).organisation
        tables = ("department", "function", "role", "duty", "artifact")
        shapes.append([len(organisation.table(kind)) for kind in tables])
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("name", ["orgspec-workflow.yml", "pre-commit-config.yaml"])
def test_what_runs_the_check_elsewhere_is_yaml_and_runs_it(name: str) -> None:
    text = (INIT / name).read_text("utf-8")
    assert isinstance(yaml.safe_load(text), dict)
    assert "orgspec check" in text
