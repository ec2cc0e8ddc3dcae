"""A build into a folder that has one already makes again what has changed, and only that."""

from __future__ import annotations

import os
import random
import shutil
import struct
import sys
import threading
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from orgspec import version
from orgspec.cli.app import run
from orgspec.remembering import BUILDS, cache_folder
from orgspec.workspace import compile_path
from orgspec.workspace.building import build
from orgspec.workspace.plan import Wanted, plan

MANIFEST = """\
organization: {name: Voyage, locales: [en, zh]}
departments: {sales: {head: manager}, finance: {head: accountant}}
roles:
  manager: {reports_to: none, department: sales, purpose: Leads sales}
  clerk: {reports_to: manager, department: sales, purpose: Answers letters}
  accountant: {reports_to: manager, department: finance, purpose: Keeps books}
duties:
  letters: {name: Letters, raci: {A: manager, R: clerk}}
  books: {name: Books, raci: {A: accountant, R: accountant, I: manager}}
"""
LIGHT = Wanted(formats=frozenset(("md", "csv", "mermaid")))
JOBS = Wanted(kinds=frozenset(("job-descriptions",)), formats=frozenset(("md",)))


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ORGSPEC_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "spec"
    folder.mkdir()
    (folder / "orgspec.yaml").write_text(MANIFEST, encoding="utf-8")
    return folder


def make(spec: Path, out: Path, wanted: Wanted = LIGHT, **more: Any) -> None:
    compilation = compile_path(spec)
    build(compilation, plan(compilation, wanted), out, processes=1, **more)


def edit(spec: Path, old: str, new: str) -> None:
    path = spec / "orgspec.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def inodes(folder: Path) -> dict[str, tuple[int, int]]:
    """Which file of the disk each is: one that was made again is another."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }


def redone(out: Path, before: dict[str, tuple[int, int]]) -> set[str]:
    return {name for name, stamp in inodes(out).items() if before.get(name) != stamp}


def fresh(spec: Path, tmp_path: Path, wanted: Wanted = LIGHT) -> dict[str, bytes]:
    """What a build gives that knows of no other."""
    out = tmp_path / "fresh"
    shutil.rmtree(out, ignore_errors=True)
    make(spec, out, wanted, anew=True)
    return contents(out)


# --- what stays ---


def test_a_build_of_nothing_new_makes_nothing(spec: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    make(spec, out)
    before, files = inodes(out), contents(out)
    make(spec, out)
    assert not redone(out, before)
    assert contents(out) == files == fresh(spec, tmp_path)


def test_one_changed_role_makes_its_documents_and_no_other_role_s(
    spec: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    make(spec, out)
    before = inodes(out)
    edit(spec, "Answers letters", "Answers all letters")
    make(spec, out)
    done = redone(out, before)
    assert {name for name in done if "/job-descriptions/" in name} == {
        "en/job-descriptions/clerk.md", "zh/job-descriptions/clerk.md",
    }  # fmt: skip
    assert not {name for name in done if "/raci/" in name or "/charts/" in name}
    assert contents(out) == fresh(spec, tmp_path)


def _rename(text: str, luck: random.Random) -> str:
    return text.replace("name: Letters", f"name: Letters {luck.randrange(99)}")


def _purpose(text: str, luck: random.Random) -> str:
    return text.replace("purpose: Keeps", f"purpose: Keeps {luck.randrange(99)}")


def _role(text: str, luck: random.Random) -> str:
    name = f"helper{luck.randrange(9999)}"
    return text.replace(
        "\nduties:", f"\n  {name}: {{reports_to: clerk, department: sales}}\nduties:"
    )


def _no_duty(text: str, luck: random.Random) -> str:
    return "".join(line for line in text.splitlines(True) if not line.startswith("  books:"))


def _move(text: str, luck: random.Random) -> str:
    return text.replace("manager, department: sales", "manager, department: finance")


def _same(text: str, luck: random.Random) -> str:
    return f"# {luck.random()}\n{text}"


def _style(text: str, luck: random.Random) -> str:
    return text + f'style: {{colour: "#{luck.randrange(16**6):06x}"}}\n' if "style" not in text else text  # fmt: skip


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_after_any_edits_a_folder_is_as_if_it_were_made_at_once(
    seed: int, spec: Path, tmp_path: Path
) -> None:
    luck = random.Random(seed)
    edits: list[Callable[[str, random.Random], str]] = [
        _rename, _purpose, _role, _no_duty, _move, _same, _style,
    ]  # fmt: skip
    narrow = [JOBS, Wanted(locales=frozenset(("zh",)), formats=LIGHT.formats),
              Wanted(roles=frozenset(("clerk",)), formats=LIGHT.formats)]  # fmt: skip
    path, out = spec / "orgspec.yaml", tmp_path / "out"
    for _ in range(4):
        path.write_text(luck.choice(edits)(path.read_text("utf-8"), luck), encoding="utf-8")
        if luck.random() < 0.5:
            make(spec, out, luck.choice(narrow), keep=True)
        make(spec, out)
        assert contents(out) == fresh(spec, tmp_path)


# --- what others did to the folder ---


def _write(path: Path) -> None:
    path.write_text("mine", encoding="utf-8")


def _damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def _replace(path: Path) -> None:
    """Another file of the same size and time, as a copy that keeps times leaves it."""
    stat, other = path.stat(), path.with_name("other")
    other.write_bytes(b"x" * stat.st_size)
    os.utime(other, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    other.replace(path)


@pytest.mark.parametrize("harm", [_write, _damage, _replace, Path.unlink])
def test_a_file_that_somebody_touched_is_made_again(
    harm: Callable[[Path], None], spec: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    make(spec, out)
    before, files = inodes(out), contents(out)
    harm(out / "en/job-descriptions/clerk.md")
    make(spec, out)
    assert redone(out, before) == {"en/job-descriptions/clerk.md"}
    assert contents(out) == files


def test_a_moved_folder_and_another_in_its_place_are_made_anew(spec: Path, tmp_path: Path) -> None:
    out, moved = tmp_path / "out", tmp_path / "moved"
    make(spec, out)
    files = contents(out)
    out.rename(moved)
    edit(spec, "Keeps books", "Keeps all books")
    make(spec, moved)
    assert contents(moved) == fresh(spec, tmp_path) != files
    shutil.copytree(moved, out)
    edit(spec, "Keeps all books", "Keeps books")
    make(spec, out)
    assert contents(out) == files


def test_two_folders_do_not_meet(spec: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    make(spec, one)
    make(spec, two)
    edit(spec, "Keeps books", "Keeps all books")
    make(spec, one)
    before = inodes(one)
    make(spec, two)
    assert contents(one) == contents(two) == fresh(spec, tmp_path)
    assert not redone(one, before)


def test_a_damaged_record_is_none(spec: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    make(spec, out)
    files, before = contents(out), inodes(out)
    (record,) = Path(cache_folder(BUILDS) or "").iterdir()
    record.write_bytes(record.read_bytes()[:-1] + b"?")
    make(spec, out)
    assert contents(out) == files
    assert redone(out, before) == set(before)


# --- what else a file is made of ---


def _png(grey: int) -> bytes:
    """A picture of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes([0, grey]))) + chunk(b"IEND", b"")  # fmt: skip


def test_another_logo_dresses_every_page_anew(spec: Path, tmp_path: Path) -> None:
    pages = Wanted(frozenset(("job-descriptions", "charts")), frozenset(("html", "docx")))
    edit(spec, "departments:", "style: {logo: logo.png}\ndepartments:")
    (spec / "logo.png").write_bytes(_png(20))
    out = tmp_path / "out"
    make(spec, out, pages)
    before, files = inodes(out), contents(out)
    make(spec, out, pages)
    assert not redone(out, before)
    (spec / "logo.png").write_bytes(_png(200))
    make(spec, out, pages)
    assert contents(out) == fresh(spec, tmp_path, pages) != files


def test_another_photo_draws_the_chart_anew(spec: Path, tmp_path: Path) -> None:
    charts = Wanted(frozenset(("charts",)), frozenset(("svg",)), frozenset(("en",)))
    with (spec / "orgspec.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "people: {ann: {name: Ann, photo: ann.png, holds: [{role: clerk}]}}\n"
            "outputs: {charts: {show: [holder, photo]}}\n"
        )
    (spec / "ann.png").write_bytes(_png(20))
    out = tmp_path / "out"
    make(spec, out, charts)
    files = contents(out)
    (spec / "ann.png").write_bytes(_png(200))
    make(spec, out, charts)
    assert contents(out) == fresh(spec, tmp_path, charts)
    assert files.keys() == contents(out).keys()


def test_another_version_of_the_program_trusts_no_file(
    spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    make(spec, out)
    before, files = inodes(out), contents(out)
    monkeypatch.setattr(version, "__version__", "99.0")
    make(spec, out)
    assert redone(out, before) == set(before)
    assert contents(out) == files


def test_forms_of_the_user_s_own_are_always_filled_anew(spec: Path, tmp_path: Path) -> None:
    pages = Wanted(frozenset(("job-descriptions",)), frozenset(("html",)), frozenset(("en",)))
    form = spec / "templates/html/page.html"
    form.parent.mkdir(parents=True)
    form.write_text("<h1>One</h1>", encoding="utf-8")
    out = tmp_path / "out"
    make(spec, out, pages)
    before = inodes(out)
    form.write_text("<h1>Two</h1>", encoding="utf-8")
    make(spec, out, pages)
    assert redone(out, before) == set(before)
    assert (out / "en/job-descriptions/clerk.html").read_text(encoding="utf-8") == "<h1>Two</h1>"
    shutil.rmtree(spec / "templates")
    make(spec, out, pages)
    assert contents(out) == fresh(spec, tmp_path, pages)


def test_a_form_that_the_manifest_names_is_filled_anew(spec: Path, tmp_path: Path) -> None:
    pages = Wanted(frozenset(("job-descriptions",)), frozenset(("html", "md")), frozenset(("en",)))
    (spec / "form.html").write_text("One", encoding="utf-8")
    edit(
        spec,
        "departments:",
        "outputs: {job-descriptions: {template: {html: form.html}}}\ndepartments:",
    )
    out = tmp_path / "out"
    make(spec, out, pages)
    (spec / "form.html").write_text("Two", encoding="utf-8")
    make(spec, out, pages)
    assert (out / "en/job-descriptions/clerk.html").read_text(encoding="utf-8") == "Two"
    assert contents(out) == fresh(spec, tmp_path, pages)


def test_what_a_plugin_renders_is_made_anew_for_its_code_may_have_changed(
    spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plugin = tmp_path / "plugin"
    (plugin / "shout-1.dist-info").mkdir(parents=True)
    (plugin / "shout-1.dist-info/entry_points.txt").write_text(
        "[orgspec.renderers]\nshout = shout:render\n"
    )
    (plugin / "shout-1.dist-info/METADATA").write_text("Name: shout\nVersion: 1\n")
    (plugin / "shout.py").write_text("def render(document):\n    return b'one'\n")
    monkeypatch.syspath_prepend(str(plugin))
    compilation, out = compile_path(spec), tmp_path / "out"
    (job,) = plan(
        compilation,
        Wanted(JOBS.kinds, JOBS.formats, frozenset(("en",)), roles=frozenset(("clerk",))),
    )
    loud = (type(job)(job.kind, job.address, job.locale, job.stem, ("md", "shout")),)
    build(compilation, loud, out)
    before = inodes(out)
    monkeypatch.delitem(sys.modules, "shout")
    (plugin / "shout.py").write_text("def render(document):\n    return b'and two'\n")
    build(compilation, loud, out)
    assert redone(out, before) == {"en/job-descriptions/clerk.shout"}
    assert (out / "en/job-descriptions/clerk.shout").read_bytes() == b"and two"


# --- how it is asked for ---


def test_asked_for_anew_every_file_is_made(spec: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = ["build", str(spec), "-o", str(out), "--format", "md", "-q"]
    assert run(arguments) == 0
    before, files = inodes(out), contents(out)
    assert run(arguments) == 0
    assert not redone(out, before)
    assert run([*arguments, "--no-cache"]) == 0
    assert redone(out, before) == set(before)
    assert contents(out) == files


def test_without_a_folder_for_records_every_file_is_made(
    spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ORGSPEC_CACHE_DIR", "")
    out = tmp_path / "out"
    make(spec, out)
    before, files = inodes(out), contents(out)
    make(spec, out)
    assert redone(out, before) == set(before)
    assert contents(out) == files
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize(
    "narrow",
    [
        JOBS,
        Wanted(locales=frozenset(("zh",)), formats=LIGHT.formats),
        Wanted(roles=frozenset(("clerk",)), formats=LIGHT.formats),
        Wanted(departments=frozenset(("finance",)), formats=LIGHT.formats),
    ],
)
def test_a_narrowed_build_leaves_what_is_known_of_the_rest(
    narrow: Wanted, spec: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    make(spec, out)
    before = inodes(out)
    make(spec, out, narrow, keep=True)
    assert not redone(out, before) & before.keys()
    make(spec, out)
    assert not redone(out, before)
    edit(spec, "Answers letters", "Answers all letters")
    make(spec, out, narrow, keep=True)
    make(spec, out)
    assert contents(out) == fresh(spec, tmp_path)


# --- when it goes wrong, and when two meet ---


def test_a_build_that_fails_leaves_files_and_record_as_they_were(
    spec: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    make(spec, out)
    before, files = inodes(out), contents(out)
    edit(spec, "Answers letters", "Answers all letters")

    def stop(_: str, done: int, __: int) -> None:
        if done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(spec, out, progress=stop)
    assert contents(out) == files
    edit(spec, "Answers all letters", "Answers letters")
    make(spec, out)
    assert not redone(out, before)


def test_a_file_that_is_taken_away_meanwhile_is_made_after_all(spec: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    make(spec, out)
    files = contents(out)

    def take(_: str, done: int, total: int) -> None:
        if done == total - 1:
            (out / "en/job-descriptions/clerk.md").unlink(missing_ok=True)

    make(spec, out, progress=take)
    assert contents(out) == files


def test_builds_at_once_into_one_folder_confuse_nobody(spec: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(spec, other)
    edit(other, "Answers letters", "Writes  letters")  # as long: the size tells nothing
    edit(other, "clerk", "clark")
    out = tmp_path / "out"
    failed: list[BaseException] = []

    def work(folder: Path) -> None:
        try:
            for _ in range(3):
                make(folder, out)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=(each,)) for each in (spec, other, spec)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    make(spec, out)
    assert contents(out) == fresh(spec, tmp_path)
