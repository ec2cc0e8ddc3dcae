"""Small organisations for the tests of views."""

from __future__ import annotations

from orgspec.graph.graph import Graph
from orgspec.testing import compiled

COMPANY = """
organization: {name: {zh: 远航外贸, en: Voyage Trading}, locales: [zh, en]}
document: {version: "1.2", approved_by: director, approved_on: 2026-05-01, changes: [首次发布]}
departments:
  sales: {name: {zh: 销售部, en: Sales}, head: manager, functions: [signing]}
  finance: {name: {zh: 财务部, en: Finance}, head: accountant}
roles:
  director: {name: {zh: 总经理, en: Director}, reports_to: none}
  manager: {name: {zh: 销售经理, en: Sales Manager}, department: sales, reports_to: director}
  rep:
    name: {zh: 外贸业务员, en: Sales Rep}
    department: sales
    reports_to: manager
    dotted_to: accountant
    number: S-02
    headcount: 3
    grade: P3-P5
    purpose: {zh: 把外贸询盘变成订单, en: Turns inquiries into orders}
    qualifications: {education: 本科, languages: [英语, 西班牙语]}
    conditions: {location: 上海}
    career: {from: assistant, to: manager}
    kpis: [{kpi: signed, weight: 60%, target: ≥ 12 per month}, {kpi: compliant, weight: 40%}]
    scenarios: [{name: 合同异议, situation: 客户对条款有异议, result: 达成一致}]
  assistant: {name: {zh: 助理, en: Assistant}, department: sales, reports_to: manager, assistant: true}
  accountant: {name: {zh: 会计, en: Accountant}, department: finance, reports_to: director}
people:
  li: {name: 李娜, holds: [{role: rep, share: 100%}]}
  wang: {name: 王强, holds: [{role: rep, share: 100%}]}
  chen: {name: 陈明, holds: manager}
  zhou: {name: 周杰, holds: assistant}
duties:
  contracts:
    name: {zh: 处理外贸合同, en: Handle contracts}
    priority: primary
    fulfils: sales/signing
    raci: {A: manager, R: rep, C: accountant, I: [director, forwarder]}
    effort: 20%
    tasks: [{zh: 起草合同, en: Draft contracts}, {zh: 跟踪签署, en: Follow the signing}]
    coordination: [{with: accountant, about: {zh: 付款条款, en: terms of payment}}]
    deliverables: [contract]
    kpis: [compliant]
  files: {name: {zh: 归档, en: File papers}, priority: routine, raci: {A: manager, R: assistant}}
  books: {name: {zh: 记账, en: Keep the books}, raci: {A/R: accountant}}
workflows:
  order:
    name: {zh: 订单流程, en: Order}
    owner: manager
    steps:
      draft: {name: {zh: 拟合同, en: Draft}, duty: contracts, within: 3 working days, outputs: contract, next: pay}
      pay: {name: {zh: 收款, en: Collect}, raci: {A/R: accountant, I: rep}, end: true}
handoffs:
  to-finance: {from: sales, to: finance, artifacts: contract, within: 4 hours, acceptance: [条款完整]}
artifacts: {contract: {name: {zh: 合同, en: Contract}}}
kpis:
  signed: {name: {zh: 签约数, en: Contracts signed}, formula: 签约合同数, frequency: monthly, assessor: manager}
  compliant: {name: {zh: 合规率, en: Compliance}, target: ≥ 100%}
authorities:
  discount: {name: {zh: 折扣, en: Discount}, measure: "%", levels: [{role: rep, up_to: 3}, {role: manager, up_to: 10}, director]}
partners: {forwarder: {name: {zh: 货代, en: Forwarder}}}
glossary:
  外贸: {definition: 商品和服务的进出口}
  区块链: {definition: 与此无关}
"""


def graph(text: str = COMPANY) -> Graph:
    """The relations of an organisation."""
    return compiled(text).graph
