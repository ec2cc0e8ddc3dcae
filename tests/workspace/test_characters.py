"""Characters that cannot be printed are named with their place."""

from __future__ import annotations

from orgspec.testing import compiled
from orgspec.workspace.characters import unprintable


def test_a_character_without_glyph_is_named_at_its_first_place() -> None:
    program = compiled("roles:\n  a: {name: 陈𠮷, description: 𠮷}\n").program
    ((character, place),) = unprintable(program)
    assert character == "𠮷"
    assert place.source.position(place.span.start).line == 2
    assert place.source.text[place.span.start : place.span.end] == "𠮷"


def test_comments_are_not_printed_and_so_not_judged() -> None:
    assert unprintable(compiled("roles:\n  a: {name: 陈}  # 🙂\n").program) == ()


def test_rare_characters_of_names_are_printable() -> None:
    assert unprintable(compiled("roles: {a: {name: 喆堃镕}}").program) == ()
