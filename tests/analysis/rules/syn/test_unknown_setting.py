"""SYN010: settings that mean nothing."""

import pytest

from orgspec.testing import check, findings


def test_a_slip_in_an_option_is_found_with_near_ones() -> None:
    (found,) = check(
        """
        checks: {options: {span_of_controll: 12}}
        #                  ^^^^^^^^^^^^^^^^ SYN010
        """,
        select="SYN010",
    )
    assert found.help is not None
    assert "`span_of_control`" in found.help.in_("en")
    assert found.help.in_("zh").startswith("是否想写")


@pytest.mark.parametrize(
    "text",
    [
        "orgspec: 2",
        "checks: {profile: lenient}",
        "checks: {ignore: [ORG999]}",
        "checks: {select: [no-such-check]}",
        "checks: {severity: {NOPE01: error}}",
        "checks: {severity: {ORG006: fatal}}",
        "checks: {options: {span_of_control: many}}",
        "checks: {per_file: {'a/**': {ignore: [XYZ]}}}",
        "checks: {per_file: {'a/**': {ignored: [ORG]}}}",
        "checks: {per_file: {'a/**': ORG}}",
        "outputs: {brochures: true}",
        "outputs: {raci: {formats: [pptx]}}",
        "departments: {a: {checks: {ignore: [XYZ]}}}",
        "departments: {a: {checks: {options: {spam: 3}}}}",
    ],
)
def test_an_unknown_setting_is_found_once(text: str) -> None:
    assert [d.code for d in findings(text, select="SYN")] == ["SYN010"]


@pytest.mark.parametrize(
    "text",
    [
        "orgspec: 1",
        "orgspec: '1'",
        "checks: {profile: strict, select: [ORG, RAC, REF], ignore: [ORG006, wide-span, ORG01]}",
        "checks: {severity: {ORG006: info}, options: {layers: 9, span_of_control: '12'}}",
        "checks: {per_file: {'a/**': {ignore: ORG, severity: {ORG006: error}}}}",
        "outputs: {raci: {formats: [html, xlsx]}, handbook: false, job-description: true}",
        "departments: {a: {checks: {options: {span_of_control: 20}, ignore: [ORG]}}}",
        "",
    ],
)
def test_what_is_known_is_fine(text: str) -> None:
    check(text, select="SYN010")


def test_it_cannot_be_switched_off() -> None:
    assert findings("checks: {ignore: [SYN010, XYZ]}", select="SYN010")
