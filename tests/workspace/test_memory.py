"""A check that remembers the one before: it does less and tells the same."""

import random
from pathlib import Path

import pytest

from orgspec.syntax.limits import Limits
from orgspec.workspace import Compilation, compile_path
from orgspec.workspace.memory import Memory
from tests.workspace.edits import edited
from tests.workspace.specs import spec
from tests.workspace.told import compiled_as, told

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def texts_of(folder: Path) -> dict[str, str]:
    """The files of a specification."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.yaml"))
    }


def same(one: Compilation, other: Compilation) -> None:
    """Assert that two checks came to the same."""
    assert compiled_as(one) == compiled_as(other)
    assert told(one) == told(other)


@pytest.mark.parametrize("sample", ["small-firm", "software-team", "broken"])
def test_after_any_edits_it_tells_what_a_fresh_check_tells(sample: str) -> None:
    folder, memory = SAMPLES / sample, Memory()
    chance = random.Random(sample)
    texts = texts_of(folder)
    for turn in range(10):
        now = compile_path(folder, texts=texts, memory=memory)
        same(now, compile_path(folder, texts=texts))
        fewer = dict(random.Random(turn).sample(sorted(texts.items()), len(texts) // 2))
        texts = edited({**texts_of(folder), **fewer} if turn % 4 == 3 else texts, chance)


def test_a_file_that_has_not_changed_is_not_read_again(tmp_path: Path) -> None:
    files = {"orgspec.yaml": "roles: {boss: {reports_to: none}}\n", "b.yaml": "roles: {b: Bo}\n"}
    spec(tmp_path, files)
    memory = Memory()
    first = compile_path(tmp_path, memory=memory)
    spec(tmp_path, {"b.yaml": "roles: {b: Bob}\n"})
    second = compile_path(tmp_path, memory=memory)
    assert second.program.origins["role/boss"].source is first.program.origins["role/boss"].source
    assert second.organisation.roles["b"].in_("en") == "Bob"


def test_files_come_and_go(tmp_path: Path) -> None:
    memory = Memory()
    spec(tmp_path, {"orgspec.yaml": "roles: {boss: {reports_to: none}}\n"})
    compile_path(tmp_path, memory=memory)
    spec(tmp_path, {"a.yaml": "roles: {clerk: {reports_to: boss}}\n"})
    same(compile_path(tmp_path, memory=memory), compile_path(tmp_path))
    (tmp_path / "a.yaml").unlink()
    same(compile_path(tmp_path, memory=memory), compile_path(tmp_path))


def test_an_id_that_another_file_takes_is_told_where_it_comes_second(tmp_path: Path) -> None:
    memory = Memory()
    files = {"orgspec.yaml": "", "a.yaml": "roles: {x: A}\n", "b.yaml": "people: {y: B}\n"}
    spec(tmp_path, files)
    compile_path(tmp_path, memory=memory)
    for text in ("roles: {y: A}\n", "roles: {z: A, y: B}\n", "people: {y: B}\n", "roles: {x: A}\n"):
        spec(tmp_path, {"a.yaml": text})
        same(compile_path(tmp_path, memory=memory), compile_path(tmp_path))


def test_other_locales_read_every_text_anew(tmp_path: Path) -> None:
    memory = Memory()
    spec(tmp_path, {"a.yaml": "roles: {x: {name: {en: X, de: X}}}\n"})
    for locales in ("[en]", "[en, de]", "[zh, en]"):
        spec(tmp_path, {"orgspec.yaml": f"organization: {{name: N, locales: {locales}}}\n"})
        same(compile_path(tmp_path, memory=memory), compile_path(tmp_path))


def test_a_reference_may_come_to_mean_something_else(tmp_path: Path) -> None:
    memory = Memory()
    many = "roles: {a: {reports_to: b}, b: {reports_to: none}, c: {reports_to: b}}\n"
    spec(tmp_path, {"orgspec.yaml": "", "a.yaml": many, "d.yaml": "roles: {d: {reports_to: b}}\n"})
    compile_path(tmp_path, memory=memory)
    for text in (
        "roles: {d: {reports_to: a}}\n",  # nobody named `a` before
        "roles: {d: {reports_to: nobody}}\n",
        "roles: {d: {}}\n",
        "roles: {d: {reports_to: b, deputy: c}}\n",
        "roles: {d: {reports_to: [b, c]}}\n",
        "roles: {e: {reports_to: d}}\n",
    ):
        spec(tmp_path, {"d.yaml": text})
        same(compile_path(tmp_path, memory=memory), compile_path(tmp_path))


def test_limits_are_heeded_though_the_text_is_known(tmp_path: Path) -> None:
    memory = Memory()
    spec(tmp_path, {"orgspec.yaml": "", "a.yaml": "roles: {a: A, b: B}\n", "b.yaml": "roles: [c]"})
    for limits in (Limits(), Limits(entities=1), Limits(depth=2), Limits()):
        same(
            compile_path(tmp_path, memory=memory, limits=limits),
            compile_path(tmp_path, limits=limits),
        )
