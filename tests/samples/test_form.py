"""The Word form that ships with a sample: a start for HR departments."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from orgspec.render.form.word import fill_docx
from orgspec.workspace import compile_path
from orgspec.workspace.plan import Job, document_of
from scripts.sample_form import TARGET, form
from tests.render.form.word_forms import texts

ROOT = Path(__file__).parents[2]
FORM = ROOT / TARGET


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_form_is_small_and_what_its_script_draws() -> None:
    assert FORM.stat().st_size < 20_000
    assert parts(FORM.read_bytes()) == parts(form()), "run: python -m scripts.sample_form"


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_every_post_of_the_sample_fits_into_the_form(locale: str) -> None:
    compilation = compile_path(FORM.parents[1])
    source = FORM.read_bytes()
    for role in list(compilation.organisation.roles.values())[::7]:
        job = Job("job-descriptions", role.address, locale, "", ("json",))
        document = document_of(compilation, job)
        said = "\n".join(texts(fill_docx(source, "jd.docx", document.form)))
        assert role.in_(locale) in said
        assert "{" not in said
        assert [line for line in said.splitlines() if line.startswith("签字确认")]
