"""Files that are not what they should be: a sentence with a place, never a traceback."""

from __future__ import annotations

import json

import pytest

from orgspec.interchange.bpmn.importing import read_bpmn
from orgspec.interchange.exchange import Given, Imported, ImportRefusedError
from tests.interchange.exchanging import FILES, HEAD, compiled, process


def read(data: bytes) -> Imported:
    return read_bpmn((Given("x.bpmn", data),))


def refusal(data: bytes) -> ImportRefusedError:
    with pytest.raises(ImportRefusedError) as caught:
        read(data)
    return caught.value


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>'
    error = refusal(bomb.encode())
    assert "document type" in error.message.in_("en")
    assert "DOCTYPE" in error.message.in_("zh")


def test_no_file_is_read_for_an_entity() -> None:
    text = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]><d>&a;</d>'
    assert "document type" in refusal(text.encode()).message.in_("en")


def test_broken_xml_is_told_with_line_and_column() -> None:
    error = refusal(b"<a>\n  <b>\n</a>")
    assert error.place == "x.bpmn:3:3"
    assert error.message.in_("en") == "not well-formed XML: mismatched tag"


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02", b"{}", b"\xff\xfe", b"plain text"])
def test_what_is_no_xml_is_refused(data: bytes) -> None:
    assert "XML" in refusal(data).message.in_("en")


def test_xml_that_is_no_bpmn_is_refused_by_its_root() -> None:
    error = refusal(b'<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert "its root is `svg`" in error.message.in_("en")
    assert "根元素是 `svg`" in error.message.in_("zh")


def test_nesting_without_end_is_refused() -> None:
    assert "nested deeper" in refusal(b"<a>" * 100_000).message.in_("en")


def test_sub_processes_as_deep_as_the_limit_are_read() -> None:
    depth = 190
    inner = "".join(f'<subProcess id="s{n}" name="S{n}">' for n in range(depth))
    of = process(inner + '<task id="t" name="T"/>' + "</subProcess>" * depth)
    assert len(compiled(of).organisation.workflows) == depth + 1


def test_a_truncated_file_is_refused_whatever_its_length() -> None:
    data = (FILES / "purchase.bpmn").read_bytes()
    for length in range(0, len(data) - 20, 97):
        with pytest.raises(ImportRefusedError):
            read(data[:length])


def test_chinese_encodings_are_read() -> None:
    text = f'<?xml version="1.0" encoding="GBK"?>{HEAD}<process id="p" name="采购"><task id="t" name="审批"/></process></definitions>'
    assert "采购" in dict(read(text.encode("gbk")).collections["workflows"])  # type: ignore[call-overload]


def test_bytes_that_are_not_of_the_declared_encoding_are_refused() -> None:
    data = b'<?xml version="1.0" encoding="GBK"?>\n<a>\xff\xff</a>'
    assert refusal(data).message.in_("en") == "the file is not gbk"


def test_flows_lanes_and_events_that_point_nowhere_are_passed_over() -> None:
    of = process(
        '<laneSet><lane id="l" name="L"><flowNodeRef>gone</flowNodeRef></lane></laneSet>'
        '<task id="t" name="T"/><task name="no id"/><task id="t" name="again"/>'
        '<boundaryEvent id="b" name="B" attachedToRef="gone"/><boundaryEvent id="c" '
        'attachedToRef="c"/><sequenceFlow id="f" sourceRef="gone" targetRef="t"/>'
        '<sequenceFlow sourceRef="t" targetRef="t"/><dataObjectReference id="d"/>'
        '<exclusiveGateway id="g" default="none"/><intermediateThrowEvent id="k">'
        "<linkEventDefinition/></intermediateThrowEvent>"
    )
    assert compiled(of).organisation.workflows


@pytest.mark.parametrize(
    "fields",
    [
        {"id": 5, "drawn": ["merge"], "kind": {}, "escalation": "x"},
        {"id": "none", "drawn": "merge", "at_most": "many"},
        {"drawn": "choice", "type": [], "artifacts": [[[], []]]},
        {"id": "a b", "party": {"x": 1}, "join": 1, "end": "no", "when": []},
        [1, 2], "text", None, {"action": {"a": {"b": {"c": {"d": {}}}}}},
    ],
)  # fmt: skip
def test_extensions_that_we_did_not_write_so_do_no_harm(fields: object) -> None:
    written = (
        '<extensionElements><o:fields xmlns:o="urn:orgspec:bpmn:1">'
        f"{json.dumps(fields)}</o:fields></extensionElements>"
    )
    of = process(
        f'<laneSet><lane id="l" name="L">{written}<flowNodeRef>t</flowNodeRef></lane></laneSet>'
        f'<exclusiveGateway id="t" name="T">{written}</exclusiveGateway>'
        f'<sequenceFlow id="f" sourceRef="t" targetRef="t">{written}</sequenceFlow>'
        f'<sequenceFlow id="g" sourceRef="t" targetRef="u"/><task id="u" name="U">{written}</task>'
        f'<dataObjectReference id="d" name="D">{written}</dataObjectReference>{written}'
    )
    assert compiled(of).organisation.workflows


def test_gateways_that_only_gather_one_another_do_no_harm() -> None:
    merge = '<extensionElements><o:fields xmlns:o="urn:orgspec:bpmn:1">{"drawn": "merge"}</o:fields></extensionElements>'
    of = process(
        f'<exclusiveGateway id="a">{merge}</exclusiveGateway><exclusiveGateway id="b">{merge}'
        '</exclusiveGateway><task id="t" name="T"/><sequenceFlow id="1" sourceRef="a" '
        'targetRef="b"/><sequenceFlow id="2" sourceRef="b" targetRef="a"/>'
        '<sequenceFlow id="3" sourceRef="t" targetRef="a"/>'
    )
    assert compiled(of).organisation.workflows


def test_a_large_file_is_read_in_seconds() -> None:
    count = 3000
    nodes = "".join(f'<userTask id="t{n}" name="Step"/>' for n in range(count))
    flows = "".join(
        f'<sequenceFlow id="f{n}" sourceRef="t{n}" targetRef="t{n + 1}"/>' for n in range(count - 1)
    )
    assert len(process(nodes + flows).collections) > 2
