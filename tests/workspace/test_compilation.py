"""From a path or a text to a checked organisation."""

import datetime as dt
from pathlib import Path

from orgspec.config import Overrides
from orgspec.diagnostics import Severity
from orgspec.syntax.limits import Limits
from orgspec.workspace import Compilation, compile_path, compile_text
from tests.workspace.specs import DIRECTOR, found, spec


def anchor(compilation: Compilation) -> str:
    """The text of the place at which findings about the whole are shown."""
    source, span = compilation.program.anchor
    return source.text[span.start : span.end]


def test_findings_about_the_whole_stand_at_the_first_line_that_says_something() -> None:
    assert anchor(compile_text("# organization: A\n\norganization: A\n")) == "organization: A"
    result = compile_text("# roles:\nroles:\n  a: {}\n")
    assert anchor(result) == "roles:"
    assert result.program.anchor[1].start == 9


def test_a_text_that_says_nothing_has_an_anchor_at_its_start() -> None:
    assert anchor(compile_text("# nothing\n")) == ""
    assert anchor(compile_text("")) == ""


def test_an_empty_specification_is_compiled() -> None:
    result = compile_text("")
    assert list(result.organisation.entities()) == []
    assert result.count(Severity.ERROR) == 0


def test_a_byte_order_mark_of_a_text_is_dropped() -> None:
    assert list(compile_text("\ufeffroles: {a: }").organisation.roles) == ["a"]


def test_the_day_of_the_check_is_the_one_asked_for() -> None:
    assert compile_text("", Overrides(as_of=dt.date(2031, 5, 6))).today == dt.date(2031, 5, 6)


def test_the_profile_decides_what_is_shown_and_not_what_is_found() -> None:
    text = "roles: {a: {reports_to: none, deputy: ghost}}\nduties: {d: {tasks: [制单,审单]}}"
    starter = compile_text(text, Overrides(profile="starter"))
    assert {d.severity for d in starter.shown} == {Severity.ERROR}
    assert "SYN012" in {d.code for d in starter.diagnostics}


def test_the_limits_hold_for_files_and_for_the_whole(tmp_path: Path) -> None:
    spec(tmp_path, {"orgspec.yaml": DIRECTOR, "a.yaml": "roles: {a: , b: }"})
    assert found(compile_path(tmp_path, limits=Limits(entities=2))) == [("SYN006", "a.yaml")]


def test_absence_is_not_judged_while_a_part_cannot_be_read(tmp_path: Path) -> None:
    spec(tmp_path, {"orgspec.yaml": DIRECTOR})
    assert compile_path(tmp_path).withheld == ()
    (tmp_path / "a.yaml").symlink_to(tmp_path / "gone.yaml")
    assert "DUT005" in compile_path(tmp_path).withheld


def test_the_same_files_compile_to_the_same_organisation(tmp_path: Path) -> None:
    spec(tmp_path, {"orgspec.yaml": DIRECTOR, "a.yaml": "roles: {a: {reports_to: director}}"})
    one, two = compile_path(tmp_path), compile_path(tmp_path)
    assert one.organisation == two.organisation
    assert [d.sort_key for d in one.diagnostics] == [d.sort_key for d in two.diagnostics]


def test_progress_is_told_file_by_file(tmp_path: Path) -> None:
    spec(tmp_path, {"orgspec.yaml": DIRECTOR, "a.yaml": "", "b.yaml": ""})
    told: list[tuple[int, int]] = []
    compile_path(tmp_path, progress=lambda _, done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2)]
