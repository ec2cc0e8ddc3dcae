"""Fixing a specification: what is mended, what is left alone, what is never written."""

import stat
import textwrap
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgspec.config import Overrides
from orgspec.diagnostics import Severity
from orgspec.syntax.limits import DEFAULT_LIMITS
from orgspec.workspace import Compilation, compile_path
from orgspec.workspace.fixing import ChangedMeanwhileError, Fixed, fix, fixable, write
from tests.workspace.specs import spec

TWICE = "roles:\n  a: {reports_to: none, grade: P1, grade: P1}  # kept\n"


def mended(folder: Path, *, unsafe: bool = False, overrides: Overrides | None = None) -> Fixed:
    def compile_(overrides: Overrides, texts: Mapping[str, str]) -> Compilation:
        return compile_path(folder, overrides, limits=DEFAULT_LIMITS, texts=texts)

    return fix(compile_, overrides or Overrides(), unsafe=unsafe)


def texts(folder: Path, text: str, *, unsafe: bool = False) -> tuple[str, list[str]]:
    """The manifest as it is with its fixes, and the codes that were fixed."""
    text = textwrap.dedent(text).lstrip("\n")
    spec(folder, {"orgspec.yaml": text})
    fixed = mended(folder, unsafe=unsafe)
    return fixed.after.get("orgspec.yaml", text), [each.code for each in fixed.fixed]


# --- what is fixed ---


def test_a_safe_fix_is_put_in_and_comments_stay(tmp_path: Path) -> None:
    text, codes = texts(tmp_path, TWICE)
    assert text == "roles:\n  a: {reports_to: none, grade: P1}  # kept\n"
    assert codes == ["REF003"]


def test_an_unsafe_fix_waits_until_it_is_asked_for(tmp_path: Path) -> None:
    text = "roles:\n  boss: {reports_to: none}\n  clerk: {reports_to: bos}\n"
    assert texts(tmp_path, text) == (text, [])
    assert texts(tmp_path, text, unsafe=True) == (text.replace("bos}", "boss}"), ["REF001"])


def test_fixes_that_stand_in_each_others_way_go_in_one_after_the_other(tmp_path: Path) -> None:
    text = "roles:\n  a: {reports_to: none, grade: P1, grade: P1, grade: P1, grade: P1}\n"
    fixed, codes = texts(tmp_path, text)
    assert fixed == "roles:\n  a: {reports_to: none, grade: P1}\n"
    assert codes == ["REF003"] * 3


def test_a_fix_that_makes_another_one_possible_is_followed_up(tmp_path: Path) -> None:
    text = "roles: {a: {reports_to: none}}\ndutie: {d: {raci: {A/R: a, C: [b, b]}}}\n"
    text = text.replace("none}", "none}, b: {reports_to: a}")
    fixed, codes = texts(tmp_path, text, unsafe=True)
    assert fixed == text.replace("dutie", "duties").replace("[b, b]", "[b]")
    assert codes == ["REF004", "RAC015"]


def test_a_fix_that_uncovers_an_error_is_left_to_people(tmp_path: Path) -> None:
    text = "role:\n  boss: {reports_to: none}\n  clerk: {reports_to: nobody-we-know}\n"
    assert texts(tmp_path, text, unsafe=True) == (text, [])


def test_what_is_fixed_is_found_no_more_and_the_compilation_knows_it(tmp_path: Path) -> None:
    spec(tmp_path, {"orgspec.yaml": TWICE})
    assert not [d for d in mended(tmp_path).compilation.diagnostics if d.code == "REF003"]


# --- what is left alone ---


def test_a_fix_that_brings_an_error_is_left_out(tmp_path: Path) -> None:
    text = """
    roles:
      boss: {reports_to: clerk}
      clerk: {reports_to: bos}
    """
    assert texts(tmp_path, text, unsafe=True)[1] == []  # the two would report to each other


def test_one_bad_fix_does_not_hold_up_the_others(tmp_path: Path) -> None:
    text = """
    roles:
      boss: {reports_to: clerk}
      clerk: {reports_to: bos, grade: P1, grade: P1}
      helper: {reports_to: clerks}
    """
    fixed, codes = texts(tmp_path, text, unsafe=True)
    assert sorted(codes) == ["REF001", "REF003"]
    assert "{reports_to: bos, grade: P1}" in fixed
    assert "helper: {reports_to: clerk}" in fixed


def test_a_pair_whose_anchor_is_needed_stays(tmp_path: Path) -> None:
    text = "roles:\n  a: {reports_to: none, grade: P1, grade: &g P1}\n  b: {reports_to: a, grade: *g}\n"
    assert texts(tmp_path, text) == (text, [])


def test_what_is_accepted_switched_off_or_held_back_is_not_fixed(tmp_path: Path) -> None:
    text = (
        "roles:\n  a: {reports_to: none, allow: {code: REF003, reason: x}, grade: P1, grade: P1}\n"
    )
    assert texts(tmp_path, text)[1] == []
    assert texts(tmp_path, "checks: {ignore: [REF003]}\n" + TWICE)[1] == []
    assert texts(tmp_path, "checks: {per_file: {'*': {ignore: REF003}}}\n" + TWICE)[1] == []
    spec(tmp_path, {"orgspec.yaml": TWICE})
    assert mended(tmp_path, overrides=Overrides(select=("ORG",))).fixed == ()
    assert mended(tmp_path, overrides=Overrides(ignore=("REF003",))).fixed == ()
    entry = '{"code": "REF003", "address": "role/a"}'
    spec(tmp_path, {"orgspec-baseline.json": f'{{"version": 1, "findings": [{entry}]}}'})
    assert mended(tmp_path).fixed == ()


def test_errors_are_watched_for_even_where_other_checks_are_not_asked_for(tmp_path: Path) -> None:
    text = "roles:\n  boss: {reports_to: clerk}\n  clerk: {reports_to: bos}\n"
    spec(tmp_path, {"orgspec.yaml": text})
    assert mended(tmp_path, unsafe=True, overrides=Overrides(select=("REF",))).fixed == ()


def test_what_the_profile_hides_is_not_fixed(tmp_path: Path) -> None:
    spec(
        tmp_path,
        {"orgspec.yaml": "roles:\n  a: {reports_to: none, allow: {code: RAC001, reason: x}}\n"},
    )
    assert fixable(compile_path(tmp_path), unsafe=True)
    assert fixable(compile_path(tmp_path, Overrides("starter")), unsafe=True) == ()


# --- writing ---


def test_line_ends_the_mark_and_the_permissions_stay(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + TWICE.replace("\n", "\r\n").encode()
    path = spec(tmp_path, {"orgspec.yaml": data}) / "orgspec.yaml"
    path.chmod(0o640)
    write(mended(tmp_path))
    assert path.read_bytes() == data.replace(b", grade: P1}", b"}")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [each.name for each in tmp_path.iterdir()] == ["orgspec.yaml"]


def test_lines_that_are_put_in_end_as_those_of_the_file(tmp_path: Path) -> None:
    text = "roles:\n  a: {reports_to: none}\n  b: {reports_to: a}\n  c:\n    reports_to: [a, b]\n"
    path = spec(tmp_path, {"orgspec.yaml": text.replace("\n", "\r\n")}) / "orgspec.yaml"
    write(mended(tmp_path, unsafe=True))
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n") == 6


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    spec(tmp_path, {"orgspec.yaml": "organization: X\n", ".hidden/real.yaml": TWICE})
    (tmp_path / "roles.yaml").symlink_to(tmp_path / ".hidden/real.yaml")
    write(mended(tmp_path))
    assert (tmp_path / "roles.yaml").is_symlink()
    assert "grade: P1, grade" not in (tmp_path / ".hidden/real.yaml").read_text()


def test_where_one_file_is_write_protected_none_is_written(tmp_path: Path) -> None:
    files = {
        "orgspec.yaml": "organization: X\n",
        "a.yaml": TWICE,
        "b.yaml": TWICE.replace("a:", "b:"),
    }
    spec(tmp_path, files)
    (tmp_path / "b.yaml").chmod(0o444)
    with pytest.raises(PermissionError):
        write(mended(tmp_path))
    assert {name: (tmp_path / name).read_text() for name in files} == files
    assert len(list(tmp_path.iterdir())) == 3


def test_what_somebody_changed_meanwhile_is_not_lost(tmp_path: Path) -> None:
    path = spec(tmp_path, {"orgspec.yaml": TWICE}) / "orgspec.yaml"
    fixed = mended(tmp_path)
    path.write_text(TWICE + "# work of somebody else\n")
    with pytest.raises(ChangedMeanwhileError):
        write(fixed)
    assert "somebody else" in path.read_text()


# --- properties ---

WORDS = st.sampled_from(
    ["a", "b", "ab", "boss", "bos", "none", "'a'", '"b"', "[a, b]", "只制单,不审单"]
)
KEYS = st.sampled_from(
    ["reports_to", "dotted_to", "deputy", "grade", "grad", "purpose", "head_count"]
)
FIELDS = st.lists(st.tuples(KEYS, WORDS), max_size=5)
ROLES = st.lists(st.tuples(st.sampled_from(["a", "b", "boss"]), FIELDS, st.booleans()), max_size=4)


def rendered(roles: list[tuple[str, list[tuple[str, str]], bool]], line_break: str) -> str:
    lines = ["roles:"]
    for name, fields, flow in roles:
        if flow or not fields:
            inner = ", ".join(f"{key}: {word}" for key, word in fields)
            lines.append(f"  {name}: {{{inner}}}  # {name}")
        else:
            lines += [f"  {name}:  # {name}", *(f"    {key}: {word}" for key, word in fields)]
    return line_break.join([*lines, ""])


def test_a_fix_that_was_bad_at_first_is_tried_again_once_others_are_in(tmp_path: Path) -> None:
    text = "roles:\n  a: {grade: 只制单,不审单, head_count: 只制单,不审单}  # a\n"
    spec(tmp_path, {"orgspec.yaml": text.encode()})
    write(mended(tmp_path, unsafe=True))
    assert mended(tmp_path, unsafe=True).fixed == ()


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ROLES, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_fixing_never_brings_an_error_and_a_second_time_changes_nothing(
    tmp_path: Path,
    roles: list[tuple[str, list[tuple[str, str]], bool]],
    line_break: str,
    unsafe: bool,
) -> None:
    text = rendered(roles, line_break)
    spec(tmp_path, {"orgspec.yaml": text.encode()})
    before = compile_path(tmp_path)
    fixed = mended(tmp_path, unsafe=unsafe)
    write(fixed)
    after = compile_path(tmp_path)
    assert after.count(Severity.ERROR) <= before.count(Severity.ERROR)
    assert not after.program.broken or before.program.broken
    again = mended(tmp_path, unsafe=unsafe)
    assert again.fixed == ()
    new = (tmp_path / "orgspec.yaml").read_bytes().decode()
    assert new.count("#") == text.count("#")
    assert line_break == "\n" or "\n" not in new.replace("\r\n", "")
