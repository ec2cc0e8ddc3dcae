"""`orgspec check`: validate a specification."""

from __future__ import annotations

import datetime as dt
import sys
import time
from pathlib import Path

import click

from orgspec.analysis.selection import PROFILES
from orgspec.analysis.stopwatch import Stopwatch
from orgspec.cli.adopting import adopted
from orgspec.cli.asking import compiled, several
from orgspec.cli.changes import Changes, change_options, refuse_nonsense
from orgspec.cli.codes import refuse_unknown
from orgspec.cli.confirming import confirmed
from orgspec.cli.earlier import Earlier
from orgspec.cli.fixing import mended, said, show_diff, written_back
from orgspec.cli.jobs_option import jobs_option
from orgspec.cli.language import help_in
from orgspec.cli.reporting import FORMS, reported
from orgspec.cli.reporting import statistics as counted
from orgspec.cli.terminal import Terminal
from orgspec.cli.watching import watched
from orgspec.cli.writing import written
from orgspec.config import Overrides
from orgspec.diagnostics import Message, Severity, say
from orgspec.frozen import frozen
from orgspec.remembering import TIME, remember
from orgspec.report import text as text_report
from orgspec.report.spent import spent
from orgspec.workspace import Compilation, write_text
from orgspec.workspace.inputs import inputs_of
from orgspec.workspace.memory import Memory

_REMEMBERED = ("text", "json")  # the paths of the others depend on where the repository lies


def command(locale: str) -> click.Command:
    """The command, speaking `locale`."""
    t = help_in(locale)

    @click.command(
        "check",
        short_help=t("Validate a specification.", "校验规范。"),
        help=t(
            "Validate the specification at PATH (a folder with orgspec.yaml, a folder inside one, "
            "or one file).\n\n\b\nExamples:\n  orgspec check\n  orgspec check samples/trade-site "
            "--strict\n  orgspec check --select RAC,WFL --format json",
            "校验 PATH 处的规范（含 orgspec.yaml 的文件夹、其中的子文件夹，或单个文件）。\n\n\b\n示例：\n"
            "  orgspec check\n  orgspec check samples/trade-site --strict\n"
            "  orgspec check --select RAC,WFL --format json",
        ),
    )
    @click.argument("path", default=".", type=click.Path(path_type=Path))
    @click.option(
        "--format",
        "form",
        type=click.Choice(FORMS),
        default="text",
        help=t(
            "Form of the report; in all but text and json, paths start at the repository's root.",
            "报告格式；除 text 与 json 外，路径均从仓库根目录算起。",
        ),
    )
    @click.option(
        "--output-file",
        "-o",
        type=click.Path(path_type=Path),
        help=t("Write the report to a file.", "把报告写入文件。"),
    )
    @click.option(
        "--select",
        multiple=True,
        help=t("Run only these codes, prefixes or names.", "只运行这些代码、前缀或名称。"),
    )
    @click.option("--ignore", multiple=True, help=t("Leave these out.", "不运行这些检查。"))
    @click.option(
        "--severity",
        multiple=True,
        metavar="CODE=LEVEL",
        help=t("Change the severity of a check.", "修改某项检查的级别。"),
    )
    @click.option(
        "--profile",
        type=click.Choice(PROFILES),
        help=t(
            "starter: errors; default: and warnings; strict: all.",
            "starter：仅错误；default：加警告；strict：全部。",
        ),
    )
    @click.option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        help=t("Check the organisation of that day.", "按该日期校验。"),
    )
    @click.option("--strict", is_flag=True, help=t("Warnings fail too.", "有警告也算失败。"))
    @click.option(
        "--exit-zero", is_flag=True, help=t("Exit 0 in spite of errors.", "有错误也返回 0。")
    )
    @click.option(
        "--statistics", is_flag=True, help=t("Count findings by code.", "按代码统计发现。")
    )
    @click.option(
        "--no-cache",
        is_flag=True,
        expose_value=False,  # it was heeded before there were commands: orgspec.remembering
        help=t("Ask anew, even if nothing has changed.", "即使没有改动也重新校验。"),
    )
    @jobs_option(t)
    @click.option(
        "--profile-run",
        is_flag=True,
        help=t(
            "Say where the time of one process went, on standard error.",
            "在标准错误中说明单个进程的时间花在哪里。",
        ),
    )
    @click.option(
        "--max-findings",
        type=click.IntRange(1),
        default=1000,
        show_default=True,
        help=t("Print at most so many.", "最多输出的条数。"),
    )
    @change_options(t)
    @click.pass_obj
    def check(
        terminal: Terminal,
        path: Path,
        form: str,
        output_file: Path | None,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        severity: tuple[str, ...],
        profile: str | None,
        as_of: dt.datetime | None,
        strict: bool,
        exit_zero: bool,
        statistics: bool,
        jobs: int,
        profile_run: bool,
        max_findings: int,
        changes: Changes,
    ) -> int:
        refuse_nonsense(terminal, changes)
        overrides = Overrides(
            profile,
            several(select),
            several(ignore),
            _levels(terminal, severity),
            as_of.date() if as_of else None,
            changes.baseline,
            not changes.no_baseline,
        )
        refuse_unknown(terminal, (*overrides.select, *overrides.ignore, *overrides.severity))

        asked = _Asked(
            form, output_file, strict, exit_zero, statistics, jobs, profile_run, max_findings
        )
        memory = Memory() if changes.watch else None

        def once() -> int:
            return _checked(terminal, path, overrides, asked, changes, memory)

        return watched(terminal, path, overrides, once) if changes.watch else once()

    return check


@frozen
class _Asked:
    """How the answer is wanted, as the command line has it."""

    form: str
    output_file: Path | None
    strict: bool
    exit_zero: bool
    statistics: bool
    jobs: int
    profile_run: bool
    max_findings: int


def _checked(
    terminal: Terminal,
    path: Path,
    overrides: Overrides,
    asked: _Asked,
    changes: Changes,
    memory: Memory | None,
) -> int:
    """Check once, change what is to be changed, report; the exit status."""
    watch = Stopwatch(time.process_time() if asked.profile_run else 0.0)
    fixed = None
    earlier = Earlier(terminal, path) if memory is None else None
    if changes.fix or changes.diff:
        unsafe, jobs = changes.unsafe_fixes, asked.jobs
        fixed = mended(terminal, path, overrides, unsafe=unsafe, jobs=jobs, memory=memory)
        if changes.diff:
            return int(show_diff(terminal, fixed) and not asked.exit_zero)
        written_back(terminal, fixed)
        compilation = fixed.compilation
    else:
        compilation = compiled(
            terminal,
            path,
            overrides,
            watch=watch if asked.profile_run else None,
            jobs=asked.jobs,
            memory=earlier.memory if earlier is not None else memory,
        )
    if changes.write_translations:
        compilation = confirmed(terminal, path, overrides, compilation)
    if changes.write_baseline:
        compilation = adopted(terminal, path, overrides, compilation, force=changes.force)
    failing = [Severity.ERROR, *([Severity.WARNING] if asked.strict else [])]
    bad = any(d.severity in failing for d in compilation.diagnostics)
    status = int(bad and not asked.exit_zero)
    text = _answer(terminal, compilation, asked, said(fixed, compilation))
    if terminal.key and asked.form in _REMEMBERED:
        inputs = inputs_of(compilation, path, overrides)
        if inputs is not None:
            remember(terminal.key, inputs, status, text)
    _print(terminal, text.replace(TIME, f"{terminal.seconds:.2f}"), asked.output_file)
    if earlier is not None:
        earlier.leave(compilation)
    if asked.profile_run:
        watch.stage("reporting")
        sys.stderr.write(spent(watch, terminal.locale))
    return status


def _answer(
    terminal: Terminal, compilation: Compilation, asked: _Asked, notes: list[Message]
) -> str:
    """The report in the form that is wanted."""
    if asked.statistics:
        return counted(compilation, terminal, asked.form)
    if asked.form != "text":
        return reported(compilation, terminal, asked.form)
    return _text(compilation, terminal, asked.max_findings, notes)


def _print(terminal: Terminal, text: str, output_file: Path | None) -> None:
    """Write a report to standard output, or to a file."""
    if output_file is None or str(output_file) == "-":
        sys.stdout.write(text)
        return
    with written(terminal, output_file):
        write_text(output_file, text)


def _levels(terminal: Terminal, values: tuple[str, ...]) -> dict[str, str]:
    """`CODE=LEVEL` pairs; anything else is wrong use."""
    levels = {}
    for value in several(values):
        code, _, level = value.partition("=")
        if level not in list(Severity):
            terminal.fail(
                say(
                    "`{value}` is not CODE=error, CODE=warning or CODE=info",
                    "`{value}` 应写成 CODE=error、CODE=warning 或 CODE=info",
                    value=value,
                )
            )
        levels[code] = level
    return levels


def _text(compilation: Compilation, terminal: Terminal, limit: int, notes: list[Message]) -> str:
    """Every shown finding, what else is to be said, and the last line."""
    locale, style = terminal.locale, terminal.style
    shown = compilation.shown
    parts = [text_report.finding(each, locale, style) + "\n" for each in shown[:limit]]
    if len(shown) > limit:
        message = say("{n} more findings are not printed; see --max-findings",
                      "另有 {n} 条发现未输出；见 --max-findings", n=len(shown) - limit)  # fmt: skip
        parts.append(message.in_(locale) + "\n")
    tail = text_report.withheld(compilation.withheld, locale)
    organisation = compilation.organisation
    counts = {level.value: compilation.count(level) for level in Severity}
    hidden = 0 if Severity.INFO in compilation.visible else counts.pop("info")
    if Severity.WARNING not in compilation.visible:
        hidden += counts.pop("warning")
    if terminal.quiet:
        return "\n".join(parts)
    sizes = {"files": compilation.files, "roles": len(organisation.roles),
             "duties": len(organisation.duties), "workflows": len(organisation.workflows)}  # fmt: skip
    if tail:
        parts.append(tail)
    parts += [note.in_(locale) for note in notes]
    held = sum(1 for each in compilation.held if each.severity in compilation.visible)
    parts.append(text_report.summary(counts, sizes, TIME, locale, hidden, held))
    return "\n".join(parts) + "\n"
