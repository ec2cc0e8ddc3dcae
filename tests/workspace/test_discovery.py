"""Which files belong to a specification."""

from pathlib import Path

import pytest

from orgspec.workspace import SpecNotFoundError, compile_path
from tests.workspace.specs import DIRECTOR, found, roles, spec


def test_every_yaml_file_below_the_manifest_belongs_to_it(tmp_path: Path) -> None:
    spec(
        tmp_path,
        {
            "orgspec.yaml": DIRECTOR,
            "a.yaml": "roles: {a: }",
            "deep/er/b.yml": "roles: {b: }",
            "notes.txt": "roles: {c: }",
            "data.json": '{"roles": {"d": {}}}',
        },
    )
    assert roles(tmp_path) == ["a", "b", "director"]


def test_the_manifest_is_looked_up_upwards(tmp_path: Path) -> None:
    spec(
        tmp_path,
        {
            "orgspec.yaml": DIRECTOR,
            "org/sales/roles.yaml": "roles: {a: }",
            "b.yaml": "roles: {b: }",
        },
    )
    for path in (
        tmp_path / "org/sales",
        tmp_path / "org/sales/roles.yaml",
        tmp_path / "orgspec.yaml",
    ):
        result = compile_path(path)
        assert result.root == tmp_path
        assert sorted(result.organisation.roles) == ["a", "b", "director"]


def test_one_file_without_a_manifest_is_a_specification_alone(tmp_path: Path) -> None:
    spec(tmp_path, {"one.yaml": "roles: {a: }", "two.yaml": "roles: {b: }"})
    result = compile_path(tmp_path / "one.yaml")
    assert list(result.organisation.roles) == ["a"]
    assert result.files == 1


def test_a_folder_without_a_manifest_is_none(tmp_path: Path) -> None:
    with pytest.raises(SpecNotFoundError) as raised:
        compile_path(spec(tmp_path, {"one.yaml": "roles: {a: }"}))
    assert "orgspec init" in raised.value.message.in_("en")
    assert "orgspec init" in raised.value.message.in_("zh")


@pytest.mark.parametrize("name", ["nowhere", "nowhere/orgspec.yaml", "a\x00b", "x" * 300])
def test_a_path_that_is_not_there_is_said_to_be_missing(tmp_path: Path, name: str) -> None:
    with pytest.raises(SpecNotFoundError):
        compile_path(tmp_path / name)


def test_a_manifest_that_is_a_folder_is_no_manifest(tmp_path: Path) -> None:
    (tmp_path / "orgspec.yaml").mkdir()
    with pytest.raises(SpecNotFoundError):
        compile_path(tmp_path)


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    spec(
        tmp_path,
        {"orgspec.yaml": DIRECTOR, ".git/a.yaml": "roles: {a: }", ".b.yaml": "roles: {b: }"},
    )
    assert roles(tmp_path) == ["director"]


def test_a_specification_inside_another_is_a_specification_of_its_own(tmp_path: Path) -> None:
    spec(
        tmp_path,
        {
            "orgspec.yaml": DIRECTOR,
            "sub/orgspec.yaml": "roles: {a: }",
            "sub/b.yaml": "roles: {b: }",
        },
    )
    assert roles(tmp_path) == ["director"]
    assert roles(tmp_path / "sub") == ["a", "b"]


def test_sources_narrow_the_files(tmp_path: Path) -> None:
    manifest = DIRECTOR + "sources: [org/**/*.yaml, extra.yaml]\n"
    files = {"org/a.yaml": "a", "org/x/b.yaml": "b", "draft/c.yaml": "c", "extra.yaml": "d"}
    texts = {name: f"roles: {{{id_}: }}" for name, id_ in files.items()}
    spec(tmp_path, {"orgspec.yaml": manifest, **texts})
    assert roles(tmp_path) == ["a", "b", "d", "director"]


def test_files_are_read_in_the_same_order_everywhere(tmp_path: Path) -> None:
    names = ["b.yaml", "a.yaml", "z/a.yaml", "B.yaml", "a/z.yaml"]
    texts = {name: f"roles: {{r{n}: }}" for n, name in enumerate(names)}
    spec(tmp_path, {"orgspec.yaml": "", **texts})
    assert list(compile_path(tmp_path).organisation.roles) == ["r3", "r4", "r1", "r0", "r2"]


# --- links ---


def test_a_linked_file_and_a_linked_folder_belong_to_the_specification(tmp_path: Path) -> None:
    outside = spec(tmp_path / "outside", {"a.yaml": "roles: {a: }", "more/b.yaml": "roles: {b: }"})
    inside = spec(tmp_path / "inside", {"orgspec.yaml": DIRECTOR})
    (inside / "a.yaml").symlink_to(outside / "a.yaml")
    (inside / "more").symlink_to(outside / "more")
    assert roles(inside) == ["a", "b", "director"]


def test_a_link_to_a_folder_that_it_lies_in_is_reported_and_the_rest_is_read(
    tmp_path: Path,
) -> None:
    spec(tmp_path, {"orgspec.yaml": DIRECTOR, "org/a.yaml": "roles: {a: }"})
    (tmp_path / "org/loop").symlink_to(tmp_path)
    assert found(compile_path(tmp_path)) == [("SYN001", "org/loop")]
    assert roles(tmp_path) == ["a", "director"]


def test_a_link_that_leads_to_itself_is_reported(tmp_path: Path) -> None:
    spec(tmp_path, {"orgspec.yaml": DIRECTOR})
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")
    assert found(compile_path(tmp_path)) == [("SYN001", "a.yaml"), ("SYN001", "b.yaml")]


def test_a_folder_that_links_lead_to_again_is_read_once(tmp_path: Path) -> None:
    spec(tmp_path, {"orgspec.yaml": DIRECTOR, "org/a.yaml": "roles: {a: }"})
    (tmp_path / "again").symlink_to(tmp_path / "org")
    assert found(compile_path(tmp_path), "") == []


def test_many_folders_with_links_to_one_another_are_read_quickly(tmp_path: Path) -> None:
    names = [f"f{n}" for n in range(12)]
    spec(
        tmp_path, {"orgspec.yaml": DIRECTOR, **{f"{n}/a.yaml": f"roles: {{{n}: }}" for n in names}}
    )
    for name in names:
        for other in names:
            if other != name:
                (tmp_path / name / f"to-{other}").symlink_to(tmp_path / other)
    result = compile_path(tmp_path)
    assert result.files == 13
    assert len(result.organisation.roles) == 13


def test_sources_leave_out_a_loop_too(tmp_path: Path) -> None:
    spec(
        tmp_path, {"orgspec.yaml": DIRECTOR + "sources: org/*.yaml\n", "org/a.yaml": "roles: {a: }"}
    )
    (tmp_path / "loop").symlink_to(tmp_path)
    assert found(compile_path(tmp_path)) == []
