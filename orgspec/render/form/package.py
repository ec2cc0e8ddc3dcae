"""Which files pass for a Word form: what would harm a reader, or this machine, does not."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

from orgspec.diagnostics import Message, say
from orgspec.render.form.trouble import TemplateTrouble

LARGEST = 32_000_000
"""Bytes of all parts together, unpacked."""

_MOST_PARTS = 2_000
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MAIN = b"wordprocessingml.document.main+xml"
_ACTIVE = re.compile(r"vbaProject|vbaData|/activeX/|/embeddings/", re.IGNORECASE)
_DOCTYPE = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)
_FOREIGN = re.compile(rb"encoding\s*=\s*[\"'](?!utf-8|us-ascii)", re.IGNORECASE)
_RELATIONSHIP = re.compile(rb"<Relationship\b[^>]*>", re.IGNORECASE)
_EXTERNAL = re.compile(rb"TargetMode\s*=\s*[\"']External", re.IGNORECASE)
_HARMLESS = re.compile(rb"/(?:hyperlink|attachedTemplate)[\"']")


def refuse_package(data: bytes, name: str) -> None:
    """Refuse what is no .docx, what unpacks to too much, and what carries or loads foreign code.

    Raises:
        TemplateTrouble: the file is refused.
    """
    why = _not_a_zip(data) or _bad_parts(data)
    if why is not None:
        raise TemplateTrouble(name, why)


def _not_a_zip(data: bytes) -> Message | None:
    """Why a file is no package at all."""
    if data.startswith(_OLD):
        if _ENCRYPTED in data:
            return say(
                "it is protected by a password; save it without one",
                "文件有密码保护；请去掉密码后另存",
            )
        return say(
            "it is an old Word file (.doc); save it as .docx",
            "这是旧版 Word 文件（.doc）；请另存为 .docx",
        )
    if not zipfile.is_zipfile(BytesIO(data)):
        return say("it is no Word file (.docx)", "不是 Word 文件（.docx）")
    return None


def _bad_parts(data: bytes) -> Message | None:
    """Why a package is no form."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            entries = package.infolist()
            if len(entries) > _MOST_PARTS or sum(e.file_size for e in entries) > LARGEST:
                return say(
                    "it unpacks to more than {size} MB",
                    "解压后超过 {size} MB",
                    size=LARGEST // 1_000_000,
                )
            if any(entry.flag_bits & 1 for entry in entries):
                return say("its parts are encrypted", "文件内容已加密")
            return _bad_content(package)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError):
        return say("the Word file is damaged", "Word 文件已损坏")


def _bad_content(package: zipfile.ZipFile) -> Message | None:
    """Why the parts of a package are no form."""
    names = package.namelist()
    types = package.read("[Content_Types].xml") if "[Content_Types].xml" in names else b""
    if b"macroEnabled" in types or any(_ACTIVE.search(each) for each in names):
        return say(
            "it holds macros or embedded objects; save it as a plain .docx without them",
            "文件含有宏或嵌入对象；请去掉后另存为普通 .docx",
        )
    if _MAIN not in types:
        return say(
            "it is no Word document (.docx), though it is packed like one",
            "不是 Word 文档（.docx），只是打包方式相同",
        )
    for each in names:
        if not each.lower().endswith((".xml", ".rels")):
            continue
        text = package.read(each)
        head = text[:64]
        if _DOCTYPE.search(text) or b"\x00" in head or _FOREIGN.search(head):
            return say("its part `{part}` is refused", "拒绝其中的 `{part}`", part=each)
        for relation in _RELATIONSHIP.findall(text) if each.endswith(".rels") else ():
            if _EXTERNAL.search(relation) and not _HARMLESS.search(relation):
                return say(
                    "it loads something from outside the file (`{part}`); put it into the file",
                    "文件引用了外部内容（`{part}`）；请将其嵌入文件",
                    part=each,
                )
    return None
