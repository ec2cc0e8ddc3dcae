"""Globs over the paths of a specification."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgspec.analysis.globs import path_matches


@pytest.mark.parametrize(
    ("path", "glob", "fits"),
    [
        ("org/a.yaml", "org/**", True),
        ("org/x/a.yaml", "org/**", True),
        ("org/a.yaml", "org/**/a.yaml", True),
        ("org/x/y/a.yaml", "org/**/a.yaml", True),
        ("a.yaml", "**/a.yaml", True),
        ("other/a.yaml", "org/**", False),
        ("organic/a.yaml", "org/**", False),
        ("org/a.yaml", "a.yaml", False),
        ("org/x/a.yaml", "org/*.yaml", False),
        ("org/x/a.yaml", "org", True),
        ("org/x/a.yaml", "org/", True),
        ("organic/a.yaml", "org", False),
        ("a.yaml", "[ab].yaml", True),
        ("c.yaml", "[!ab].yaml", True),
        ("a.yaml", "[!ab].yaml", False),
        ("[.yaml", "[.yaml", True),
        ("市场/部门.yaml", "市场/*.yaml", True),
        ("a+b.yaml", "a+b.yaml", True),
        ("A.yaml", "a.yaml", False),
    ],
)
def test_a_star_stays_in_its_folder_and_two_go_below(path: str, glob: str, fits: bool) -> None:
    assert path_matches(path, glob) is fits


@given(st.text(alphabet="ab/*?[]!^-\\.&|~", max_size=12), st.text(alphabet="ab/[]^", max_size=8))
def test_any_glob_can_be_asked_about_any_path(glob: str, path: str) -> None:
    assert path_matches(path, glob) in (True, False)
