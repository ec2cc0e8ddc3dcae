"""RAC015: contradictory-letters."""

from __future__ import annotations

from orgspec.testing import check, findings

_MENDED = (("I: rep", "I: []"), ("I: [a, rep]", "I: [a]"), ("I: [rep, a]", "I: [a]"))
_TEXT = "roles: {rep: {}, a: {}}\nduties: {q: {raci: {A: a, R: rep, WRITTEN}}}\n"


def test_the_weaker_letter_is_found() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    duties:
      quoting: {raci: {A: manager, R: rep, I: rep}}
      #                                       ^^^ RAC015
    """,
        select="RAC015",
    )


def test_a_party_twice_in_one_letter_is_found() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    duties:
      quoting: {raci: {A: manager, R: [rep, rep]}}
      #                                     ^^^ RAC015
    """,
        select="RAC015",
    )


def test_who_answers_may_work() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    duties:
      quoting: {raci: {A: manager, R: [manager, rep]}}
      pricing: {raci: {A/R: manager}}
    """,
        select="RAC015",
    )


def test_a_department_that_is_informed_does_not_contradict_its_members() -> None:
    check(
        """
    departments: {sales: {head: manager}}
    roles: {manager: {department: sales}}
    duties: {quoting: {raci: {A: manager, R: manager, I: sales}}}
    """,
        select="RAC015",
    )


def test_two_letters_of_one_meaning_do_not_contradict() -> None:
    check(
        """
    raci: {scheme: RAPID}
    roles: {manager: {}, rep: {}}
    duties: {quoting: {raci: {D: manager, R: rep, P: rep}}}
    """,
        select="RAC015",
    )


def test_the_fix_drops_the_weaker_letter() -> None:
    for written, mended in _MENDED:
        text = _TEXT.replace("WRITTEN", written)
        found = next(f for f in findings(text, select="RAC015") if "rep" in f.message.in_("en"))
        assert found.fix is not None and not found.fix.safe
        (edit,) = found.fix.edits
        assert mended in text[: edit.span.start] + edit.text + text[edit.span.end :]
