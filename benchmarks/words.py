"""The vocabulary of made-up organisations: places, teams with their posts and objects, names."""

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """One thing with its id and its names."""

    id: str
    zh: str
    en: str


class Craft(NamedTuple):
    """What a team does: its name, its posts, and the objects it works on."""

    name: Word
    posts: tuple[Word, ...]
    objects: tuple[Word, ...]


def _words(text: str) -> tuple[Word, ...]:
    """`id zh English name | …`"""
    return tuple(Word(*part.split(maxsplit=2)) for part in text.split("|"))


def _craft(name: str, posts: str, objects: str) -> Craft:
    return Craft(_words(name)[0], _words(posts), _words(objects))


CRAFTS = (
    _craft(
        "sales 销售中心 Sales Centre",
        "rep 外贸业务员 Export Sales Representative|desk 内勤 Sales Desk Clerk"
        "|key 大客户经理 Key Account Manager|quote 报价员 Quotation Specialist",
        "quotation 产品报价单 Quotation Sheets|contract 外贸合同 Export Contracts"
        "|inquiry 客户询盘 Customer Inquiries|forecast 销量预测 Volume Forecasts"
        "|sample 样品寄送 Sample Shipments|visit 拜访纪要 Visit Notes"
        "|discount 折扣方案 Discount Proposals|rebate 返利协议 Rebate Agreements",
    ),
    _craft(
        "marketing 市场中心 Marketing Centre",
        "analyst 市场分析员 Market Analyst|event 展会专员 Trade Fair Specialist"
        "|brand 品牌专员 Brand Specialist|content 文案 Copywriter",
        "survey 竞品调研 Competitor Surveys|campaign 推广活动 Promotion Campaigns"
        "|brochure 宣传画册 Product Brochures|fair 展位布置 Booth Layouts"
        "|website 官网内容 Website Content|budget 投放预算 Advertising Budgets"
        "|lead 潜在线索 Qualified Leads|video 短片脚本 Video Scripts",
    ),
    _craft(
        "purchasing 采购中心 Purchasing Centre",
        "buyer 采购员 Buyer|sourcer 寻源工程师 Sourcing Engineer"
        "|planner 物料计划员 Material Planner|expediter 催货员 Expediter",
        "order 采购订单 Purchase Orders|supplier 供方档案 Supplier Files"
        "|tender 招标文件 Tender Documents|price 比价表 Price Comparisons"
        "|material 物料需求 Material Requirements|mould 模具清单 Mould Registers"
        "|claim 索赔函 Claim Letters|lease 租赁协议 Office Leases",
    ),
    _craft(
        "logistics 物流中心 Logistics Centre",
        "shipper 船务员 Shipping Clerk|customs 报关员 Customs Declarant"
        "|driver 车队调度 Fleet Dispatcher|insurer 货运险专员 Cargo Insurance Specialist",
        "booking 订舱委托 Vessel Bookings|declaration 报关资料 Customs Declarations"
        "|route 运输路线 Haulage Routes|packing 装箱明细 Packing Lists"
        "|freight 运费账单 Freight Bills|lading 海运提单 Bills of Lading"
        "|damage 货损报告 Damage Reports|container 箱号台卡 Container Cards",
    ),
    _craft(
        "finance 财务中心 Finance Centre",
        "accountant 会计 Accountant|cashier 出纳 Cashier|tax 税务专员 Tax Specialist"
        "|costing 成本核算员 Cost Accountant",
        "voucher 记账凭证 Accounting Vouchers|invoice 增值发票 VAT Invoices"
        "|payment 付款申请 Disbursement Requests|closing 月结报表 Monthly Closings"
        "|drawback 退税材料 Drawback Filings|asset 固定资产 Fixed Assets"
        "|cashflow 资金计划 Treasury Plans|expense 差旅报销 Travel Expenses",
    ),
    _craft(
        "people 人力中心 People Centre",
        "recruiter 招聘专员 Recruiter|trainer 培训师 Trainer"
        "|payroll 薪酬专员 Compensation Specialist"
        "|relations 员工关系专员 Employee Relations Specialist",
        "vacancy 招聘需求 Hiring Requests|course 培训课程 Training Courses"
        "|salary 薪资核定 Salary Sheets|appraisal 绩效面谈 Appraisal Interviews"
        "|roster 排班安排 Shift Rosters|onboarding 入职手续 Onboarding Papers"
        "|handbook 员工手册 Staff Handbooks|benefit 福利发放 Benefit Grants",
    ),
    _craft(
        "it 信息中心 Information Centre",
        "developer 开发工程师 Software Developer|operator 运维工程师 Operations Engineer"
        "|security 安全工程师 Security Engineer|helpdesk 桌面支持 Helpdesk Technician",
        "release 版本发布 Software Releases|incident 故障工单 Incident Tickets"
        "|account 账号权限 User Accounts|backup 备份介质 Backup Media"
        "|interface 接口文档 Interface Specifications|network 网络拓扑 Network Diagrams"
        "|licence 许可证书 Licence Certificates|device 终端设备 Desktop Devices",
    ),
    _craft(
        "quality 质量中心 Quality Centre",
        "inspector 检验员 Inspector|auditor 体系内审员 Internal Auditor"
        "|metrologist 计量员 Metrologist|engineer 质量工程师 Quality Engineer",
        "inspection 来料检验 Incoming Inspections|defect 不良分析 Defect Analyses"
        "|gauge 量具校准 Gauge Calibrations|certificate 认证证书 Conformity Certificates"
        "|procedure 作业规程 Operating Procedures|sampling 抽样计划 Sampling Schemes"
        "|recall 召回预案 Recall Scenarios|complaint 投诉回复 Complaint Replies",
    ),
    _craft(
        "legal 法务中心 Legal Centre",
        "counsel 法务专员 Legal Counsel|compliance 合规专员 Compliance Officer"
        "|patent 知识产权专员 Patent Specialist|archivist 档案员 Archivist",
        "opinion 法律意见 Legal Opinions|lawsuit 诉讼材料 Litigation Papers"
        "|trademark 商标注册 Trademark Registrations|sanction 制裁筛查 Sanctions Screenings"
        "|charter 公司章程 Articles of Association|seal 印章使用 Seal Usage"
        "|privacy 隐私声明 Privacy Notices|mandate 授权委托书 Powers of Attorney",
    ),
    _craft(
        "service 客服中心 Service Centre",
        "agent 客服代表 Service Agent|technician 售后工程师 Field Technician"
        "|coordinator 回访专员 Follow-up Coordinator|parts 备件管理员 Spare Parts Keeper",
        "ticket 服务单据 Service Tickets|warranty 质保登记卡 Warranty Cards"
        "|spare 备件库存 Spare Part Stocks|callback 回访问卷 Callback Questionnaires"
        "|repair 维修方案 Repair Methods|manual 使用指南 User Manuals"
        "|return 退换货单 Goods Returns|satisfaction 满意度报告 Satisfaction Studies",
    ),
    _craft(
        "production 生产中心 Production Centre",
        "operator 操作工 Machine Operator|scheduler 排产员 Production Scheduler"
        "|maintainer 设备维护工 Maintenance Mechanic|process 工艺工程师 Process Engineer",
        "schedule 排产计划 Production Schedules|formula 工艺配方 Process Recipes"
        "|machine 机台点检 Machine Checks|yield 良率统计 Yield Statistics"
        "|tooling 工装夹具 Jigs and Fixtures|energy 能耗数据 Energy Readings"
        "|scrap 报废清理 Scrap Disposals|safety 安全隐患 Safety Hazards",
    ),
    _craft(
        "warehouse 仓储中心 Warehouse Centre",
        "keeper 仓管员 Storekeeper|picker 拣货员 Order Picker|loader 叉车司机 Forklift Driver"
        "|counter 盘库员 Stock Counter",
        "receipt 入库凭单 Goods Receipts|picking 拣货任务 Picking Jobs"
        "|stock 库存盘点表 Stocktaking Sheets|location 库位编码 Bin Locations"
        "|pallet 托盘周转 Pallet Circulation|label 标签打印 Barcode Labels"
        "|temperature 温湿记录 Climate Logs|scrapyard 呆滞物资 Dead Inventory",
    ),
)

LEVELS = _words("lead 主管级 Lead|senior 高级 Senior|mid 中级 Intermediate|junior 初级 Junior")

VERBS = _words("prepare 编制 Prepare|check 审核 Review|record 登记 Record|hold 保管 Keep")

RESULTS = {
    "prepare": Word("", "", ""),
    "check": Word("-review", "审核意见", "Review Notes"),
    "record": Word("-ledger", "台账", "Ledger"),
    "hold": Word("-index", "清单", "Index"),
}
"""What comes of each verb, to be put behind the object."""

PLACES = _words(
    "hangzhou 杭州 Hangzhou|ningbo 宁波 Ningbo|hamburg 汉堡 Hamburg|suzhou 苏州 Suzhou"
    "|xiamen 厦门 Xiamen|dubai 迪拜 Dubai|dalian 大连 Dalian|qingdao 青岛 Qingdao"
    "|rotterdam 鹿特丹 Rotterdam|wuhan 武汉 Wuhan|chengdu 成都 Chengdu|santos 桑托斯 Santos"
    "|xian 西安 Xi'an|foshan 佛山 Foshan|durban 德班 Durban|hefei 合肥 Hefei|jinan 济南 Jinan"
    "|busan 釜山 Busan"
)

ABROAD = frozenset({"hamburg", "rotterdam", "dubai", "santos", "durban", "busan"})
"""Places whose units write English only."""

SURNAMES = _words(
    "wang 王 Wang|li 李 Li|zhang 张 Zhang|liu 刘 Liu|chen 陈 Chen|yang 杨 Yang|zhao 赵 Zhao"
    "|wu 吴 Wu"
    "|zhou 周 Zhou|xu 徐 Xu|sun 孙 Sun|ma 马 Ma|ouyang 欧阳 Ouyang"
)
GIVEN = _words(
    "na 娜 Na|wei 伟 Wei|jing 静 Jing|lei 磊 Lei|min 敏 Min|qiang 强 Qiang|yan 艳 Yan|jie 杰 Jie"
    "|xiaoming 晓明 Xiaoming|zihan 子涵 Zihan|yuxuan 宇轩 Yuxuan|meiling 美玲 Meiling"
)

GRADES = ("P1", "P2", "P3", "P4", "P5", "M1", "M2", "M3", "M4", "M5", "M6", "M7")
