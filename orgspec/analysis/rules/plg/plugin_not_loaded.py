"""PLG001: plugin-not-loaded."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import say


@rule("PLG001", "plugin-not-loaded", since="0.1", always=True)
def plugin_not_loaded(context: Context) -> Iterator[Finding]:
    """
    A plugin's entry point fails to load, or repeats the code of another rule.

    ## Why
    A check that is installed and does not run gives false safety.

    ---
    插件的入口点无法加载，或与其他规则代码重复。

    ## 为什么
    装了却没运行的检查会给人虚假的安全感。

    ## 怎么改
    请更新或卸载该插件。
    """
    from orgspec.analysis.registry import registry

    for message in registry().failures:
        yield Finding(
            context.everything(), message, say("update or remove the plugin", "请更新或卸载该插件")
        )
