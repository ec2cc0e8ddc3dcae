"""DUT006: probable-overlap."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Message, Severity, say
from orgspec.frozen import frozen
from orgspec.graph.overlaps import Overlap, overlaps
from orgspec.model.duty import Duty


@frozen
class Options:
    """Thresholds of probable-overlap.

    Attributes:
        overlap_similarity: how alike two names must be, from 0 to 1, where object or verb are not
            declared. 两项职责未写明 `object` 或 `action` 时，名称须相似到何种程度（0 至 1）。
    """

    overlap_similarity: float = 0.85


@rule(
    "DUT006",
    "probable-overlap",
    since="0.1",
    severity=Severity.WARNING,
    options=Options,
    yields_to=("DUT007",),
)
def probable_overlap(context: Context) -> Iterator[Finding]:
    """
    Two duties of different R roles with one `object` and one `action`, or, where these are not
    declared, with names alike in both. Silent where one of them has `split_by`, where they lie in
    different regions or branches, where one only helps, and where each department has an object
    of its own (a department's budget).

    Verbs are compared by what they do, in both languages (`review`, `审核`). Of a name the first
    clause in the default language is read, in NFKC, simplified and lower case, cut into words;
    its verbs stand in front or at the end, empty words do not count. The likeness of two names is
    twice the number of words that both have by the number of words that each has, for verbs and
    for objects; the lesser counts. It is 0 where each has an object word that the other lacks.

    ## Why
    What two posts do without a border between them is done twice, or each leaves it to the other.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      seller: {reports_to: director}
      lawyer: {reports_to: director}
    duties:
      checking: {name: Review sales contracts, raci: {A: director, R: seller}}
      reading: {name: Sales contract review, raci: {A: director, R: lawyer}}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      seller: {reports_to: director}
      lawyer: {reports_to: director}
    duties:
      checking: {name: Review prices in sales contracts, raci: {A: director, R: seller}}
      reading: {name: Review liability in sales contracts, raci: {A: director, R: lawyer}}
    ```

    ## Source
    Horizontal analysis of responsibility matrices; overlaps of duties in job analysis (定岗定编).

    ---
    由不同执行岗位承担的两项职责，`object` 与 `action` 相同；未写明时，名称在动词与对象两方面都相近。
    其中一项写了 `split_by`、两者处于不同区域或分公司、其一只是协助、
    或对象是各部门自己的（如部门预算），则不报告。

    动词按其作用比较，中英文通用（`review` 与 `审核`）。名称取默认语言的第一个分句，
    经 NFKC、转简体、转小写后分词；动词在前或在后，虚词不计。相似度为共有词数的两倍除以两者词数之和，
    动词与对象分别计算，取较小者；若双方各有对方没有的对象词，则为 0。

    ## 为什么
    两个岗位做同一件事而没有边界，要么重复做，要么互相推。

    ## 怎么改
    请写明 `split_by`，或把对象写具体，或只留一项。

    ## 来源
    责任矩阵的横向分析；定岗定编中的职责重叠。
    """
    told: set[str] = set()
    for found in overlaps(context.graph):
        duty = found.duty
        if duty.id not in told and found.likeness >= _threshold(context, duty):
            told.add(duty.id)
            yield _finding(context, found)


def _threshold(context: Context, duty: Duty) -> float:
    """How alike names must be, as the duty's department sets it."""
    department = context.graph.department_of_duty.get(duty.id)
    return context.options(Options, department, about=duty).overlap_similarity


def _finding(context: Context, found: Overlap) -> Finding:
    """The finding, at the later of two duties."""
    one, other = found.duty, found.earlier
    row, rival = context.graph.row(one), context.graph.row(other)
    first, second = row.responsible[0], rival.responsible[0]
    return Finding(
        _place(context, one),
        say(
            "`{one}` ({doer}) and `{other}` ({rival}) are probably one duty",
            "`{one}`（{doer}）与 `{other}`（{rival}）可能是同一职责",
            one=one,
            other=other,
            doer=context.name(first.party),
            rival=context.name(second.party),
        ),
        say(
            "say how they divide it (`split_by`), name their objects more exactly, or keep one",
            "请用 `split_by` 写明如何划分，或把对象写得更具体，或只保留一项",
        ),
        related=(
            _place(context, other, say("the other one", "另一项")),
            context.at(first.holder, *first.route, message=say("does this one", "执行此项")),
            context.at(second.holder, *second.route, message=say("does the other", "执行另一项")),
        ),
    )


def _place(context: Context, duty: Duty, message: Message | None = None) -> Label:
    """The name of a duty if it is written, else its id."""
    route = ("name",) if duty.name else ()
    return context.at(duty, *route, message=message)
