"""Markdown templates of the user's own, and what a template may not do."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgspec.render.form.text import fill_markdown
from orgspec.render.form.trouble import TemplateTrouble

DATA = {
    "post": {"name": "Sales | *Rep*", "items": "kept"},
    "duties": [{"name": "Sell", "tasks": ["Call", "Visit <b>"]}, {"name": "Bill", "tasks": []}],
    "x": {"x-cost-centre": "4711"},
}


def filled(source: str) -> str:
    return fill_markdown(source, "forms/jd.md", DATA).decode()


def refused(source: str, *folders: Path) -> TemplateTrouble:
    with pytest.raises(TemplateTrouble) as caught:
        fill_markdown(source, "forms/jd.md", DATA, folders)
    return caught.value


def test_data_is_written_as_text_and_the_template_as_markup() -> None:
    assert filled("| {{ post.name }} |") == "| Sales \\| \\*Rep\\* |\n"


def test_values_in_a_row_are_escaped_and_what_joins_them_is_not() -> None:
    assert filled("{{ duties[0].tasks|join('<br>') }}") == "Call<br>Visit \\<b\\>\n"
    assert filled("{{ duties|join(', ', attribute='name') }}") == "Sell, Bill\n"


def test_own_keys_and_keys_that_are_called_like_methods_are_reached() -> None:
    assert filled("{{ x['x-cost-centre'] }} {{ post.items }}") == "4711 kept\n"


def test_loops_leave_no_empty_lines() -> None:
    assert filled("{% for d in duties %}\n- {{ d.name }}\n{% endfor %}\n") == "- Sell\n- Bill\n"


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        ("{{ post.nmae }}", 1, "there is no `post.nmae`; did you mean `post.name`?"),
        ("x\n{{ dutys }}", 2, "there is no `dutys`; did you mean `duties`?"),
        (
            "{% for d in duties %}\n{{ d.tsks }}{% endfor %}",
            2,
            "there is no `duties[].tsks`; did you mean `duties[].tasks`?",
        ),
        ("{{ post.zzzz }}", 1, "there are `name`, `items`"),
        ("{% if %}", 1, "it is no valid template"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("{{ ''.__class__ }}", 1, "`__class__` is out of reach"),
        ("{{ post._values }}", 1, "out of reach"),
        ("{{ ''|attr('__class__') }}", 1, "out of reach"),
        ("{{ '{0.__class__}'.format(1) }}", 1, "out of reach"),
        ("{{ range(10**9) }}", 1, "at most 100,000 numbers"),
        ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", 1, "without end"),
        ("{{ duties.append(1) }}", 1, "append"),
        ("{% include 'secret.md' %}", 1, "no template `secret.md`"),
        ("{{ post.name }}\n｛{ post.name }｝", 2, "write half-width braces"),
        ("{{ post.name.upper }}", 1, "a function is no text"),
        ("{{ lipsum() }}", 1, "there is no `lipsum`"),
        ("{{ duties|random }}", 1, "No filter named 'random'"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(source: str, line: int, said: str) -> None:
    found = refused(source)
    assert (found.name, found.line) == ("forms/jd.md", line)
    assert said in found.message().in_("en")
    assert found.message().in_("zh").startswith(f"模板 forms/jd.md:{line}：")


@pytest.mark.parametrize(
    "name", ["../secret.md", "link.md", ".hidden.md", ".git/config", "key.pem"]
)
def test_a_template_includes_nothing_from_outside_its_folder(name: str, tmp_path: Path) -> None:
    inside = tmp_path / "spec"
    (inside / ".git").mkdir(parents=True)
    for path in (tmp_path / "secret.md", inside / ".git/config", inside / ".hidden.md",
                 inside / "key.pem"):  # fmt: skip
        path.write_text("SECRET")
    (inside / "link.md").symlink_to(tmp_path / "secret.md")
    (inside / "part.md").write_text("PART")
    whole = fill_markdown("{% include 'part.md' %}", "a.md", DATA, (inside,))
    assert whole == b"PART\n"
    assert "no template" in str(refused(f"{{% include '{name}' %}}", inside))


def test_an_error_in_an_included_template_is_told_there(tmp_path: Path) -> None:
    (tmp_path / "part.md").write_text("\n{{ post.nmae }}")
    found = refused("{% include 'part.md' %}", tmp_path)
    assert (found.name, found.line) == ("part.md", 2)
