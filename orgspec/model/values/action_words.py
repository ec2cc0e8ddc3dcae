"""The verbs of duties and steps by class, in both languages. Data: extend it freely."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

NAMES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "ask": ("ask", "申请"),
        "handle": ("handle", "办理"),
        "check": ("check", "审核"),
        "authorise": ("authorise", "审批"),
        "record": ("record", "记录"),
        "hold": ("hold", "保管"),
        "pay": ("pay", "支付"),
        "negotiate": ("negotiate", "谈判"),
        "receive": ("receive", "收取"),
        "inform": ("inform", "通知"),
    }
)
"""Each class, with its name in English and Chinese."""

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "ask": """
            ask request propose apply requisition submit raise initiate
            申请 提出 请求 申报 提交 提报 发起 提议 建议 报批 请购 呈报""",
        "handle": """
            handle prepare make do execute process perform create draft write issue arrange
            operate produce order buy purchase sell deliver ship dispatch compile edit plan
            run carry-out
            办理 编制 制作 制单 处理 执行 起草 拟定 拟订 草拟 编写 撰写 制定 经办 操作 实施
            安排 采购 订购 销售 发货 交付 生产 承办 组织 策划 填写 填制 开具 开票 制备 落实 跟进""",
        "check": """
            check review verify inspect audit reconcile validate examine test count proofread
            countersign control
            审核 复核 检查 核对 核实 核查 校对 查验 检验 验收 稽核 审计 审查 审阅 评审 对账 盘点
            质检 测试 验证 会签 监督 抽查 复查 初审 复审 核验 把关""",
        "authorise": """
            authorise authorize approve sign release decide permit sanction sign-off ratify
            审批 批准 授权 核准 审定 签批 签署 签字 签发 放行 决定 决策 准许 许可 终审 裁定 批示
            核批 签订""",
        "record": """
            record book post enter register log file archive document keep-books
            登记 记账 记帐 入账 过账 记录 录入 归档 存档 备案 建档 核算 台账 登账 做账""",
        "hold": """
            hold keep store safeguard custody guard
            保管 保存 看管 存储 储存 仓储 掌管 托管 收存 库管 留存""",
        "pay": """
            pay disburse transfer remit refund
            支付 付款 转账 汇款 出纳 放款 打款 划款 退款 结算 发放 报销""",
        "negotiate": "negotiate bargain 谈判 洽谈 议价 磋商 协商 谈价",
        "receive": "receive collect accept 收取 收款 收货 接收 签收 回款 催收 领取 受理",
        "inform": """
            inform notify announce report publish
            通知 告知 通报 知会 报告 汇报 发布 公示 通告""",
    }
)
"""Each class, with its words, apart by blanks; the first English one names the class."""
