"""Words with a part of their own in the names of duties. Data: extend it freely."""

from __future__ import annotations

EMPTY = """
    的 地 得 了 及 和 与 或 并 而 且 以及 及其 并且 等 等等 各 各类 各项 各种 相关 有关 其 其他 其它 该 本
    所 所有 全部 对 对于 向 为 在 中 内 上 下 由 以 将 把 被 从 到 至 按 按照 按时 及时 定期 日常 负责 进行
    开展 做好 完成 完善 确保 领导 上级 交办 临时 公司 企业 单位 工作 事务 事宜 任务 事项 职责 方面 情况 是
    a an the of for and or with to in on at by from into its their our all any every each other
    related relevant daily regular general work works task tasks duty duties responsibility
    responsibilities company responsible
"""
"""Words that the name of any duty may hold: they say nothing of its object."""

OWN = """
    部门 本部门 各部门 团队 小组 本组 组内 部内 班组 岗位 本岗 下属 成员 内部 辖区 区域 本地
    department departmental team group unit own staff local region regional
"""
"""Words by which a duty means its own unit: `部门预算` is another budget in every department."""

JOINING = "与 和 及 并 或 以及 并且 、 / & and or ,"
"""What joins two verbs or two objects."""

NOUN_LIKE = """
    采购 销售 生产 发货 交付 付款 支付 转账 汇款 报销 结算 退款 收款 回款 出纳 仓储 台账 记录 报告 通知 通告
    存档 测试 谈判 服务 计划 order report record test plan issue file book post register log
    purchase request notice
"""
"""Verbs that name objects as well: `采购合同审核` is a review."""

HELPING = ("参与", "协助", "配合", "assist", "help", "take part", "takes part", "taking part")
"""With what the name of a duty begins that only helps."""

HELPING_PARTY = ("支持", "support")
"""The same, where a party follows: `支持销售部`."""

SOMEBODY = """
    各部门 其他部门 相关部门 部门 团队 各团队 同事 上级 领导 经理 departments department team teams
    colleagues management
"""
"""Words for a party that is not named."""
