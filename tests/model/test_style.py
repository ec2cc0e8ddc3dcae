"""What the manifest may say of a house style, and what it is told otherwise."""

from __future__ import annotations

import pytest

from orgspec.testing import compiled

HEAD = "organization: {name: A, locales: [zh, en]}\nstyle:\n"


def told(field: str) -> list[tuple[str, str]]:
    """Code and message of what is wrong with a style of one field."""
    found = compiled(f"{HEAD}  {field}\n").diagnostics
    return [(d.code, str(d.message.en)) for d in found if d.code[:3] in ("SYN", "REF")]


@pytest.mark.parametrize(
    "field",
    [
        'colour: "#7A1F3D"',
        'colour: "#abc"',
        'colours: ["#005F9E", "#B0005B"]',
        "numbering: chinese",
        "font_name: Source Han Sans",
        'header: {left: "{organization}", right: "{number} {version}"}',
        'footer: {centre: {zh: "第 {page} 页", en: "{page}/{pages}"}}',
    ],
)
def test_what_a_style_may_say(field: str) -> None:
    assert told(field) == []


@pytest.mark.parametrize(
    ("field", "code", "part"),
    [
        ("colour: red", "SYN007", "a colour such as"),
        ('colour: "7A1F3D"', "SYN007", '`"#7A1F3D"`'),
        ("colour: #7A1F3D", "SYN007", "begins a comment"),
        ('colours: ["#FFD700"]', "SYN007", "1.4 : 1"),
        ('header: {left: "{organisation}"}', "SYN007", "`{organization}`"),
        ('footer: {right: {zh: "{pge}", en: x}}', "SYN007", "`{page}`"),
        ("numbering: roman", "SYN007", "`decimal`"),
        ("color: red", "REF004", "is no field here"),
    ],
)
def test_a_slip_is_told_with_what_was_meant(field: str, code: str, part: str) -> None:
    ((found, message),) = told(field)
    assert found == code
    assert part in message


def test_an_accent_may_be_as_light_as_it_likes() -> None:
    style = compiled(f'{HEAD}  colour: "#FFCC00"\n').organisation.manifest.style
    assert style is not None
    assert style.colour == "#FFCC00"
