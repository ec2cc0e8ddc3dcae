"""What can go wrong before a renderer has begun."""

from __future__ import annotations


class RendererMissing(Exception):  # noqa: N818 - says what is so, as FileNotFound does
    """The library that makes a format is not installed here, or has no build for this machine.

    Attributes:
        library: the name of the package on PyPI.
        formats: what cannot be made without it, as file endings.
    """

    def __init__(self, library: str, formats: tuple[str, ...]) -> None:
        self.library = library
        self.formats = formats
        super().__init__(f"{self.said('en')} / {self.said('zh')}")

    def __reduce__(self) -> tuple[type[RendererMissing], tuple[str, tuple[str, ...]]]:
        """How it comes from another process: made of what it was made of."""
        return type(self), (self.library, self.formats)

    def said(self, locale: str) -> str:
        """The message in one language; `locale` is a BCP 47 tag."""
        if locale.lower().startswith("zh"):
            listed = "、".join(name.upper() for name in self.formats)
            return (
                f"未安装 {self.library}，无法生成 {listed}；请运行 pip install {self.library}"
                "（Windows ARM 上没有安装包，请改用其他格式）"
            )
        listed = " and ".join(name.upper() for name in self.formats)
        return (
            f"{listed} cannot be made without {self.library}; run `pip install {self.library}` "
            "(there is no build for Windows on ARM: choose another format there)"
        )


class RenderingFailed(Exception):  # noqa: N818 - likewise
    """The code that makes a format, ours or a plugin's, met what it does not expect.

    Attributes:
        document: the title of the document, and what it is about.
        format_: the format, as a file ending.
        why: what the code said.
    """

    def __init__(self, document: str, format_: str, why: str) -> None:
        super().__init__(document, format_, why)
        self.document = document
        self.format_ = format_
        self.why = why

    def __str__(self) -> str:
        """The sentence in English."""
        return self.said("en")

    def said(self, locale: str) -> str:
        """The message in one language; `locale` is a BCP 47 tag."""
        if locale.lower().startswith("zh"):
            return (
                f"“{self.document}”无法生成 {self.format_.upper()}：{self.why}；原有文件未改动。"
                "请报告给 orgspec 或该插件的作者，在此之前可用 `--format` 选择其他格式"
            )
        return (
            f"“{self.document}” cannot be made as {self.format_.upper()}: {self.why}; nothing was "
            "changed. Report it to the authors of orgspec or of the plugin; until then, choose other "
            "formats with `--format`"
        )
