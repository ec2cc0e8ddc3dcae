"""The fix of each rule that has one: the text before, the text after."""

import textwrap

import pytest

from orgspec.diagnostics.editing import apply
from orgspec.testing import findings

TOP = "roles: {a: {reports_to: none}, b: {reports_to: none}}\n"

CASES = [
    # code, safe, before, after
    ("REF003", True, "roles: {a: {grade: P1, reports_to: none, grade: P1}}", "roles: {a: {grade: P1, reports_to: none}}"),
    ("REF003", True, "roles:\n  a:\n    grade: P1\n    reports_to: none\n    grade: P1\n", "roles:\n  a:\n    grade: P1\n    reports_to: none\n"),
    ("REF003", True, "roles:\n  a:\n    grade: P1\n    grade: P1", "roles:\n  a:\n    grade: P1\n"),
    ("REF003", None, "roles:\n  a:\n    grade: P1\n    grade: P1  # why\n", None),
    ("REF003", None, "roles: {a: {grade: P1, reports_to: none, grade: P2}}", None),
    ("REF001", False, "roles: {boss: {reports_to: none}, c: {reports_to: bos}}", "roles: {boss: {reports_to: none}, c: {reports_to: boss}}"),
    ("REF001", False, "roles: {boss: {reports_to: none}, c: {reports_to: 'bos'}}", "roles: {boss: {reports_to: none}, c: {reports_to: 'boss'}}"),
    ("REF001", None, "roles: {boss: {reports_to: none}, bose: {reports_to: boss}, c: {reports_to: bos}}", None),
    ("REF001", None, "roles: {boss: {reports_to: none}, c: {reports_to: &x bos}}", None),
    ("REF001", None, "roles: {boss: {reports_to: none, deputy: bos}}", None),
    ("REF004", False, "roles: {a: {reports_to: none, head_count: 2}}", "roles: {a: {reports_to: none, headcount: 2}}"),
    ("REF004", None, "roles: {a: {reports_to: none, headcount: 1, head_count: 2}}", None),
    ("REF004", False, "dutie: {d: {raci: a}}\n" + TOP, "duties: {d: {raci: a}}\n" + TOP),
    ("REF004", None, "extends: {d: {raci: a}}\n" + TOP, None),
    ("SYN007", False, "duties: {d: {raci: a, priority: primry}}\n" + TOP, "duties: {d: {raci: a, priority: primary}}\n" + TOP),
    ("SYN007", None, "duties: {d: {raci: a, priority: urgent}}\n" + TOP, None),
    ("SYN010", False, "checks: {profile: stric}\n" + TOP, "checks: {profile: strict}\n" + TOP),
    ("SYN010", False, "checks: {options: {span_of_controll: 9}}\n" + TOP, "checks: {options: {span_of_control: 9}}\n" + TOP),
    ("SYN010", None, "checks: {ignore: [WHAT]}\n" + TOP, None),
    ("SYN011", False, "roles: {a: {reports_to: none, purpose: 只制单,不审单}}", 'roles: {a: {reports_to: none, purpose: "只制单,不审单"}}'),
    ("SYN012", False, "organization: {principles: [只制单,不审单]}\n" + TOP, "organization: {principles: [只制单, 不审单]}\n" + TOP),
    ("ORG004", False, "roles:\n  a: {reports_to: none}\n  b: {reports_to: none}\n  c:\n    reports_to: [a, b]  # two\n", "roles:\n  a: {reports_to: none}\n  b: {reports_to: none}\n  c:\n    reports_to: a\n    dotted_to: [b]  # two\n"),
    ("ORG004", False, "roles:\n  a: {reports_to: none}\n  b: {reports_to: none}\n  c:\n    reports_to:\n      - a\n      - b\n    grade: P1\n", "roles:\n  a: {reports_to: none}\n  b: {reports_to: none}\n  c:\n    reports_to: a\n    dotted_to: [b]\n    grade: P1\n"),
    ("ORG004", None, "roles:\n  a: {reports_to: none}\n  b: {reports_to: none}\n  c:\n    reports_to:\n      - a  # since 2020\n      - b\n", None),
    ("ORG004", False, "roles: {a: {reports_to: none}, b: {reports_to: a}, c: {reports_to: a, dotted_to: [b, a]}}", "roles: {a: {reports_to: none}, b: {reports_to: a}, c: {reports_to: a, dotted_to: [b]}}"),
    ("RAC016", False, "duties: {d: {raci: {A: a, r: b}}}\n" + TOP, "duties: {d: {raci: {A: a, R: b}}}\n" + TOP),
    ("RAC015", False, "duties: {d: {raci: {A/R: a, C: [b, b]}}}\n" + TOP, "duties: {d: {raci: {A/R: a, C: [b]}}}\n" + TOP),
    ("RAC020", False, "departments: {x: {head: a}}\nduties: {d: {raci: {A: x, R: b}}}\n" + TOP, "departments: {x: {head: a}}\nduties: {d: {raci: {A: a, R: b}}}\n" + TOP),
    ("RAC021", False, "people: {li: {holds: a}}\nduties: {d: {raci: {A: a, R: li}}}\n" + TOP, "people: {li: {holds: a}}\nduties: {d: {raci: {A: a, R: a}}}\n" + TOP),
    ("CHG005", True, "roles: {a: {reports_to: none, allow: [{code: ORG002, reason: x}, {code: ORG004, reason: x}]}}", "roles: {a: {reports_to: none, allow: [{code: ORG004, reason: x}]}}"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "safe", "before", "after"), CASES)
def test_a_fix_is_put_in_as_people_would_write_it(
    code: str, safe: bool | None, before: str, after: str | None
) -> None:
    """`safe` is None where there must be no fix."""
    before = textwrap.dedent(before)
    found = [d for d in findings(before) if d.code == code]
    assert found, [d.code for d in findings(before)]
    fix = found[0].fix
    if safe is None:
        assert fix is None
        return
    assert fix is not None
    assert fix.safe is safe
    assert apply(found[:1]).texts["orgspec.yaml"] == after
    for locale in ("en", "zh"):
        assert fix.title.in_(locale)
