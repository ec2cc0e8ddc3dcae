"""Files that cannot be read as they should be: each has its diagnostic, none costs the others."""

import os
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from orgspec.diagnostics import Severity
from orgspec.syntax.limits import DEFAULT_LIMITS, Limits
from orgspec.workspace import SpecNotFoundError, compile_path, compile_text
from orgspec.workspace.reading import read_file
from tests.workspace.specs import DIRECTOR, found, problems, spec

_NOBODY = 65534


def test_a_byte_order_mark_is_not_part_of_the_text(tmp_path: Path) -> None:
    spec(tmp_path, {"orgspec.yaml": b"\xef\xbb\xbf" + b"roles: {a: {headcount: x}}"})
    (finding,) = problems(tmp_path)
    assert finding.place.source.position(finding.place.span.start).column == 24


def test_windows_line_ends_give_the_same_places(tmp_path: Path) -> None:
    text = "roles:\r\n  a:\r\n    headcount: x\r\n"
    (finding,) = problems(spec(tmp_path, {"orgspec.yaml": text}))
    position = finding.place.source.position(finding.place.span.start)
    assert (position.line, position.column) == (3, 16)


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n", "---\n", "\ufeff"])
def test_an_empty_file_is_no_finding(tmp_path: Path, text: str) -> None:
    spec(tmp_path, {"orgspec.yaml": DIRECTOR, "empty.yaml": text})
    assert found(compile_path(tmp_path), "") == []


@pytest.mark.parametrize(
    ("encoding", "named"), [("gbk", "GBK"), ("gb18030", "GBK"), ("utf-16", "UTF-16")]
)
def test_another_encoding_is_called_by_its_name(tmp_path: Path, encoding: str, named: str) -> None:
    text = "roles: {a: {name: 外贸业务员}}".encode(encoding)
    (finding,) = problems(spec(tmp_path, {"orgspec.yaml": DIRECTOR, "a.yaml": text}))
    assert finding.code == "SYN002"
    assert finding.help is not None
    assert named in finding.help.in_("en")
    assert named in finding.help.in_("zh")


def test_bytes_that_are_no_text_are_shown_where_they_begin(tmp_path: Path) -> None:
    data = "roles:\n  市: ".encode() + b"\xff\xfe\n"
    (finding,) = problems(spec(tmp_path, {"orgspec.yaml": data}))
    position = finding.place.source.position(finding.place.span.start)
    assert (finding.code, position.line, position.column) == ("SYN002", 2, 6)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_wide_encodings_without_a_mark_are_not_read_as_text(tmp_path: Path, encoding: str) -> None:
    spec(tmp_path, {"orgspec.yaml": DIRECTOR, "a.yaml": "roles: {a: }".encode(encoding)})
    assert found(compile_path(tmp_path)) == [("SYN002", "a.yaml")]


def test_one_broken_file_leaves_the_others(tmp_path: Path) -> None:
    spec(
        tmp_path,
        {
            "orgspec.yaml": DIRECTOR,
            "a.yaml": "roles: {a: [",
            "b.yaml": "roles: {b: {headcount: x}}",
        },
    )
    result = compile_path(tmp_path)
    assert found(result) == [("SYN003", "a.yaml"), ("SYN007", "b.yaml")]
    assert "b" in result.organisation.roles


def test_a_dangling_link_is_reported(tmp_path: Path) -> None:
    spec(tmp_path, {"orgspec.yaml": DIRECTOR})
    (tmp_path / "a.yaml").symlink_to(tmp_path / "gone.yaml")
    assert found(compile_path(tmp_path)) == [("SYN001", "a.yaml")]


def test_a_folder_named_like_a_file_is_a_folder(tmp_path: Path) -> None:
    spec(tmp_path, {"orgspec.yaml": DIRECTOR, "a.yaml/b.yaml": "roles: {b: }"})
    assert sorted(compile_path(tmp_path).organisation.roles) == ["b", "director"]


def test_a_file_that_vanishes_is_reported(tmp_path: Path) -> None:
    tree = read_file(tmp_path / "gone.yaml", tmp_path, DEFAULT_LIMITS)
    assert tree.broken
    assert [p.code for p in tree.problems] == ["SYN001"]
    assert "gone.yaml" in tree.problems[0].message.in_("zh")


def test_a_pipe_is_reported_and_not_waited_for(tmp_path: Path) -> None:
    spec(tmp_path, {"orgspec.yaml": DIRECTOR})
    os.mkfifo(tmp_path / "pipe.yaml")
    assert found(compile_path(tmp_path)) == [("SYN001", "pipe.yaml")]


def test_a_device_is_reported_and_not_read(tmp_path: Path) -> None:
    spec(tmp_path, {"orgspec.yaml": DIRECTOR})
    (tmp_path / "zero.yaml").symlink_to("/dev/zero")
    assert found(compile_path(tmp_path)) == [("SYN001", "zero.yaml")]


def test_a_socket_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec(tmp_path, {"orgspec.yaml": DIRECTOR})
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.yaml")
        assert found(compile_path(tmp_path)) == [("SYN001", "s.yaml")]


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that everybody may read."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@contextmanager
def without_privileges() -> Iterator[None]:
    """Give up the rights of the superuser, who may read everything, inside the block."""
    superuser = os.geteuid() == 0
    if superuser:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if superuser:
            os.seteuid(0)


@pytest.mark.parametrize("name", ["closed", "closed/a.yaml"])
def test_what_may_not_be_read_is_reported_and_the_rest_is_read(name: str) -> None:
    compile_text("")  # loads what a check imports while it may still be read
    with open_folder() as folder:
        spec(
            folder,
            {"orgspec.yaml": DIRECTOR, "closed/a.yaml": "roles: {a: }", "b.yaml": "roles: {b: }"},
        )
        (folder / name).chmod(0)
        try:
            with without_privileges():
                result = compile_path(folder)
        finally:
            (folder / name).chmod(0o755)
    assert found(result) == [("SYN001", name)]
    assert sorted(result.organisation.roles) == ["b", "director"]


def test_a_manifest_that_may_not_be_read_is_no_specification() -> None:
    with open_folder() as folder:
        (spec(folder, {"orgspec.yaml": DIRECTOR}) / "orgspec.yaml").chmod(0)
        with without_privileges(), pytest.raises(SpecNotFoundError):
            compile_path(folder)


def test_a_manifest_that_cannot_be_read_is_no_specification(tmp_path: Path) -> None:
    manifest = spec(tmp_path, {"orgspec.yaml": DIRECTOR}) / "orgspec.yaml"
    tree = read_file(manifest, tmp_path, Limits(file_bytes=4))
    assert [p.code for p in tree.problems] == ["SYN006"]
    manifest.unlink()
    os.mkfifo(manifest)
    with pytest.raises(SpecNotFoundError):
        compile_path(manifest)


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    spec(tmp_path, {"orgspec.yaml": DIRECTOR, "big.yaml": "# " + "x" * 2000})
    assert found(compile_path(tmp_path, limits=Limits(file_bytes=1000))) == [("SYN006", "big.yaml")]


def test_a_file_that_keeps_changing_is_read_whole_or_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    stop = threading.Event()

    def write() -> None:
        size = 0
        while not stop.is_set():
            size = size % 50 + 1
            path.write_text("roles:\n" + "".join(f"  r{n}: x\n" for n in range(size)) + "# end\n")

    path.write_text("roles: {}\n# end\n")
    writer = threading.Thread(target=write)
    writer.start()
    try:
        trees = [read_file(path, tmp_path, DEFAULT_LIMITS) for _ in range(200)]
    finally:
        stop.set()
        writer.join()
    assert all(
        [p.code for p in tree.problems] == ["SYN001"] if tree.problems else not tree.broken
        for tree in trees
    )


def test_what_cannot_be_read_is_an_error_of_the_check(tmp_path: Path) -> None:
    spec(tmp_path, {"orgspec.yaml": DIRECTOR})
    (tmp_path / "a.yaml").symlink_to(tmp_path / "gone.yaml")
    assert compile_path(tmp_path).count(Severity.ERROR) == 1
