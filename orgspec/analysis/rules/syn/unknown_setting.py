"""SYN010: unknown-setting."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.known_settings import check_settings, file_settings, outputs, version
from orgspec.analysis.rule import Finding, rule


@rule("SYN010", "unknown-setting", since="0.1", always=True)
def unknown_setting(context: Context) -> Iterator[Finding]:
    """
    The manifest, or `checks` of a department, names a code, option, severity, profile, kind of
    document, format or language version that this version of orgspec does not know.

    ## Why
    A setting with a slip in it does nothing and says nothing: the check that was to be stricter
    is not.

    ## Example
    ```yaml
    checks: {options: {span_of_controll: 12}}
    roles:
      director: {reports_to: none}
    ```

    ## Instead
    ```yaml
    checks: {options: {span_of_control: 12}}
    roles:
      director: {reports_to: none}
    ```

    ---
    清单或部门的 `checks` 写了此版本不认识的代码、选项、级别、模式、文件种类、格式或语言版本。

    ## 为什么
    写错的设置不起作用，也不会提醒：本想收紧的检查其实没有收紧。

    ## 怎么改
    请改成提示中的名称。
    """
    yield from context.problems("SYN010")
    manifest = context.organisation.manifest
    yield from version(context, manifest.orgspec)
    checks = manifest.checks
    selectors = {"select": checks.select, "ignore": checks.ignore}
    yield from check_settings(
        context, "manifest", ("checks",), selectors, checks.severity, checks.options
    )
    for glob, settings in checks.per_file.items():
        yield from file_settings(context, ("checks", "per_file", glob), settings)
    for unit in context.organisation.departments.values():
        own = unit.checks
        if own is not None:
            chosen = {"ignore": own.ignore}
            yield from check_settings(
                context, unit.address, ("checks",), chosen, own.severity, own.options
            )
    yield from outputs(context, manifest.outputs)
