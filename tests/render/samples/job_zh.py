"""The sample job description in Chinese."""

from __future__ import annotations

from orgspec.document import (
    Document,
    Emphasis,
    Facts,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Run,
    Section,
    Signature,
    inline,
)
from tests.render.samples.chart import small_chart
from tests.render.samples.job_tables import Duty, duties, kpis, revisions
from tests.render.samples.words import PAGE_LABELS, strong

DUTY_COLUMNS_ZH = ("序", "职责 / 权重", "工作内容", "工作成果", "考核标准")

DUTIES_ZH: tuple[Duty, ...] = (
    (
        "市场调研与分析",
        "权重 20%",
        (
            "收集行业数据与市场报告，分析竞争对手与市场趋势，识别目标客户。",
            "通过展会、B2B 平台与社交媒体获取潜在客户信息，每月更新《潜在客户名单》。",
        ),
        "市场调研报告；潜在客户名单",
        "每月新增有效客户 ≥ 10 家",
    ),
    (
        "销售计划与达成",
        "权重 20%",
        (
            "依据市场调研结果制定月度、季度销售计划并分解任务。",
            "跟踪销售进度，偏差超过 10% 时于 2 个工作日内提交调整方案。",
        ),
        "销售计划；进度报告",
        "季度目标达成率 ≥ 90%",
    ),
    (
        "客户开发与关系维护",
        "权重 20%",
        (
            "24 小时内响应询盘，提供产品咨询与解决方案。",
            "每月回访重点客户不少于 3 次，主动了解需求与满意度，处理投诉并在系统中闭环。",
        ),
        "客户回访报告；满意度调查",
        "客户满意度 ≥ 85%",
    ),
    (
        "合同与文书处理",
        "权重 15%",
        (
            "起草外贸合同，核对付款方式（T/T、L/C）、贸易术语（FOB、CIF）与交货期。",
            "与法务、财务会签，记录合同变更，确保合规性。",
        ),
        "合同文本；变更记录",
        "合规审核通过率 100%；3 个工作日内签署",
    ),
    (
        "跨部门协调",
        "权重 10%",
        (
            "召开跨部门协调会，推动生产、质检、单证与物流按节点交付。",
            "处理内部资源调配问题，升级无法解决的冲突。",
        ),
        "会议纪要；资源调配记录",
        "资源调配及时率 ≥ 95%",
    ),
    (
        "报价与价格谈判",
        "权重 10%",
        (
            "会同财务核算成本与利润，制定报价方案；毛利率低于 12% 须经经理批准。",
            "记录谈判结果与客户反馈。",
        ),
        "报价方案；谈判记录",
        "报价 24 小时内发出",
    ),
    (
        "销售数据分析",
        "权重 5%",
        ("每月 5 日前提交销售分析报告，提出改进建议。",),
        "销售分析报告",
        "按时提交率 100%",
    ),
)


def job_description_zh() -> Document:
    """The job description of a foreign trade representative, in Chinese."""
    return Document(
        title="岗位说明书",
        locale="zh",
        organisation="××进出口有限公司",
        subject="外贸业务员",
        running="GW-WM-003 V2.1",
        footer=("生效日期：2025-10-01", "内部资料 · 请勿外传"),
        labels=PAGE_LABELS["zh"],
        blocks=(
            Section("岗位基本信息", (_facts_zh(),), "一、"),
            Section(
                "岗位目的",
                (
                    Paragraph(
                        inline(
                            "面向海外目标市场开发并维护客户，完成询盘、报价、签约、订单跟进到收汇的销售"
                            "全过程，在合规与风险可控的前提下达成部门销售与利润目标。"
                        )
                    ),
                ),
                "二、",
            ),
            Section("主要职责与考核标准", (duties(DUTIES_ZH, DUTY_COLUMNS_ZH),), "三、"),
            Section(
                "岗位权限",
                (
                    Facts(
                        (
                            (
                                "权限 1",
                                inline(
                                    "客户授信额度 5 万美元以内的发货建议权；"
                                    "超出部分报外贸部经理审批。"
                                ),
                            ),
                            ("权限 2", inline("标准价目表 ±3% 以内的报价决定权。")),
                            ("权限 3", inline("跨部门协调会的召集权；对质量与交期异常的上报权。")),
                        ),
                        across=1,
                    ),
                ),
                "四、",
            ),
            Section(
                "在组织中的位置",
                (Figure(small_chart("zh"), "图 1 外贸业务员的上下级关系"),),
                "五、",
            ),
            Section("关键绩效指标", (kpis("zh"),), "六、"),
            Section(
                "任职资格",
                (
                    Heading("基本要求", 2),
                    Listing(
                        (
                            inline("国际贸易、商务英语等相关专业大专及以上学历；"),
                            (
                                Run("英语"),
                                Run("CET-6", Emphasis.STRONG),
                                Run("及以上，能独立撰写商务函电"),
                                Run("（其他语种优先）", Emphasis.MUTED),
                                Run("；"),
                            ),
                            inline("2 年以上外贸业务经验，熟悉 L/C、T/T 等结算方式。"),
                        )
                    ),
                    Heading("晋升路径", 2),
                    Listing(
                        (
                            inline("外贸业务员（P4）"),
                            inline("高级外贸业务员（P5）"),
                            inline("海外市场主管（M1）"),
                        ),
                        ordered=True,
                    ),
                ),
                "七、",
            ),
            Section(
                "确认与签署",
                (
                    Paragraph(
                        inline("本人已阅读并理解本岗位说明书的全部内容，承诺按照要求履行岗位职责。")
                    ),
                    Signature(("任职者", "直接上级", "人力资源"), "签字", "日期"),
                ),
                "八、",
            ),
            Section("修订记录", (revisions("zh"),), "九、"),
        ),
    )


def _facts_zh() -> Facts:
    """The identification of the post, in Chinese."""
    return Facts(
        (
            ("岗位名称", strong("外贸业务员")),
            ("岗位编号", inline("GW-WM-003")),
            ("所属部门", inline("外贸部 · 市场开发组")),
            ("职级", inline("P4")),
            ("直接上级", inline("海外市场主管")),
            ("直接下级", inline("—")),
            ("编制人数", inline("3 人（在岗 2 人，空缺 1 人）")),
            ("工作地点", inline("总部 / 出差约 20%")),
            (
                "工作时间",
                inline("标准工时制，每日 8 小时；旺季（9–11 月）按排班加班，年出差不超过 45 天。"),
            ),
        ),
        wide=frozenset({"工作时间"}),
    )
