"""Kinds of document and their spellings."""

import pytest

from orgspec.model.outputs import BUILT, KINDS, canonical


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("chart", "charts"),
        ("Charts/", "charts"),
        ("job_description", "job-descriptions"),
        ("kpi", "kpis"),
        ("index.html", "index"),
        ("brochure", None),
    ],
)
def test_singular_plural_and_folder_mean_one_kind(written: str, kind: str | None) -> None:
    assert canonical(written) == kind


def test_every_kind_has_a_format_and_what_is_built_is_a_kind() -> None:
    assert all(KINDS.values())
    assert set(KINDS) >= set(BUILT)
