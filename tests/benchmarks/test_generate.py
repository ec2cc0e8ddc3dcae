"""The organisations that benchmarks are run on are sound, and the same each time."""

import subprocess
import sys
from pathlib import Path

import pytest

from orgspec.workspace import compile_path

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "generate.py"


def generate(roles: int, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(SCRIPT), str(roles), str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("roles", [40, 47, 230])
def test_a_made_up_organisation_has_its_roles_and_nothing_to_find(
    roles: int, tmp_path: Path
) -> None:
    assert generate(roles, tmp_path).returncode == 0
    compilation = compile_path(tmp_path)
    assert len(compilation.organisation.roles) == roles
    found = {f"{d.code} {d.address}: {d.message.in_('en')}" for d in compilation.shown}
    assert found == set()


def test_the_same_size_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    for folder in (first, second):
        generate(60, folder)
    files = sorted(path.relative_to(first) for path in first.rglob("*.yaml"))
    assert files == sorted(path.relative_to(second) for path in second.rglob("*.yaml"))
    for path in files:
        assert (first / path).read_bytes() == (second / path).read_bytes()


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("keep me")
    made = generate(60, tmp_path)
    assert made.returncode == 1
    assert "not empty" in made.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_too_small_a_size_is_refused(tmp_path: Path) -> None:
    made = generate(10, tmp_path / "small")
    assert made.returncode == 1
    assert "40 roles" in made.stderr
