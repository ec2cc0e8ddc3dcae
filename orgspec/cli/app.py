"""The command line: finds the command, loads it alone, runs it."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

import click

from orgspec.cli.language import help_in, language, speak
from orgspec.cli.terminal import Terminal
from orgspec.diagnostics import Message, say
from orgspec.diagnostics.catalogue import languages

# Command → its one-line help, so that `orgspec --help` loads none of them.
COMMANDS: dict[str, Message] = {
    "init": say("Start a specification.", "新建一份规范。"),
    "check": say("Validate a specification.", "校验规范。"),
    "build": say("Make every document.", "生成全部文件。"),
    "render": say("Make one document.", "生成一份文件。"),
    "show": say("Show one entity and all that touches it.", "显示一个条目及与其相关的一切。"),
    "what-if": say("What is left without if somebody goes.", "某人离开或岗位合并会怎样。"),
    "explain": say("Explain a check.", "说明一项检查。"),
    "rules": say("List all checks.", "列出全部检查。"),
    "import": say("Read other formats into YAML.", "将其他格式读入为 YAML。"),
    "export": say("Write other formats.", "导出为其他格式。"),
    "cache": say("Clear what is remembered.", "清除缓存。"),
    "schema": say("Print the JSON Schema of the language.", "输出语言的 JSON Schema。"),
}

# Commands whose name no module can well have.
_MODULES = {"import": "importing", "export": "exporting"}


class Commands(click.Group):
    """The group of all commands; each lives in a module of its own, loaded when called."""

    locale = "en"

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in COMMANDS:
            return None
        name = _MODULES.get(cmd_name, cmd_name.replace("-", "_"))
        module = importlib.import_module(f"orgspec.cli.{name}")
        made: click.Command = module.command(self.locale)
        return made

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without loading them."""
        title = say("Commands", "命令").in_(self.locale)
        with formatter.section(title):
            formatter.write_dl([(name, text.in_(self.locale)) for name, text in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of the first argument; near names in the error where there is none."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from orgspec.diagnostics.near import near

            close = near(args[0], tuple(COMMANDS)) or tuple(COMMANDS)
            message = say(
                "there is no command `{name}`; did you mean {names}?",
                "没有命令 `{name}`；是否想用 {names}？",
                name=args[0],
                names=tuple(f"`{each}`" for each in close),
            )
            raise click.UsageError(message.in_(self.locale))
        return super().resolve_command(ctx, args)


def application(locale: str) -> Commands:
    """The whole command line, speaking `locale`."""
    t = help_in(locale)

    Commands.locale = locale
    summary = t(
        "A compiler for organisations: YAML in, org charts, RACI matrices and job descriptions out.",
        "组织的编译器：输入 YAML，输出组织架构图、责任矩阵与岗位说明书。",
    )

    @click.group(
        cls=Commands, help=summary, context_settings={"help_option_names": ["-h", "--help"]}
    )
    @click.option(
        "--lang", type=click.Choice(languages()), help=t("Language of messages.", "消息的语言。")
    )
    @click.option(
        "--quiet", "-q", is_flag=True, help=t("Say only what was asked for.", "只输出所要的内容。")
    )
    @click.option("--color/--no-color", default=None, help=t("Colour, or none.", "是否使用颜色。"))
    @click.version_option(package_name="orgspec", message="orgspec %(version)s")
    @click.pass_context
    def root(ctx: click.Context, lang: str | None, quiet: bool, color: bool | None) -> None:
        ctx.obj.quiet, ctx.obj.colour = quiet, color

    group: Commands = root
    return group


def run(arguments: Sequence[str], key: str = "") -> int:
    """Run the command line and return its exit status; `key` is where its answer is remembered.

    0: no errors; 1: errors found; 2: wrong use, or what was asked for cannot be read or written.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and (stream.encoding or "").lower() != "utf-8":
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    locale = language(arguments)
    speak(locale)
    terminal = Terminal(locale, key=key)
    group = application(locale)
    moved = _language_first(list(arguments))
    try:
        result = group.main(moved, "orgspec", standalone_mode=False, obj=terminal)
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except (KeyboardInterrupt, click.Abort):
        click.echo("", err=True)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 141
    except OSError as error:
        if error.filename is not None:
            raise  # of a file, which the command should have told of
        return unwritable(locale, error)
    return result if isinstance(result, int) else 0


def unwritable(locale: str, error: OSError) -> int:
    """Say that standard output cannot be written; what waits for it is given up."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - till the end
    message = say(
        "standard output cannot be written: {reason}",
        "无法写入标准输出：{reason}",
        reason=error.strerror or error,
    )
    click.echo(say("error: ", "错误：").in_(locale) + message.in_(locale), err=True)
    return 2


def _language_first(arguments: list[str]) -> list[str]:
    """`--lang`, `--quiet` and the like are global: they may stand anywhere."""
    moved: list[str] = []
    rest: list[str] = []
    pending = iter(arguments)
    for argument in pending:
        if argument == "--":
            rest += [argument, *pending]
        elif argument == "--lang":
            moved += [argument, next(pending, "")]
        elif argument in ("--quiet", "-q", "--color", "--no-color") or argument.startswith(
            "--lang="
        ):
            moved.append(argument)
        else:
            rest.append(argument)
    return moved + rest
