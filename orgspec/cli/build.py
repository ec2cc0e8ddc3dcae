"""`orgspec build`: make every document."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from orgspec.cli.asking import compiled, several
from orgspec.cli.collector import collect_from_here
from orgspec.cli.jobs_option import jobs_option
from orgspec.cli.language import help_in
from orgspec.cli.terminal import Terminal
from orgspec.cli.writing import written
from orgspec.diagnostics import Severity, quoted, say
from orgspec.model import locale_pairs
from orgspec.model.outputs import BUILT, canonical
from orgspec.report import text as text_report
from orgspec.workspace import Compilation

if TYPE_CHECKING:
    from orgspec.workspace.plan import Job, Wanted


def command(locale: str) -> click.Command:
    """The command, speaking `locale`."""
    t = help_in(locale)

    @click.command(
        "build",
        help=t(
            "Make every document that the specification at PATH asks for.\n\n\b\nExamples:\n"
            "  orgspec build samples/trade-site -o out\n"
            "  orgspec build --only charts,raci --format pdf --locale en\n"
            "  orgspec build --draft",
            "生成 PATH 处的规范所要求的全部文件。\n\n\b\n示例：\n"
            "  orgspec build samples/trade-site -o out\n"
            "  orgspec build --only charts,raci --format pdf --locale en\n"
            "  orgspec build --draft",
        ),
    )
    @click.argument("path", default=".", type=click.Path(path_type=Path))
    @click.option(
        "--output",
        "-o",
        type=click.Path(path_type=Path),
        default=Path("out"),
        show_default=True,
        help=t("Folder to write into.", "输出文件夹。"),
    )
    @click.option(
        "--only",
        multiple=True,
        metavar="KIND",
        help=t("Only these kinds: {}.", "仅生成这些种类：{}。").format(", ".join(BUILT)),
    )
    @click.option(
        "--format", "formats", multiple=True, help=t("Only these formats.", "仅生成这些格式。")
    )
    @click.option(
        "--locale",
        "locales",
        multiple=True,
        help=t(
            "Only these locales; zh+en: two side by side.", "仅生成这些语言；zh+en 为双语对照。"
        ),
    )
    @click.option(
        "--department",
        "departments",
        multiple=True,
        help=t("Only these departments.", "仅这些部门。"),
    )
    @click.option("--role", "roles", multiple=True, help=t("Only these roles.", "仅这些岗位。"))
    @jobs_option(t)
    @click.option(
        "--executor",
        default="processes",
        show_default=True,
        metavar="NAME",
        help=t(
            "Who does the work: processes, or dask://host:port.",
            "由谁执行：processes，或 dask://主机:端口。",
        ),
    )
    @click.option(
        "--no-cache",
        is_flag=True,
        help=t("Make every file anew.", "全部文件重新生成。"),
    )
    @click.option(
        "--draft",
        is_flag=True,
        help=t("Build in spite of errors, marked as a draft.", "即使有错误也生成，并标为草稿。"),
    )
    @click.pass_obj
    def build(
        terminal: Terminal,
        path: Path,
        output: Path,
        only: tuple[str, ...],
        formats: tuple[str, ...],
        locales: tuple[str, ...],
        departments: tuple[str, ...],
        roles: tuple[str, ...],
        jobs: int,
        executor: str,
        no_cache: bool,
        draft: bool,
    ) -> int:
        compilation = compiled(terminal, path)
        if compilation.count(Severity.ERROR) and not draft:
            return refuse(compilation, terminal)
        collect_from_here()
        # Documents are spread over processes: threads of the typesetter would get in their way.
        os.environ.setdefault("RAYON_NUM_THREADS", "1")
        from orgspec.workspace.plan import Wanted, plan, unplanned

        wanted = Wanted(
            frozenset(_kinds(terminal, several(only))),
            frozenset(several(formats)),
            frozenset(several(locales)),
            frozenset(several(departments)),
            frozenset(several(roles)),
            bool(draft and compilation.count(Severity.ERROR)),
        )
        _refuse_unknown(terminal, compilation, wanted)
        planned = plan(compilation, wanted)
        for message in unplanned(compilation, wanted):
            terminal.note(message)
        if not planned:
            terminal.fail(
                say(
                    "nothing to build: the selection fits no document",
                    "没有可生成的内容：筛选条件不匹配任何文件",
                )
            )
        how = _How(output, jobs, executor, not wanted.everything, no_cache)
        _build(compilation, terminal, planned, how)
        return 0

    return build


@dataclass(frozen=True, slots=True)
class _How:
    """Where files go, who makes them, and what becomes of those of the last build."""

    output: Path
    processes: int
    executor: str
    keep: bool
    anew: bool


def _build(
    compilation: Compilation, terminal: Terminal, planned: tuple[Job, ...], how: _How
) -> None:
    """Make the documents and say how many."""
    from orgspec.workspace.building import build
    from orgspec.workspace.characters import unprintable
    from orgspec.workspace.enclosures import accompanied
    from orgspec.workspace.house_style import style_of
    from orgspec.workspace.workers import NoWorkersError

    style = style_of(
        compilation.root, compilation.organisation, compilation.organisation.locales[0]
    )
    for character, place in unprintable(compilation.program, style):
        position = place.source.position(place.span.start)
        terminal.note(
            say(
                "{path}:{line}:{column}: the fonts have no `{character}` (U+{code}); 〓 stands for it",
                "{path}:{line}:{column}：字体中没有 `{character}`（U+{code}），以 〓 代替",
                path=place.source.path,
                line=position.line,
                column=position.column,
                character=character,
                code=f"{ord(character):04X}",
            )
        )
    compilation, remarks = accompanied(compilation, {job.kind for job in planned})
    with written(terminal, how.output):
        try:
            made = build(
                compilation,
                planned,
                how.output,
                processes=how.processes,
                executor=how.executor,
                keep=how.keep,
                anew=how.anew,
                progress=terminal.progress,
            )
        except NoWorkersError as error:
            terminal.fail(error.message)
        for remark in remarks:
            terminal.note(remark)
        terminal.note(
            say("{n} files in `{path}` · {s} s", "已生成 {n} 个文件，位于 `{path}` · {s} 秒",
                n=len(made), path=how.output, s=f"{terminal.seconds:.1f}")
        )  # fmt: skip


def refuse(compilation: Compilation, terminal: Terminal) -> int:
    """Documents that people sign are not made from a specification with errors."""
    errors = [d for d in compilation.diagnostics if d.severity is Severity.ERROR]
    for each in errors[:20]:
        click.echo(text_report.finding(each, terminal.locale, terminal.style) + "\n", err=True)
    terminal.note(
        say("nothing was built, for there are errors ({n}); mend them, or build a marked draft with "
            "--draft",
            "未生成任何文件：有 {n} 个错误；请先改正，或用 --draft 生成带标记的草稿", n=len(errors))
    )  # fmt: skip
    return 1


def _kinds(terminal: Terminal, names: tuple[str, ...]) -> list[str]:
    """The kinds of documents named; an unknown one is wrong use."""
    kinds = []
    for name in names:
        kind = canonical(name)
        if kind not in BUILT:
            terminal.fail(say("there is no kind of document `{name}`; there are {kinds}",
                              "没有 `{name}` 这种文件；可用的有 {kinds}", name=name, kinds=quoted(BUILT)))  # fmt: skip
        kinds.append(str(kind))
    return kinds


def _refuse_unknown(terminal: Terminal, compilation: Compilation, wanted: Wanted) -> None:
    """A mistyped name must not pass for an empty result."""
    organisation = compilation.organisation
    known_formats = {f for kind in BUILT for f in BUILT[kind]}
    checks = (
        (wanted.formats, known_formats, "--format"),
        (wanted.departments, set(organisation.departments), "--department"),
        (wanted.roles, set(organisation.roles), "--role"),
    )
    for tag in sorted(wanted.locales):
        wrong = locale_pairs.fault(tag, organisation.locales)
        if wrong is not None:
            terminal.fail(wrong)
    for given, known, option in checks:
        for name in sorted(given - known):
            from orgspec.diagnostics.near import near

            menu = near(name, tuple(known)) or tuple(sorted(known)[:8])
            terminal.fail(say("{option}: there is no `{name}`; did you mean {names}?",
                              "{option}：没有 `{name}`；是否想写 {names}？",
                              option=option, name=name, names=quoted(menu)))  # fmt: skip
