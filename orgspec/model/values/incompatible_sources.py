"""Where the shipped libraries of separations come from: standards and published practice."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_BASIC = (
    "《企业内部控制基本规范》第二十九条（财会〔2008〕7 号）",
    "China, Basic Standard for Enterprise Internal Control (2008), Article 29",
)
_COSO = (
    "COSO《内部控制——整合框架》（2013）原则 10",
    "COSO, Internal Control – Integrated Framework (2013), Principle 10",
)
_MATRIX = (
    "ISACA 的职责分离控制矩阵与审计实务：授权、保管、记录、核对四类职能",
    "The matrix of segregated functions of ISACA and audit practice: authorisation, custody, "
    "recording, reconciliation",
)
SOURCES: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "procure-to-pay": (
            (
                "《内部会计控制规范——采购与付款（试行）》（财政部，2002）第五条：六组不相容岗位",
                "China, Ministry of Finance, Internal Accounting Control: Purchasing and Payment"
                " (2002), Article 5: six pairs",
            ),
            (
                "《企业内部控制应用指引第 7 号——采购业务》",
                "China, Application Guideline No. 7 for Enterprise Internal Control: Purchasing",
            ),
            _MATRIX,
        ),
        "order-to-cash": (
            (
                "《内部会计控制规范——销售与收款（试行）》（财政部，2002）：销售、发货、收款分设",
                "China, Ministry of Finance, Internal Accounting Control: Sales and Collection"
                " (2002): selling, shipping and collecting apart",
            ),
            (
                "《企业内部控制应用指引第 9 号——销售业务》",
                "China, Application Guideline No. 9 for Enterprise Internal Control: Sales",
            ),
            _MATRIX,
        ),
        "payment": (
            (
                "《中华人民共和国会计法》：出纳不得兼任稽核、会计档案保管和账目登记",
                "China, Accounting Law: a cashier neither audits nor keeps files or ledgers",
            ),
            (
                "《企业内部控制应用指引第 6 号——资金活动》",
                "China, Application Guideline No. 6 for Enterprise Internal Control: Funds",
            ),
            _COSO,
        ),
        "inventory": (
            (
                "《企业内部控制应用指引第 8 号——资产管理》",
                "China, Application Guideline No. 8 for Enterprise Internal Control: Assets",
            ),
            _MATRIX,
        ),
        "documents": (
            _BASIC,
            (
                "外贸单证实务：制单与审单分离",
                "Practice of trade documents: who makes a document does not check it",
            ),
        ),
        "payroll": (_COSO, _MATRIX),
        "contract": (
            (
                "《企业内部控制应用指引第 16 号——合同管理》",
                "China, Application Guideline No. 16 for Enterprise Internal Control: Contracts",
            ),
            _BASIC,
        ),
    }
)
"""Where each library comes from, in Chinese and English."""
