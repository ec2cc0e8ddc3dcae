"""Which verbs mean one act: within a class some are told apart that are never the same work.

`buy` and `deliver` are both of class `handle`, yet buying and delivering goods are no overlap.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from orgspec.model.values.actions import verb_class
from orgspec.model.values.wording import normal

MAKING = "handle/make"
HANDLING = "handle"

_APART: Mapping[str, str] = MappingProxyType(
    {
        MAKING: """prepare make draft write compile edit issue create
            编制 制作 制单 起草 拟定 拟订 草拟 编写 撰写 制定 填写 填制 开具 开票 制备""",
        "handle/produce": "produce 生产",
        "handle/buy": "order buy purchase 采购 订购",
        "handle/sell": "sell 销售",
        "handle/ship": "deliver ship dispatch 发货 交付",
        "handle/plan": "arrange plan 安排 策划",
        "handle/organise": "组织",
        "handle/follow": "跟进",
        "check/first": "初审",
        "check/again": "复审 复查 countersign 会签",
        "check/audit": "audit 审计 稽核",
        "check/count": "count 盘点",
        "check/test": "test 测试",
        "check/reconcile": "reconcile 对账",
        "check/watch": "监督 control",
        "authorise/sign": "sign 签署 签字 签订",
        "authorise/release": "release 放行 签发",
        "authorise/decide": "decide 决定 决策",
        "authorise/last": "终审",
        "record/file": "file archive 归档 存档 备案 建档",
        "record/book": "book post keep-books 记账 记帐 入账 过账 登账 做账 核算",
        "pay/refund": "refund 退款",
        "pay/expense": "报销",
        "receive/dun": "催收",
        "receive/accept": "accept 受理",
        "inform/report": "report 报告 汇报",
        "inform/publish": "publish announce 发布 公示",
    }
)
"""Acts that are told apart from the rest of their class. Data: extend it freely."""

NOUNS: Mapping[str, str] = MappingProxyType(
    {
        "approval": "approve",
        "authorisation": "authorise",
        "authorization": "authorise",
        "preparation": "prepare",
        "verification": "verify",
        "inspection": "inspect",
        "examination": "examine",
        "validation": "validate",
        "reconciliation": "reconcile",
        "negotiation": "negotiate",
        "registration": "register",
        "notification": "notify",
        "publication": "publish",
        "storage": "store",
        "payment": "pay",
        "delivery": "deliver",
        "shipment": "ship",
        "production": "produce",
        "execution": "execute",
        "management": "manage",
        "maintenance": "maintain",
        "collection": "collect",
        "analysis": "analyse",
        "development": "develop",
        "planning": "plan",
    }
)
"""English nouns of acts with their verbs."""

_VERBS = frozenset(NOUNS.values())


@lru_cache(maxsize=4096)
def act(word: str) -> str:
    """What a verb does, the same for verbs that mean one act; an unknown verb is its own act.

    `review` and `审核` are `check`; `buy` and `采购` are `handle/buy`.
    """
    verb = normal(word).casefold().replace("_", "-").replace(" ", "-")
    verb = NOUNS.get(verb, verb)
    forms = _forms(verb)
    for form in forms:
        if form in _acts():
            return _acts()[form]
    return verb_class(verb) or next((form for form in forms if form in _VERBS), forms[-1])


@lru_cache(maxsize=16384)
def is_verb(word: str) -> bool:
    """Whether a word is a verb that is known, in any of its forms."""
    return word in NOUNS or verb_class(word) is not None or not _VERBS.isdisjoint(_forms(word))


def same_act(one: str, other: str) -> bool:
    """Whether two acts are one: equal, or handling in general and making."""
    return one == other or {one, other} == {HANDLING, MAKING}


def _forms(verb: str) -> tuple[str, ...]:
    """A verb and what it may be a form of, the stem last; Chinese verbs have no forms."""
    if not verb.isascii():
        return (verb,)
    for ending in ("ing", "ed", "es", "s"):
        stem = verb.removesuffix(ending)
        if stem != verb and len(stem) > 2 and not stem.endswith("s"):
            return (verb, f"{stem}e", stem) if ending != "s" else (verb, stem, stem.rstrip("e"))
    return (verb, verb.rstrip("e"))


@cache
def _acts() -> Mapping[str, str]:
    """Verb → act, of the acts that are told apart."""
    return {word: name for name, words in _APART.items() for word in words.split()}
