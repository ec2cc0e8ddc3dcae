"""What a check of a large specification leaves for the next process that checks it."""

import random
import shutil
from pathlib import Path

import pytest

from orgspec import remembering
from orgspec.syntax.limits import DEFAULT_LIMITS, Limits
from orgspec.workspace import Compilation, compile_path, keeping
from orgspec.workspace.keeping import Kept, keep, kept_at
from tests.workspace.edits import edited
from tests.workspace.specs import spec
from tests.workspace.told import compiled_as, told

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own; whatever still holds is taken up, however little it is."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("ORGSPEC_CACHE_DIR", str(folder))
    monkeypatch.setattr(keeping, "_PAYS", 0.0)
    return folder


def texts_of(folder: Path) -> dict[str, str]:
    """The files of a specification."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.yaml"))
    }


def kept(folder: Path, limits: Limits = DEFAULT_LIMITS) -> Kept:
    """What is kept of a specification."""
    found = kept_at(folder, limits)
    assert found is not None
    return found


def after(folder: Path) -> Compilation:
    """Assert that with what is kept a check tells what it tells without."""
    now, fresh = compile_path(folder, memory=kept(folder).memory), compile_path(folder)
    assert told(now) == told(fresh)
    assert compiled_as(now) == compiled_as(fresh)
    return now


@pytest.mark.parametrize("sample", sorted(p.name for p in SAMPLES.iterdir() if p.is_dir()))
def test_what_is_kept_is_what_was_there(sample: str) -> None:
    folder = SAMPLES / sample
    compilation = compile_path(folder)
    keep(compilation, DEFAULT_LIMITS)
    now = after(folder)
    assert repr(list(now.organisation.entities())) == repr(
        list(compilation.organisation.entities())
    )


@pytest.mark.parametrize("sample", ["small-firm", "software-team", "broken"])
def test_after_any_edits_a_check_tells_what_a_fresh_one_tells(sample: str, tmp_path: Path) -> None:
    folder, chance = tmp_path / "spec", random.Random(sample)
    shutil.copytree(SAMPLES / sample, folder)
    texts = texts_of(folder)
    keep(compile_path(folder), DEFAULT_LIMITS)
    for turn in range(10):
        texts = edited(texts, chance)
        shutil.rmtree(folder)
        gone = chance.choice(sorted(texts.keys() - {"orgspec.yaml"})) if turn % 4 == 3 else ""
        spec(folder, {path: text for path, text in texts.items() if path != gone})
        now = after(folder)
        if turn % 3 == 2:
            keep(now, DEFAULT_LIMITS)


FILES = {
    "orgspec.yaml": "organization: {name: N, locales: [en]}\nroles: {boss: {reports_to: none}}\n",
    "a.yaml": "roles:\n  clerk: {name: Clerk, reports_to: boss}\n  maker: {reports_to: boss}\n",
    "b.yaml": "duties: {selling: {name: Selling, raci: clerk}}\n",
}


def test_a_file_that_has_not_changed_is_read_only_when_somebody_asks_for_a_place(
    tmp_path: Path, read_again: list[str]
) -> None:
    folder = spec(tmp_path / "spec", FILES)
    keep(compile_path(folder), DEFAULT_LIMITS)
    now = compile_path(folder, memory=kept(folder).memory)
    assert read_again == ["orgspec.yaml"]
    assert now.program.origins["duty/selling"].span(("raci",)).start > 0
    assert read_again == ["orgspec.yaml", "b.yaml"]


def test_other_locales_and_a_taken_id_lower_the_files_anew(tmp_path: Path) -> None:
    folder = spec(tmp_path / "spec", FILES)
    keep(compile_path(folder), DEFAULT_LIMITS)
    spec(folder, {"orgspec.yaml": FILES["orgspec.yaml"].replace("[en]", "[zh, en]")})
    after(folder)
    spec(folder, {"orgspec.yaml": FILES["orgspec.yaml"] + "duties: {selling: {}}\n"})
    after(folder)


def test_keys_of_ones_own_and_ids_in_capitals_are_kept(tmp_path: Path) -> None:
    own = "roles: {Clerk: {reports_to: boss, x-a: {b: [1, {c: d}], e: ~}}}\nx-mine: {y: z}\n"
    folder = spec(tmp_path / "spec", {**FILES, "c.yaml": own, "a.yaml": ""})
    keep(compile_path(folder), DEFAULT_LIMITS)
    spec(folder, {"d.yaml": "roles: {CLERK: {}}\n"})
    assert after(folder).organisation.roles["Clerk"].extra == {
        "x-a": {"b": ["1", {"c": "d"}], "e": None}
    }


def test_too_little_that_holds_is_not_taken_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "_PAYS", 0.75)
    folder = spec(tmp_path / "spec", FILES)
    keep(compile_path(folder), DEFAULT_LIMITS)
    assert kept_at(folder, DEFAULT_LIMITS) is not None
    spec(folder, {"a.yaml": "roles: {maker: {reports_to: boss}, clerk: {reports_to: boss}}\n"})
    assert kept_at(folder, DEFAULT_LIMITS) is None


def test_it_does_for_the_next_check_until_an_id_or_much_has_changed(tmp_path: Path) -> None:
    folder = spec(tmp_path / "spec", {**FILES, "c.yaml": f"glossary: {{x: {'a' * 9999}}}\n"})
    keep(compile_path(folder), DEFAULT_LIMITS)
    assert kept(folder).will_do(compile_path(folder))
    spec(folder, {"b.yaml": FILES["b.yaml"].replace("Selling", "Sales")})
    assert kept(folder).will_do(compile_path(folder))
    spec(folder, {"b.yaml": FILES["b.yaml"].replace("selling", "sales")})
    assert not kept(folder).will_do(compile_path(folder))
    spec(folder, {"b.yaml": FILES["b.yaml"], "c.yaml": "glossary: {x: y}\n"})
    assert not kept(folder).will_do(compile_path(folder))


def test_what_is_damaged_missing_or_of_other_limits_is_not_taken_up(
    tmp_path: Path, cache: Path
) -> None:
    folder = spec(tmp_path / "spec", FILES)
    assert kept_at(folder, DEFAULT_LIMITS) is None
    keep(compile_path(folder), DEFAULT_LIMITS)
    assert kept_at(folder, Limits(depth=9)) is None
    assert kept_at(tmp_path / "nothing", DEFAULT_LIMITS) is None
    (record,) = (cache / remembering.ORGANISATIONS).iterdir()
    whole = record.read_bytes()
    for bad in (whole[:-1], whole[:40] + b"?" + whole[41:], b""):
        record.write_bytes(bad)
        assert kept_at(folder, DEFAULT_LIMITS) is None
    name, columns = record.name, {"files": {}, "size": 1, "locales": (), "tables": {}}
    remembering.write_record(remembering.ORGANISATIONS, name, columns)
    assert kept_at(folder, DEFAULT_LIMITS) is None, "of another program, perhaps"
