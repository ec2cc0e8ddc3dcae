"""BPMN in: what becomes of processes, lanes, gateways, events and message flows."""

from __future__ import annotations

from orgspec.interchange.bpmn.importing import read_bpmn
from orgspec.interchange.exchange import Given
from tests.interchange.exchanging import (
    FILES,
    codes,
    collection,
    compiled,
    imported,
    process,
    said,
    steps,
)


def test_every_node_is_a_step_and_every_flow_a_transition() -> None:
    found = steps(imported("purchase.bpmn"), "buying")
    assert list(found) == [
        "need-arises", "write-the-request", "approve", "late", "reminded", "approved", "order",
        "ordered", "refused",
    ]  # fmt: skip
    assert found["write-the-request"]["next"] == "approve"


def test_lanes_are_roles_of_their_pool_and_do_what_stands_in_them() -> None:
    of = imported("purchase.bpmn")
    assert collection(of, "roles")["clerk"] == {"name": "Clerk", "department": "works"}
    assert steps(of, "buying")["approve"]["raci"] == {"R": "manager"}
    assert "raci" not in steps(of, "buying")["need-arises"]


def test_a_lane_with_lanes_is_a_department() -> None:
    of = process(
        '<laneSet><lane id="o" name="Sales"><childLaneSet><lane id="i" name="Rep"><flowNodeRef>t'
        '</flowNodeRef></lane></childLaneSet></lane></laneSet><task id="t" name="Sell"/>'
    )
    assert collection(of, "departments") == {"sales": {"name": "Sales"}}
    assert collection(of, "roles")["rep"]["department"] == "sales"


def test_a_pool_without_process_is_a_partner_and_its_messages_are_handoffs() -> None:
    of = imported("purchase.bpmn")
    assert collection(of, "partners") == {"supplier": {"name": "Supplier"}}
    assert collection(of, "handoffs")["order-sent"] == {
        "name": "Order sent", "from": "buying/order", "to": "supplier",
        "artifacts": ["purchase-order"],
    }  # fmt: skip
    assert "the message flow `Lost`" in said(of)


def test_conditions_and_default_flows_are_when_and_otherwise() -> None:
    step = steps(imported("purchase.bpmn"), "buying")["approved"]
    assert step["next"] == [{"to": "order", "when": "yes"}, {"to": "refused", "otherwise": True}]
    assert step["x-bpmn"] == {"conditions": {"order": "${ok}"}}


def test_a_timer_at_the_edge_is_the_limit_of_its_activity_and_a_way_out_of_it() -> None:
    found = steps(imported("purchase.bpmn"), "buying")
    assert found["approve"]["within"] == "P2D"
    assert found["approve"]["next"] == ["approved", {"all": ["approved", "late"], "when": "Late"}]
    assert codes(imported("purchase.bpmn")) <= {"WFL023"}


def test_data_objects_are_artifacts_and_annotations_comments() -> None:
    found = steps(imported("purchase.bpmn"), "buying")
    assert found["write-the-request"]["outputs"] == ["request-form"]
    assert found["approve"]["inputs"] == ["request-form"]
    assert found["approve"]["#"][0] == "Up to 500 only."


def test_what_nothing_reads_is_counted() -> None:
    assert "1 × `group` left out" in said(imported("purchase.bpmn"))


def test_candidate_groups_assignees_and_potential_owners_do_the_work() -> None:
    of = imported("leave.bpmn")
    assert steps(of, "请假流程")["填写请假单"]["raci"] == {"R": ["staff", "clerks"]}
    assert steps(of, "请假流程")["主管审批"]["raci"] == {"R": "主管"}
    assert steps(of, "工作交接")["列出事项"]["raci"] == {"R": "staff"}


def test_a_user_task_that_names_nobody_is_the_one_unowned_step() -> None:
    found = [d for d in compiled(imported("leave.bpmn")).diagnostics if d.code == "WFL012"]
    assert [d.address for d in found] == ["step/请假流程/登记考勤"]


def test_a_manual_task_that_names_nobody_is_an_event_and_said_to_be() -> None:
    of = imported("leave.bpmn")
    assert steps(of, "请假流程")["张贴通知"]["kind"] == "event"
    assert "nobody is named for `张贴通知` (`manualTask`); taken as an event" in said(of)


def test_a_sub_process_is_a_workflow_that_its_step_calls() -> None:
    of = imported("leave.bpmn")
    assert steps(of, "请假流程")["工作交接"]["call"] == "工作交接"
    assert list(collection(of, "workflows")) == ["请假流程", "工作交接"]


def test_a_call_finds_its_process_in_another_file() -> None:
    other = b"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="payroll"
      name="Pay"><task id="t" name="Pay out"/></process></definitions>"""
    alone = imported("leave.bpmn")
    assert steps(alone, "请假流程")["扣款"]["x-bpmn"]["calls"] == "payroll"
    assert "`payroll`, which is in none of the files" in said(alone)
    leave = Given("leave.bpmn", (FILES / "leave.bpmn").read_bytes())
    both = read_bpmn((leave, Given("pay.bpmn", other)))
    assert steps(both, "请假流程")["扣款"]["call"] == "pay"


def test_parallel_gateways_fork_and_join() -> None:
    found = steps(imported("nets.bpmn"), "nets")
    assert found["gateway-1"]["next"] == [{"all": ["pack", "bill"]}]
    assert found["gateway-2"]["join"] == "all"


def test_nets_of_every_sort_import_as_sound_workflows() -> None:
    assert codes(imported("nets.bpmn")) & {f"WFL{n:03}" for n in range(1, 12)} == set()


def test_events_stand_as_conditions_behind_an_event_based_gateway() -> None:
    found = steps(imported("nets.bpmn"), "nets")
    assert found["gateway-4"]["next"] == [
        {"to": "paid", "when": "Paid"}, {"to": "a-week-over", "when": "A week over"},
    ]  # fmt: skip
    assert found["a-week-over"]["within"] == "P7D"


def test_a_link_leads_from_its_throwing_end_to_its_catching_end() -> None:
    assert steps(imported("nets.bpmn"), "nets")["on"]["next"] == "here"


def test_what_compensates_stands_beside_the_usual_way_and_ends() -> None:
    found = steps(imported("nets.bpmn"), "nets")
    assert found["bill"]["next"][1] == {"all": ["gateway-2", "compensate"], "when": "compensate"}
    assert found["compensate"]["next"] == "refund"
    assert found["refund"]["end"] is True


def test_an_event_sub_process_is_a_workflow_of_its_own() -> None:
    of = imported("nets.bpmn")
    assert "complaint" not in steps(of, "nets")
    assert collection(of, "workflows")["complaint"]["trigger"] == "Complaint comes"
    assert "taken as a workflow beside `nets`" in said(of)


def test_two_blank_starts_are_found_and_one_beside_a_message_is_not() -> None:
    blank = '<startEvent id="a" name="A"/>'
    rest = (
        '<task id="t" name="T"/><endEvent id="e" name="E"/><sequenceFlow id="1" sourceRef="a" '
        'targetRef="t"/><sequenceFlow id="2" sourceRef="b" targetRef="t"/>'
        '<sequenceFlow id="3" sourceRef="t" targetRef="e"/>'
    )
    typed = '<startEvent id="b" name="B"><messageEventDefinition/></startEvent>'
    assert "WFL001" in codes(process(f'{blank}<startEvent id="b" name="B"/>{rest}'))
    assert "WFL001" not in codes(process(blank + typed + rest))


def test_an_implicit_end_beside_events_is_found() -> None:
    flow = '<sequenceFlow id="f" sourceRef="s" targetRef="t"/>'
    of = process(f'<startEvent id="s" name="S"/><task id="t" name="T"/>{flow}')
    assert "WFL002" in codes(of)


def test_without_any_events_what_has_no_way_on_ends() -> None:
    assert "WFL002" not in codes(process('<task id="t" name="T"/><task id="u" name="U"/>'))


def test_the_same_flow_twice_is_found() -> None:
    of = process(
        '<startEvent id="s" name="S"/><endEvent id="e" name="E"/><sequenceFlow id="1" '
        'sourceRef="s" targetRef="e"/><sequenceFlow id="2" sourceRef="s" targetRef="e"/>'
    )
    assert "WFL010" in codes(of)


def test_a_missing_condition_beside_a_default_flow_is_found() -> None:
    of = process(
        '<exclusiveGateway id="g" name="G" default="1"/><task id="a" name="A"/>'
        '<task id="b" name="B"/><sequenceFlow id="1" sourceRef="g" targetRef="a"/>'
        '<sequenceFlow id="2" sourceRef="g" targetRef="b"/>'
    )
    assert "WFL008" in codes(of)


def test_names_differing_in_case_only_are_one_role_and_equal_names_two_steps() -> None:
    of = process(
        '<userTask id="a" name="Check" xmlns:c="http://camunda.org/schema/1.0/bpmn" '
        'c:assignee="Boss"/><userTask id="b" name="check" '
        'xmlns:c="http://camunda.org/schema/1.0/bpmn" c:candidateUsers="boss"/>'
    )
    assert list(collection(of, "roles")) == ["boss"]
    assert {"check", "check-2"} <= set(steps(of))


def test_losses_are_said_in_chinese_too() -> None:
    texts = [loss.what.in_("zh") for loss in imported("nets.bpmn").losses]
    assert "`Late End` 终止所有分支；此处只结束自身分支" in texts
