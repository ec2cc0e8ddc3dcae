"""`--locale zh+en`: documents in two languages side by side."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgspec.cli.app import run
from orgspec.testing import findings

SPEC = """
organization: {name: {zh: 远航, en: Voyage}, locales: [zh, en]}
outputs: {job-descriptions: {locales: [zh+en], formats: [md]}}
roles:
  rep: {name: {zh: 业务员, en: Sales Rep}, reports_to: none, purpose: {zh: 拿订单, en: Wins orders}}
"""


@pytest.fixture
def spec(tmp_path: Path) -> str:
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "orgspec.yaml").write_text(SPEC, encoding="utf-8")
    return str(tmp_path / "spec")


def test_render_writes_the_first_language_first(spec: str, tmp_path: Path) -> None:
    out = tmp_path / "rep.md"
    for locale, title in (
        ("zh+en", "岗位说明书 Job description"),
        ("en+zh", "Job description 岗位说明书"),
    ):
        arguments = ["render", "job-description", "rep", "-o", str(out), "-p", spec]
        assert run([*arguments, "--locale", locale]) == 0
        assert out.read_text(encoding="utf-8").startswith(f"# {title}\n")


def test_build_puts_pairs_into_a_folder_of_their_own(spec: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    light = ["--only", "job-descriptions,headcount", "--format", "md", "--jobs", "1"]
    assert run(["build", spec, "-o", str(out), *light]) == 0
    made = {path.relative_to(out).as_posix() for path in out.rglob("*.md")}
    assert made == {"zh+en/job-descriptions/rep.md", "zh/headcount.md", "en/headcount.md"}


@pytest.mark.parametrize("locale", ["zh+fr", "zh+zh", "zh+en+zh", "+"])
def test_a_pair_that_cannot_be_is_wrong_use(
    locale: str, spec: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "chart.svg")
    for command in (["render", "chart", "-o", out, "-p"], ["build", "-o", str(tmp_path / "o")]):
        assert run([*command, spec, "--locale", locale, "--lang", "en"]) == 2
        assert "locale" in capsys.readouterr().err


def test_the_manifest_may_not_pair_what_is_not_enabled() -> None:
    (found,) = findings(SPEC.replace("zh+en", "zh+fr"), select="SYN")
    assert "`fr`" in found.message.in_("en")
    assert not findings(SPEC, select="SYN")
