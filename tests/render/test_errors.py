from __future__ import annotations

import sys

import pytest

from orgspec.render import pdf
from orgspec.render.errors import RendererMissing
from orgspec.render.press import compiler
from tests.render.documents import job_description


def test_a_missing_typesetter_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    compiler._press.cache_clear()
    with pytest.raises(RendererMissing, match="pip install typst") as caught:
        pdf.render(job_description("zh"))
    assert "未安装 typst" in caught.value.said("zh-CN")
    assert "PDF and PNG" in caught.value.said("en")
    compiler._press.cache_clear()
