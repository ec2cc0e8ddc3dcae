"""Trees to entities: collections, ids, shorthands, the manifest."""

import pytest

from orgspec.diagnostics import Diagnostic
from orgspec.model.lowering import lower
from orgspec.model.organisation import Organisation
from orgspec.source import Source
from orgspec.syntax.limits import Limits
from orgspec.syntax.reader import read
from orgspec.testing import compiled, findings


def organisation(text: str) -> Organisation:
    return compiled(text).organisation


def shown(diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    return place.source.text[place.span.start : place.span.end]


READER = "SYN,REF002,REF003,REF004"

# --- shorthands ---

SHORTHANDS = {
    "headcount": ("roles: {a: {headcount: 3}}", "roles: {a: {headcount: {planned: 3}}}"),
    "deputy": ("roles: {a: {deputy: b}}", "roles: {a: {deputy: [b]}}"),
    "kpis": ("roles: {a: {kpis: [x]}}", "roles: {a: {kpis: [{kpi: x}]}}"),
    "one kpi": ("roles: {a: {kpis: x}}", "roles: {a: {kpis: [{kpi: x}]}}"),
    "holds": ("people: {p: {holds: a}}", "people: {p: {holds: [{role: a}]}}"),
    "allow": ("roles: {a: {allow: ORG006}}", "roles: {a: {allow: [{code: ORG006}]}}"),
    "raci": ("duties: {d: {raci: a}}", "duties: {d: {raci: {A/R: a}}}"),
    "raci lists": ("duties: {d: {raci: {R: a}}}", "duties: {d: {raci: {R: [a]}}}"),
    "tasks": ("duties: {d: {tasks: x}}", "duties: {d: {tasks: [{name: x}]}}"),
    "coordination": (
        "duties: {d: {coordination: [a]}}",
        "duties: {d: {coordination: [{with: a}]}}",
    ),
    "next": (
        "workflows: {w: {steps: {a: {next: b}, b: {end: true}}}}",
        "workflows: {w: {steps: {a: {next: [{to: b}]}, b: {end: true}}}}",
    ),
    "functions": (
        "departments: {d: {functions: [f, g]}}",
        "departments: {d: {functions: {f: , g: }}}",
    ),
    "one function": ("departments: {d: {functions: f}}", "departments: {d: {functions: {f: {}}}}"),
    "name": ("roles: {a: 经理}", "roles: {a: {name: 经理}}"),
    "nothing": ("roles: {a: }", "roles: {a: {}}"),
    "organization": ("organization: 远航", "organization: {name: 远航}"),
    "scheme": ("raci: RASCI", "raci: {scheme: RASCI}"),
    "outputs": ("outputs: {raci: false}", "outputs: {raci: {enabled: false}}"),
}


@pytest.mark.parametrize(("short", "long"), SHORTHANDS.values(), ids=SHORTHANDS)
def test_shorthand_and_longhand_mean_the_same(short: str, long: str) -> None:
    assert findings(short, select=READER) == findings(long, select=READER) == ()
    assert organisation(short) == organisation(long)


# --- ids ---


@pytest.mark.parametrize(
    "id_", ["市场部", "2026", "no", "1.10", "a_b-c.d", "x-ray-technician", "é", "null"]
)
def test_what_people_call_things_is_an_id(id_: str) -> None:
    text = f"roles: {{{id_}: }}"
    assert findings(text, select=READER) == ()
    assert list(organisation(text).roles) == [id_]


@pytest.mark.parametrize(
    "id_",
    ["-a", "a b", "a/b", "a.", "none", "everyone", "superior", "owner", "head", "a" * 101, "'@id'"],
)
def test_what_is_no_id_is_reported_at_the_id(id_: str) -> None:
    (found,) = findings(f"roles: {{{id_}: }}", select="SYN")
    assert found.code == "SYN009"
    assert shown(found) == id_


def test_an_id_of_a_hundred_characters_is_long_enough() -> None:
    assert findings(f"roles: {{{'市' * 100}: }}", select="SYN") == ()


def test_ids_are_the_same_however_their_accents_are_composed() -> None:
    text = "roles:\n  caf\u00e9: \n  cafe\u0301: \n"
    (found,) = findings(text, select=READER)
    assert (found.code, shown(found)) == ("REF002", "cafe\u0301")
    assert [label.span.start for label in found.related] == [text.index("café")]


def test_ids_that_differ_in_case_only_are_one() -> None:
    (found,) = findings("roles: {Sales: , sales: }", select=READER)
    assert (found.code, shown(found)) == ("REF002", "sales")
    assert "case" in found.message.in_("en")


@pytest.mark.parametrize("other", ["departments", "people", "partners", "systems"])
def test_parties_share_one_namespace(other: str) -> None:
    found = findings(f"roles: {{sales: }}\n{other}: {{sales: }}", select=READER)
    assert [d.code for d in found] == ["REF002"]
    assert len(found[0].related) == 1


def test_other_kinds_have_namespaces_of_their_own() -> None:
    assert findings("roles: {sales: }\nkpis: {sales: }\nduties: {sales: }", select=READER) == ()


def test_functions_and_steps_have_a_namespace_for_each_owner() -> None:
    text = "departments: {a: {functions: [f]}, b: {functions: [f]}}"
    assert findings(text, select=READER) == ()
    assert list(organisation(text).functions) == ["a/f", "b/f"]


# --- x- keys ---


def test_keys_of_ones_own_are_kept_wherever_keys_are_field_names() -> None:
    text = """
    x-top: anything
    organization: {name: A, x-own: {a: [1]}}
    roles:
      a: {x-colour: red, headcount: {planned: 1, x-source: plan}}
    duties:
      d: {tasks: [{name: t, x-tool: pen}]}
    """
    assert findings(text, select=READER) == ()
    assert organisation(text).roles["a"].extra == {
        "x-colour": "red",
        "headcount.x-source": "plan",
    }
    assert organisation(text).duties["d"].extra == {"tasks.0.x-tool": "pen"}
    assert organisation(text).profile.extra == {"x-own": {"a": ["1"]}}


def test_an_own_key_in_a_part_does_not_cost_its_other_fields() -> None:
    role = organisation("roles: {a: {headcount: {planned: 7, x-source: plan}}}").roles["a"]
    assert role.headcount.planned == 7


def test_where_keys_are_ids_or_letters_x_is_a_letter_like_others() -> None:
    text = """
    departments: {x-unit: {functions: {x-ray: 放射}}}
    roles: {x-ray-technician: {department: x-unit}}
    workflows: {x-flow: {steps: {x-step: {end: true}}}}
    """
    got = organisation(text)
    assert list(got.roles) == ["x-ray-technician"]
    assert list(got.functions) == ["x-unit/x-ray"]
    assert list(got.steps) == ["x-flow/x-step"]


@pytest.mark.parametrize("key", ["@id", "@address", "@extra"])
def test_the_readers_own_keys_are_no_way_in(key: str) -> None:
    found = findings(f"roles: {{a: {{'{key}': {{b: c}}}}}}", select=READER)
    assert [d.code for d in found] == ["REF004"]


# --- shapes ---


def test_a_collection_that_is_a_list_is_shown_at_its_key() -> None:
    found = findings("roles:\n  - a\n  - b\n", select=READER)
    assert [(d.code, shown(d)) for d in found] == [("SYN007", "roles")]


def test_a_file_that_is_a_text_or_list_is_one_finding() -> None:
    for text in ("just words", "- a\n- b\n"):
        assert [d.code for d in findings(text)] == ["SYN007"]


def test_an_entity_that_is_a_list_keeps_its_id() -> None:
    text = "roles: {a: [x], b: {reports_to: a}}"
    assert [d.code for d in findings(text, select="SYN,REF")] == ["SYN007"]


def test_an_unknown_collection_suggests_near_ones() -> None:
    (found,) = findings("role: {a: }", select=READER)
    assert (found.code, shown(found)) == ("REF004", "role")
    assert found.help is not None
    assert "`roles`" in found.help.in_("en")


def test_keys_of_the_manifest_stand_in_the_manifest_only() -> None:
    manifest = read(Source("orgspec.yaml", "organization: A\n"))
    other = read(Source("more.yaml", "organization: B\n"))
    (problem,) = lower([manifest, other], manifest).problems
    assert (problem.code, problem.source.path) == ("REF004", "more.yaml")
    assert problem.help is not None
    assert "orgspec.yaml" in problem.help.in_("en")


def test_an_id_declared_in_two_files_shows_both() -> None:
    trees = [read(Source(name, "roles: {a: }\n")) for name in ("one.yaml", "two.yaml")]
    (problem,) = lower(trees, None).problems
    assert (problem.code, problem.source.path) == ("REF002", "two.yaml")
    assert [label.source.path for label in problem.related] == ["one.yaml"]


def test_entities_beyond_the_limit_are_one_finding() -> None:
    tree = read(Source("orgspec.yaml", "roles: {a: , b: , c: , C: , d: }\n"))
    problems = lower([tree], None, Limits(entities=2)).problems
    assert [p.code for p in problems if p.code != "REF002"] == ["SYN006"]


# --- letters of one's own ---


@pytest.mark.parametrize(
    ("letters", "code"),
    [
        ("{X: {name: Do}}", "SYN008"),
        ("{letters: {X: {name: Do}}}", "SYN008"),
        ("{A/R: {acts_as: R}}", "SYN009"),
        ("{X: {acts_as: R, min: 3, max: 1}}", "REF010"),
        ("{X: {acts_as: Z}}", "SYN007"),
    ],
)
def test_a_letter_that_cannot_be_used_is_reported(letters: str, code: str) -> None:
    found = findings(f"raci: {letters}", select="SYN,REF010")
    assert [d.code for d in found] == [code]
    assert shown(found[0]) in ("X", "A/R", "Z")


def test_letters_of_ones_own_take_the_place_of_the_scheme() -> None:
    text = "raci: {★: {acts_as: A, name: 负责}, ○: {acts_as: R, max: 2}}"
    assert findings(text, select=READER) == ()
    assert [letter.sign for letter in organisation(text).scheme.letters] == ["★", "○"]


# --- locales ---


def test_the_locales_follow_from_the_name_where_none_are_given() -> None:
    assert organisation("organization: 远航").locales == ("zh",)
    assert organisation("organization: Voyage").locales == ("en",)
    assert organisation("roles: {a: }").locales == ("en",)
    assert organisation("organization: {name: A, locales: [en, zh]}").locales == ("en", "zh")


@pytest.mark.parametrize("tag", ["../out", "'a b'", "'/'", "中文"])
def test_a_locale_is_a_language_tag_and_nothing_else(tag: str) -> None:
    text = f"organization: {{name: A, locales: [en, {tag}]}}"
    assert [(d.code, shown(d)) for d in findings(text, select="SYN")] == [("SYN007", tag)]
    assert organisation(text).locales == ("en",)


def test_a_text_for_each_locale_has_the_default_first() -> None:
    text = "organization: {name: A, locales: [zh, en]}\nroles: {a: {name: {en: Clerk, zh: 文员}}}"
    name = organisation(text).roles["a"].name
    assert name is not None
    assert list(name.locales) == ["zh", "en"]
    assert (name.in_("en"), name.in_("zh-CN"), name.in_("fr")) == ("Clerk", "文员", "文员")


def test_a_locale_that_is_not_enabled_is_shown_at_its_key() -> None:
    text = "organization: {name: A, locales: [en]}\nroles: {a: {name: {en: Clerk, fr: Commis}}}"
    assert [(d.code, shown(d)) for d in findings(text, select=READER)] == [("REF004", "fr")]
