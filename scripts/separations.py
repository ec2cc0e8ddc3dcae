"""The page on the shipped libraries of separations, made from their data."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.model.values.actions import class_name
from orgspec.model.values.incompatible import Library, activities, library
from orgspec.model.values.incompatible_sources import SOURCES
from orgspec.model.values.incompatible_words import LIBRARIES, MATTERS

_INTRODUCTION = (
    """\
# Shipped libraries of separations

[中文](separations.zh.md)

A separation says which duties must not lie in one hand: two duties or steps (`between`), verb
classes on one object (`object` and `actions`), or a library that comes with orgspec:

```yaml
separations:
  bought: {use: procure-to-pay}
  paid: {use: payment}
```

A library is a list of incompatible activities. An activity is found by what duties and steps
declare: their `object` ends in one of the words below (`import-purchase-order` is a purchase
order, by its id or by its name in any locale), and their `action` is of one of the verb classes.
Two activities on one kind of object are apart on the same object only. Who is R does it; for what
authorises, who is A does it too.

[SOD001](checks/SOD001.md) finds a role that does two sides, [SOD002](checks/SOD002.md) a person
who does through several roles, [STF008](checks/STF008.md) a deputy who would. A conflict that you
live with is written down with what guards it:

```yaml
separations:
  bought:
    use: procure-to-pay
    accepted:
      - control: the director looks into ten orders a month
        owner: director
        until: 2099-12-31
        for: [buyer]
```

The libraries are a beginning, no legal advice: declare with `between` what your trade or your
auditor wants apart beyond them.
""",
    """\
# 内置的不相容职务清单

[English](separations.md)

分离（`separations`）规定哪些职务不得由一人兼任：两项职责或步骤（`between`）、对同一对象的几类动作
（`object` 与 `actions`），或 orgspec 自带的清单：

```yaml
separations:
  bought: {use: procure-to-pay}
  paid: {use: payment}
```

清单由互不相容的活动组成。活动按职责和步骤所声明的内容识别：`object` 以下列某个词结尾（例如“进口采购订单”
属于采购订单，按其 id 或任一语言的名称判断），且 `action` 属于所列动作类别。同一类对象上的两项活动，只在
针对同一对象时才算冲突。R 是办理人；审批类动作的 A 也是。

[SOD001](checks/SOD001.zh.md) 找出一岗兼两方，[SOD002](checks/SOD002.zh.md) 找出一人凭多个岗位兼两方，
[STF008](checks/STF008.zh.md) 找出代理时兼两方。确实要容忍的冲突，应写明由什么来控制：

```yaml
separations:
  bought:
    use: procure-to-pay
    accepted:
      - control: 总经理每月抽查十份订单
        owner: director
        until: 2099-12-31
        for: [buyer]
```

清单只是起点，不构成法律意见：行业或审计另有要求的，请用 `between` 自行声明。
""",
)
_HEAD = (
    ("| One hand must not do | and |", "|---|---|"),
    ("| 同一人不得兼任 | 与 |", "|---|---|"),
)


def page(language: int) -> str:
    """The page; `language` is 0 for English, 1 for Chinese."""
    every = [found for id_ in LIBRARIES if (found := library(id_)) is not None]
    lines = [
        _INTRODUCTION[language],
        *(line for each in every for line in _library(each, language)),
    ]
    lines += [
        ("## Objects and verbs", "## 对象与动作")[language],
        "",
        *_activities(every, language),
    ]
    lines += [
        "",
        ("## Words of the objects", "## 对象用词")[language],
        "",
        *_matters(every, language),
    ]
    return "\n".join(lines) + "\n"


def _library(found: Library, language: int) -> Iterator[str]:
    """The pairs and the sources of a library."""
    names = activities()
    yield f"## `{found.id}` · {found.name[language]}"
    yield ""
    yield from _HEAD[language]
    for one, other in found.pairs:
        yield f"| {names[one].name[language]} | {names[other].name[language]} |"
    yield ""
    yield ("Sources:", "来源：")[language]
    yield ""
    for chinese, english in SOURCES[found.id]:
        yield f"- {chinese if language else english}"
    yield ""


def _activities(every: list[Library], language: int) -> Iterator[str]:
    """What each activity consists of."""
    locale = ("en", "zh")[language]
    used = dict.fromkeys(each for found in every for pair in found.pairs for each in pair)
    yield ("| Activity | Object: verb classes |", "| 活动 | 对象：动作类别 |")[language]
    yield "|---|---|"
    for id_ in used:
        activity = activities()[id_]
        verbs: dict[str, list[str]] = {}
        for matter, verb in activity.acts:
            verbs.setdefault(matter, []).append(class_name(verb, locale))
        comma, colon = ((", ", ": "), ("、", "："))[language]
        acts = [f"`{matter}`{colon}{comma.join(found)}" for matter, found in verbs.items()]
        yield f"| {activity.name[language]} | {('; ', '；')[language].join(acts)} |"


def _matters(every: list[Library], language: int) -> Iterator[str]:
    """The words of each kind of object, in both languages."""
    used = frozenset().union(*(found.matters for found in every))
    yield ("| Object | Words |", "| 对象 | 用词 |")[language]
    yield "|---|---|"
    for matter, words in MATTERS.items():
        if matter in used:
            yield f"| `{matter}` | {('、' if language else ', ').join(words.split())} |"
