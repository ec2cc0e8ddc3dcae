"""What the shipped libraries of separations hold apart, as data: matters, activities, pairs.

The matters are the words for the objects of duties and steps, in both languages; an object is one
of a matter if it ends in one of its words. An activity is some verb classes on some matters.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

MATTERS: Mapping[str, str] = MappingProxyType(
    {
        "purchase": "purchase purchasing procurement buying 采购 采购业务 物资采购",
        "purchase-request": """
            purchase-request purchase-requisition requisition
            请购单 采购申请 采购申请单 请购 采购需求""",
        "price-enquiry": """
            price-enquiry price-inquiry supplier-quotation supplier-quote request-for-quotation rfq
            询价 询价单 供应商报价 比价 比价单 供应商报价单""",
        "supplier": """
            supplier vendor supplier-list vendor-list supplier-choice supplier-selection
            vendor-selection 供应商 供应商名录 合格供应商名录 供应商选择 供货商""",
        "supplier-record": """
            supplier-record vendor-record supplier-master vendor-master supplier-file vendor-file
            供应商主数据 供应商档案 供应商信息""",
        "purchase-order": """
            purchase-order purchase-contract supply-contract supplier-contract
            采购单 采购订单 采购合同 订购单 供货合同""",
        "incoming-goods": """
            incoming-goods goods-received goods-receipt delivered-goods receiving-report
            到货 来料 到货物资 验收单 入库单 收货单 采购物资""",
        "payable": """
            payable supplier-invoice purchase-invoice vendor-invoice
            应付账款 应付款 采购发票 进项发票 供应商发票""",
        "payment": """
            payment disbursement payment-request payment-order payment-voucher outgoing-payment
            付款 支付 货款支付 资金支付 付款单 付款申请 付款申请单 付款凭证 支付凭证""",
        "cash": """
            cash petty-cash cash-box bank-account bank-balance money
            现金 库存现金 备用金 货币资金 银行存款 银行账户""",
        "bank-statement": """
            bank-statement bank-reconciliation reconciliation-of-bank
            银行对账单 银行余额调节表""",
        "sale": "sale sales-business 销售 销售业务",
        "sales-order": "sales-order customer-order 销售订单 销售单 客户订单",
        "sales-contract": "sales-contract export-contract 销售合同 外贸合同 外销合同",
        "customer-credit": """
            customer-credit credit-limit credit-line customer-rating
            客户信用 信用额度 赊销额度 客户额度""",
        "dispatch": """
            dispatch shipment outgoing-goods delivery-order delivery-note
            发货 发货单 出货 出库单""",
        "sales-invoice": "sales-invoice customer-invoice 销售发票 销项发票",
        "customer-payment": """
            customer-payment incoming-payment sales-receipt customer-receipt collection
            收款 销售收款 客户回款 回款 货款回收""",
        "receivable": "receivable accounts-receivable customer-account 应收账款 应收款 客户往来账",
        "credit-note": "credit-note sales-return write-off bad-debt 销售退回 折让 坏账 坏账核销",
        "stock": """
            stock inventory inventories warehouse-stock stored-goods
            存货 库存 库存物资 库存商品""",
        "stock-record": "stock-record stock-ledger inventory-ledger 库存台账 存货账 存货明细账",
        "stock-issue": "stock-issue goods-issue material-issue 领料 领料单 存货发出 物资领用",
        "stock-disposal": "stock-disposal scrapping 存货处置 存货报废 报废",
        "document": """
            document documents documentation voucher certificate
            单证 单据 凭证 全套单证 报关单 单证文件""",
        "payroll": """
            payroll wage wages salary salaries pay-run payslip
            工资 薪酬 薪资 工资表 工资单 薪资表 薪酬发放""",
        "attendance": "attendance timesheet time-sheet working-time 考勤 考勤表 工时 工时记录 考勤记录",
        "staff-record": """
            staff-file staff-record employee-file employee-record personnel-file personnel-record
            人事档案 员工档案 员工信息 人员信息""",
        "contract": """
            contract contract-text sales-contract export-contract purchase-contract supply-contract
            supplier-contract 合同 合同文本 销售合同 外贸合同 外销合同 采购合同 供货合同""",
        "seal": "seal contract-seal company-seal stamp company-stamp 合同专用章 公章 印章",
    }
)
"""Each matter with its words, apart by blanks."""

LIBRARIES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "procure-to-pay": ("Procure to pay", "采购与付款"),
        "order-to-cash": ("Order to cash", "销售与收款"),
        "payment": ("Payments and cash", "资金支付与货币资金"),
        "inventory": ("Inventory", "存货"),
        "documents": ("Documents", "单证"),
        "payroll": ("Payroll", "薪酬"),
        "contract": ("Contracts", "合同"),
    }
)
"""Each library with its name in English and Chinese."""

ACTIVITIES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "request-purchase": (
            "asking for a purchase",
            "请购",
            "purchase: ask; purchase-request: ask handle",
        ),
        "approve-purchase": (
            "approving a purchase",
            "采购审批",
            "purchase: authorise; purchase-request: authorise",
        ),
        "enquire-prices": (
            "enquiring prices",
            "询价",
            "price-enquiry: ask handle negotiate",
        ),
        "choose-supplier": ("choosing the supplier", "确定供应商", "supplier: authorise"),
        "order": (
            "ordering",
            "采购与订立采购合同",
            "purchase: handle negotiate; purchase-order: ask handle negotiate",
        ),
        "check-order": (
            "checking or approving orders",
            "采购合同的审核与审批",
            "purchase: check; purchase-order: check authorise",
        ),
        "receive-goods": (
            "receiving and inspecting goods",
            "验收",
            "incoming-goods: receive check",
        ),
        "record-purchase": (
            "booking purchases",
            "采购的会计记录",
            "purchase: record; payable: record",
        ),
        "keep-suppliers": (
            "keeping the data of suppliers",
            "维护供应商主数据",
            "supplier-record: handle record; supplier: record",
        ),
        "ask-payment": ("asking for a payment", "付款申请", "payment: ask handle"),
        "check-payment": ("checking payments", "付款复核", "payment: check"),
        "approve-payment": ("approving payments", "付款审批", "payment: authorise"),
        "pay": ("paying", "付款执行", "payment: pay"),
        "record-payment": (
            "booking payments and cash",
            "收支的会计记录",
            "payment: record; cash: record",
        ),
        "hold-cash": ("keeping the cash", "货币资金保管", "cash: hold"),
        "count-cash": (
            "counting the cash, reconciling the bank",
            "货币资金盘点与对账",
            "cash: check; bank-statement: handle check",
        ),
        "sell": ("selling", "销售", "sale: ask handle; sales-order: ask handle"),
        "negotiate-sale": (
            "negotiating sales",
            "销售谈判",
            "sale: negotiate; sales-order: negotiate; sales-contract: negotiate",
        ),
        "sign-sale": ("concluding sales contracts", "订立销售合同", "sales-contract: authorise"),
        "grant-credit": ("granting credit", "赊销与信用审批", "customer-credit: authorise"),
        "ship": ("shipping", "发货", "dispatch: handle"),
        "bill": ("invoicing", "开具销售发票", "sales-invoice: handle"),
        "collect": ("collecting money", "收款", "customer-payment: receive handle"),
        "record-receivable": (
            "booking receivables",
            "应收账款记录",
            "receivable: record; customer-payment: record; sale: record",
        ),
        "approve-credit-note": (
            "approving credit notes and write-offs",
            "退货、折让与坏账核销审批",
            "credit-note: authorise",
        ),
        "ask-stock": (
            "asking for stock, its issue or disposal",
            "存货的请购、领用与处置申请",
            "stock: ask; stock-issue: ask; stock-disposal: ask",
        ),
        "approve-stock": (
            "approving movements of stock",
            "存货的审批",
            "stock: authorise; stock-issue: authorise; stock-disposal: authorise",
        ),
        "hold-stock": ("keeping the stock", "存货保管", "stock: hold"),
        "count-stock": ("counting the stock", "存货盘点", "stock: check; stock-record: check"),
        "record-stock": (
            "booking the stock",
            "存货的会计记录",
            "stock: record; stock-record: record",
        ),
        "make-documents": ("making documents", "制单", "document: handle"),
        "check-documents": ("checking documents", "审单", "document: check"),
        "sign-documents": ("signing documents", "签发单证", "document: authorise"),
        "keep-staff-records": (
            "keeping staff records",
            "维护人事档案",
            "staff-record: handle record",
        ),
        "record-time": ("recording working time", "考勤记录", "attendance: handle record"),
        "make-payroll": ("making the payroll", "编制工资表", "payroll: handle"),
        "check-payroll": ("checking the payroll", "工资复核", "payroll: check"),
        "approve-payroll": ("approving the payroll", "工资审批", "payroll: authorise"),
        "pay-wages": ("paying wages", "发放工资", "payroll: pay"),
        "record-payroll": ("booking the payroll", "工资的会计记录", "payroll: record"),
        "draft-contract": (
            "drafting and negotiating contracts",
            "合同的谈判与拟订",
            "contract: ask handle negotiate",
        ),
        "check-contract": ("reviewing contracts", "合同审核", "contract: check"),
        "sign-contract": (
            "approving and signing contracts",
            "合同的审批与签署",
            "contract: authorise",
        ),
        "hold-seal": ("keeping the seal", "保管印章", "seal: hold"),
    }
)
"""Each activity: its name in English and Chinese, and the verb classes on each matter."""

PAIRS: Mapping[str, str] = MappingProxyType(
    {
        "procure-to-pay": """
            request-purchase/approve-purchase enquire-prices/choose-supplier order/check-order
            order/receive-goods order/record-purchase receive-goods/record-purchase
            keep-suppliers/pay order/pay ask-payment/approve-payment approve-payment/pay""",
        "order-to-cash": """
            sell/grant-credit sell/ship sell/collect ship/collect negotiate-sale/sign-sale
            bill/collect collect/record-receivable collect/approve-credit-note
            record-receivable/approve-credit-note""",
        "payment": """
            ask-payment/approve-payment approve-payment/pay check-payment/pay pay/record-payment
            hold-cash/record-payment hold-cash/count-cash""",
        "inventory": """
            ask-stock/approve-stock ask-stock/record-stock approve-stock/hold-stock
            hold-stock/record-stock hold-stock/count-stock order/receive-goods""",
        "documents": "make-documents/check-documents make-documents/sign-documents",
        "payroll": """
            keep-staff-records/pay-wages record-time/make-payroll make-payroll/check-payroll
            make-payroll/approve-payroll make-payroll/pay-wages approve-payroll/pay-wages
            pay-wages/record-payroll""",
        "contract": """
            draft-contract/check-contract draft-contract/sign-contract check-contract/hold-seal
            sign-contract/hold-seal""",
    }
)
"""The activities that each library holds apart."""

SENSITIVE: Mapping[str, str] = MappingProxyType(
    {"payment": "payment", "stock": "inventory", "contract": "contract", "payroll": "payroll"}
)
"""The matters that are worth a separation anywhere, with the library for each."""
