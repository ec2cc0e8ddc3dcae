"""What the command line library says, in Chinese: compiled to `orgspec.mo` for gettext.

click looks its own words up through `gettext`; the text domain `orgspec` answers in Chinese.
`python -m scripts.generate_docs` writes the file.
"""

from __future__ import annotations

import struct

PATH = "templates/locale/zh/LC_MESSAGES/orgspec.mo"

_HEADER = (
    "Content-Type: text/plain; charset=UTF-8\nLanguage: zh\nPlural-Forms: nplurals=1; plural=0;\n"
)

WORDS: dict[str, str] = {
    "Usage:": "用法:",
    "Options": "选项",
    "Commands": "命令",
    "Positional arguments": "参数",
    "Show the version and exit.": "显示版本后退出。",
    "Show this message and exit.": "显示本说明后退出。",
    "required": "必填",
    "default: {default}": "默认：{default}",
    "env var: {var}": "环境变量：{var}",
    "Error: {message}": "错误：{message}",
    "Aborted!": "已中止",
    "Try '{command} {option}' for help.": "用法说明见 {command} {option}",
    "Missing command.": "缺少命令",
    "Missing argument": "缺少参数",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少参数",
    "Missing {param_type}": "缺少 {param_type}",
    "Missing parameter: {param_name}": "缺少参数：{param_name}",
    "Choose from:\n\t{choices}": "可选：\n\t{choices}",
    "No such command {name!r}.": "没有命令 {name!r}",
    "No such option {name!r}.": "没有选项 {name!r}。",
    "No such option: {name}": "没有选项：{name}",
    "Option {name!r} does not take a value.": "选项 {name!r} 不带值",
    "Invalid value: {message}": "值无效：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 的值无效：{message}",
    "Could not open file {filename!r}: {message}": "无法打开文件 {filename!r}：{message}",
    "{name} {filename!r} does not exist.": "{name} {filename!r} 不存在",
    "{name} {filename!r} is a directory.": "{name} {filename!r} 是文件夹",
    "{name} {filename!r} is a file.": "{name} {filename!r} 是文件",
    "{name} {filename!r} is not readable.": "{name} {filename!r} 不可读",
    "{name} {filename!r} is not writable.": "{name} {filename!r} 不可写",
    "{value!r} is not a valid {number_type}.": "{value!r} 不是有效的 {number_type}",
    "{value} is not in the range {range}.": "{value} 不在范围 {range} 内",
    "File": "文件",
    "Directory": "文件夹",
    "Path": "路径",
}

PLURALS: dict[tuple[str, str], str] = {
    (
        "Got unexpected extra argument ({args})",
        "Got unexpected extra arguments ({args})",
    ): "多余的参数：{args}",
    (
        "Option {name!r} requires an argument.",
        "Option {name!r} requires {nargs} arguments.",
    ): "选项 {name!r} 需要 {nargs} 个值",
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."): (
        "{value!r} 不在可选之列：{choices}"
    ),
    (
        "{value!r} does not match the format {format}.",
        "{value!r} does not match the formats {formats}.",
    ): "{value!r} 不符合格式 {formats}",
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"): (
        "是否想用：{possibilities}"
    ),
}


def compiled() -> bytes:
    """The words as a GNU message catalogue; the same words give the same bytes."""
    entries = {"": _HEADER, **WORDS}
    entries |= {f"{one}\0{many}": text for (one, many), text in PLURALS.items()}
    pairs = sorted((key.encode(), text.encode()) for key, text in entries.items())
    count = len(pairs)
    keys = _table([key for key, _ in pairs], 28 + 16 * count)
    texts_at = 28 + 16 * count + sum(len(key) + 1 for key, _ in pairs)
    texts = _table([text for _, text in pairs], texts_at)
    head = struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, 0)
    data = b"".join(key + b"\0" for key, _ in pairs) + b"".join(text + b"\0" for _, text in pairs)
    return head + keys + texts + data


def _table(items: list[bytes], offset: int) -> bytes:
    """Length and offset of every item, laid one behind the other from `offset`."""
    table = b""
    for item in items:
        table += struct.pack("<2I", len(item), offset)
        offset += len(item) + 1
    return table
