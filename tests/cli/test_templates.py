"""Forms of the user's own, as the command line and the manifest name them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from orgspec.cli.app import run
from tests.render.form.word_forms import form, texts

SPEC = """
organization: {name: 远航, locales: [zh, en]}
roles:
  boss: {reports_to: none, name: 经理, number: M-1, purpose: 负责全部工作。, x-room: "301"}
duties: {selling: {name: 销售, raci: boss, tasks: [报价, 签约]}}
"""
VIEW = ("render", "job-description", "boss")


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "orgspec.yaml").write_text(SPEC, encoding="utf-8")
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "jd.docx").write_bytes(form())
    (tmp_path / "forms" / "jd.md").write_text("{{ post.name }} {{ x['x-room'] }}", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def outputs(spec: Path, text: str) -> None:
    with (spec / "orgspec.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write(f"outputs: {{job-descriptions: {text}}}\n")


def test_a_form_from_the_command_line_makes_the_document(spec: Path) -> None:
    assert run([*VIEW, "-f", "docx", "--template", "forms/jd.docx", "-o", "a.docx"]) == 0
    said = texts((spec / "a.docx").read_bytes())
    assert "岗位：经理（M-1）" in said
    assert "销售|报价；签约" in said


def test_forms_by_format_make_their_formats_and_ours_make_the_rest(spec: Path) -> None:
    outputs(spec, "{formats: [docx, md, html], template: {docx: forms/jd.docx, md: forms/jd.md}}")
    for folder in ("out", "again"):
        assert run(["build", ".", "-o", folder, "--only", "job-descriptions"]) == 0
    made = spec / "out" / "zh" / "job-descriptions"
    assert (made / "boss.md").read_text("utf-8") == "经理 301\n"
    assert "岗位：经理（M-1）" in texts((made / "boss.docx").read_bytes())
    assert "<html" in (made / "boss.html").read_text("utf-8")
    for path in made.iterdir():
        assert path.read_bytes() == (spec / "again/zh/job-descriptions" / path.name).read_bytes()


def test_one_path_is_the_form_of_the_format_that_it_ends_in(spec: Path) -> None:
    outputs(spec, "{template: forms/jd.md}")
    assert run([*VIEW, "-o", "a.md"]) == 0
    assert (spec / "a.md").read_text("utf-8") == "经理 301\n"
    assert run([*VIEW, "-o", "a.docx"]) == 0
    assert "岗位：经理（M-1）" not in texts((spec / "a.docx").read_bytes())


def test_a_form_in_the_folder_of_templates_needs_no_setting(spec: Path) -> None:
    (spec / "templates" / "md").mkdir(parents=True)
    (spec / "templates" / "part.md").write_text("part", "utf-8")
    place = spec / "templates" / "md" / "job-descriptions.md"
    place.write_text("{% include 'part.md' %} {{ post.number }}", "utf-8")
    assert run([*VIEW, "-o", "a.md"]) == 0
    assert (spec / "a.md").read_text("utf-8") == "part M-1\n"


def test_a_page_of_the_users_own_has_the_same_names(spec: Path) -> None:
    page = "<head></head>{{ document.title }}:{{ document.blocks|length }}:{{ duties[0].name }}"
    (spec / "forms" / "jd.html").write_text(page, "utf-8")
    assert run([*VIEW, "-o", "a.html", "-t", "forms/jd.html"]) == 0
    assert "岗位说明书:" in (spec / "a.html").read_text("utf-8")
    assert ":销售" in (spec / "a.html").read_text("utf-8")


def test_the_names_that_a_form_may_use_are_shown_as_json(
    spec: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run([*VIEW, "-f", "json", "-o", "-"]) == 0
    data = json.loads(capsysbinary.readouterr().out)
    assert data["post"]["name"] == "经理"
    assert data["x"] == {"x-room": "301"}


def test_a_slip_in_a_form_stops_the_command_and_writes_nothing(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (spec / "forms" / "jd.md").write_text("\n{{ post.nmae }}", "utf-8")
    (spec / "a.md").write_text("before", "utf-8")
    outputs(spec, "{formats: md, template: forms/jd.md}")
    assert run([*VIEW, "-o", "a.md"]) == 2
    assert (spec / "a.md").read_text("utf-8") == "before"
    assert (
        "template forms/jd.md:2: there is no `post.nmae`; did you mean" in capsys.readouterr().err
    )
    assert run(["--lang", "zh", "build", ".", "-o", "out", "--only", "job-descriptions"]) == 2
    assert "模板 forms/jd.md:2：没有 `post.nmae`；是否想写 `post.name`？" in capsys.readouterr().err
    assert not (spec / "out" / "zh").exists()


@pytest.mark.parametrize(
    ("given", "form_", "said"),
    [
        ("forms/none.docx", "docx", "there is no template `forms/none.docx`"),
        ("forms/jd.md", "docx", "does not end in `.docx`"),
        ("forms/jd.docx", "pdf", "there are no templates for `pdf`"),
        ("orgspec.yaml", "md", "does not end in `.md`"),
    ],
)
def test_a_form_that_cannot_be_meant_is_refused(
    given: str, form_: str, said: str, spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*VIEW, "-f", form_, "-t", given, "-o", f"a.{form_}"]) == 2
    assert said in capsys.readouterr().err


def test_a_form_outside_the_folder_of_the_manifest_is_an_error(
    spec: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path_factory.mktemp("other") / "jd.md"
    other.write_text("{{ post.name }}", "utf-8")
    (spec / "forms" / "link.md").symlink_to(other)
    outputs(spec, "{template: forms/link.md}")
    assert run(["check", "."]) == 1
    assert "outside the folder of the manifest" in capsys.readouterr().out
    assert run([*VIEW, "-o", "a.md", "--draft"]) == 2
    assert not (spec / "a.md").exists()
