"""Building: all files or none, the same bytes each time, and a listing that is true."""

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest

from orgspec.workspace import Compilation, compile_text
from orgspec.workspace.building import build
from orgspec.workspace.plan import Job, Wanted, file_name, plan

TEXT = """
organization: {name: Voyage, locales: [en, zh]}
departments: {sales: {head: manager}, finance: {}}
roles:
  manager: {reports_to: none, department: sales}
  clerk: {reports_to: manager, department: finance}
duties: {letters: {name: Letters, raci: {A: manager, R: clerk}}}
"""
LIGHT = Wanted(formats=frozenset(("md", "csv", "mermaid")))


def made(text: str, folder: Path, wanted: Wanted = LIGHT, **more: Any) -> Compilation:
    compilation = compile_text(text)
    build(compilation, plan(compilation, wanted), folder, processes=1, **more)
    return compilation


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def listing(folder: Path) -> dict[str, dict[str, Any]]:
    whole = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return {entry["path"]: entry for entry in whole["artifacts"]}


def test_documents_stand_where_people_look_for_them(tmp_path: Path) -> None:
    made(TEXT, tmp_path)
    names = set(contents(tmp_path))
    assert {
        "en/charts/organization.mmd",
        "zh/charts/department/sales.mmd",
        "en/raci/organization.csv",
        "zh/raci/department/sales.md",
        "en/job-descriptions/manager.md",
        "zh/job-descriptions/clerk.md",
        "manifest.json",
    } <= names


def test_a_second_build_gives_the_same_bytes(tmp_path: Path) -> None:
    every = Wanted(formats=frozenset(("md", "csv", "mermaid", "svg", "xlsx", "docx", "html", "dot")),
                   locales=frozenset(("zh",)))  # fmt: skip
    made(TEXT, tmp_path / "one", every)
    made(TEXT, tmp_path / "two", every)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_several_processes_give_the_bytes_of_one(tmp_path: Path) -> None:
    compilation = compile_text(TEXT)
    jobs = plan(compilation, LIGHT)
    assert len(jobs) > 12
    build(compilation, jobs, tmp_path / "one", processes=1)
    build(compilation, jobs, tmp_path / "two", processes=2)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_the_listing_names_every_file_with_its_hash(tmp_path: Path) -> None:
    made(TEXT, tmp_path)
    files = contents(tmp_path)
    del files["manifest.json"]
    entries = listing(tmp_path)
    assert list(entries) == sorted(files)
    for name, data in files.items():
        assert entries[name]["sha256"] == hashlib.sha256(data).hexdigest()
        assert entries[name]["size"] == len(data)


def test_what_is_no_longer_made_is_removed(tmp_path: Path) -> None:
    made(TEXT, tmp_path)
    (tmp_path / "en/own-notes.txt").write_text("mine")
    made(
        TEXT.replace("  clerk: {reports_to: manager, department: finance}\n", "").replace(
            "R: clerk", "R: manager"
        ),
        tmp_path,
    )
    names = set(contents(tmp_path))
    assert "en/job-descriptions/clerk.md" not in names
    assert "en/job-descriptions/manager.md" in names
    assert "en/own-notes.txt" in names
    assert names - {"manifest.json", "en/own-notes.txt"} == set(listing(tmp_path))


def test_a_partial_build_leaves_and_lists_the_rest(tmp_path: Path) -> None:
    made(TEXT, tmp_path)
    before = contents(tmp_path)
    made(TEXT, tmp_path, Wanted(kinds=frozenset(("raci",)), formats=frozenset(("csv",))), keep=True)
    assert contents(tmp_path) == before


def test_a_build_that_fails_leaves_the_last_one_whole(tmp_path: Path) -> None:
    compilation = made(TEXT, tmp_path)
    before = contents(tmp_path)
    jobs = (
        *plan(compilation, LIGHT),
        Job("charts", "organization", "en", "charts/x", ("no-format",)),
    )
    with pytest.raises(KeyError):
        build(compile_text(TEXT.replace("Voyage", "Other")), jobs, tmp_path, processes=1)
    assert contents(tmp_path) == before
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_an_interrupted_build_leaves_the_last_one_whole(tmp_path: Path) -> None:
    made(TEXT, tmp_path)
    before = contents(tmp_path)

    def interrupt(_: str, done: int, __: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        made(TEXT.replace("Voyage", "Other"), tmp_path, progress=interrupt)
    assert contents(tmp_path) == before
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_folder_that_cannot_be_written_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError):
        made(TEXT, tmp_path / "file" / "out")


def test_a_damaged_listing_reaches_nothing_outside(tmp_path: Path) -> None:
    outside = tmp_path / "keep.txt"
    outside.write_text("mine")
    out = tmp_path / "out"
    made(TEXT, out)
    entry = {"path": "../keep.txt"}
    (out / "manifest.json").write_text(json.dumps({"artifacts": [entry, {"path": 7}, "x"]}))
    made(TEXT, out)
    assert outside.read_text() == "mine"
    assert listing(out)


def test_files_are_readable_by_those_whom_the_umask_admits(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        made(TEXT, tmp_path)
    finally:
        os.umask(before)
    assert {path.stat().st_mode & 0o777 for path in tmp_path.rglob("*") if path.is_file()} == {
        0o644
    }
    assert {path.stat().st_mode & 0o777 for path in tmp_path.rglob("*") if path.is_dir()} == {0o755}


# --- ids as file names ---


@pytest.mark.parametrize("id_", ["sales-rep", "外贸业务员", "1.10", "a_b", "con.sultant"])
def test_an_id_is_its_file_name(id_: str) -> None:
    assert file_name(id_) == id_


@pytest.mark.parametrize(
    "id_", ["../../etc/x", "/etc/x", "..", ".", "", "a/b", "a\\b", "C:x", "a\x00b", "~"]
)
def test_no_id_leads_out_of_the_folder(id_: str, tmp_path: Path) -> None:
    path = (tmp_path / f"{file_name(id_)}.md").resolve()
    assert path.parent == tmp_path


def test_the_longest_id_still_has_a_file(tmp_path: Path) -> None:
    first, second = "市" * 99 + "一", "市" * 99 + "二"
    made(f"roles: {{{first}: {{reports_to: none}}, {second}: {{reports_to: {first}}}}}", tmp_path)
    assert len(list(tmp_path.glob("en/job-descriptions/*.md"))) == 2


def test_a_draft_of_a_hostile_id_stays_in_its_folder(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    made("roles: {'../../../stolen': {reports_to: none}}", out)
    assert not list(tmp_path.glob("**/stolen*"))
    assert set(contents(tmp_path)) == {f"deep/out/{name}" for name in contents(out)}


# --- drafts ---


def test_a_draft_is_marked_in_every_document(tmp_path: Path) -> None:
    draft = Wanted(formats=frozenset(("md",)), draft=True)
    made(TEXT, tmp_path, draft)
    for name, data in contents(tmp_path).items():
        if name.startswith("zh/"):
            assert "草稿" in data.decode(), name
        elif name.startswith("en/"):
            assert "draft" in data.decode().lower(), name


def test_a_sound_document_is_no_draft(tmp_path: Path) -> None:
    made(TEXT, tmp_path, Wanted(formats=frozenset(("md",))))
    assert not any("draft" in data.decode().lower() for data in contents(tmp_path).values())


# --- what is made ---


def kinds(text: str, wanted: Wanted = LIGHT) -> set[str]:
    return {job.kind for job in plan(compile_text(text), wanted)}


def test_the_manifest_says_which_documents_are_made() -> None:
    every = {"charts", "raci", "job-descriptions", "departments", "agreements", "headcount"}
    assert kinds(TEXT) == every
    assert kinds(TEXT + "outputs: {raci: false}\n") == every - {"raci"}
    jobs = plan(
        compile_text(TEXT + "outputs: {raci: {formats: [csv], locales: [zh], for: [sales]}}\n"),
        Wanted(),
    )
    assert [(j.locale, j.stem, j.formats) for j in jobs if j.kind == "raci"] == [
        ("zh", "raci/department/sales", ("csv",))
    ]


@pytest.mark.parametrize(
    ("wanted", "stems"),
    [
        (Wanted(roles=frozenset(("clerk",))), {"job-descriptions/clerk"}),
        (
            Wanted(departments=frozenset(("finance",))),
            {
                "charts/department/finance",
                "raci/department/finance",
                "job-descriptions/clerk",
                "departments/finance",
                "agreements/sales--finance",
                "headcount/department/finance",
            },
        ),
    ],
)
def test_a_build_can_be_narrowed(wanted: Wanted, stems: set[str]) -> None:
    assert {job.stem for job in plan(compile_text(TEXT), wanted)} == stems
