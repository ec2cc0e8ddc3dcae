"""The process that fills forms: one that runs away is ended."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from orgspec.document import Document
from orgspec.render.form.task import Task
from orgspec.render.form.trouble import TemplateTrouble
from orgspec.workspace.workshop import Workshop

DOCUMENT = Document("Title", "en", "Harbour", (), form={"name": "Ann", "items": [1, 2]})
ENDLESS = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
HUGE = "{% set ns = namespace(x='x' * 1000) %}{% for i in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}"


@pytest.fixture(scope="module")
def shop() -> Iterator[Workshop]:
    made = Workshop()
    yield made
    made.close()


def task(source: str) -> Task:
    return Task("md", "forms/a.md", DOCUMENT, source.encode())


def test_one_process_fills_many_forms(shop: Workshop) -> None:
    assert [shop.fill(task(f"{i} {{{{ name }}}}")) for i in range(3)] == [
        b"0 Ann\n",
        b"1 Ann\n",
        b"2 Ann\n",
    ]


def test_a_form_that_never_ends_is_stopped_and_the_next_is_filled(shop: Workshop) -> None:
    with pytest.raises(TemplateTrouble) as caught:
        shop.fill(task(ENDLESS), seconds=1)
    assert "forms/a.md: it was stopped after 1 seconds" in caught.value.message().in_("en")
    assert "forms/a.md：填写超过 1 秒，已中止" in caught.value.message().in_("zh")
    assert shop.fill(task("{{ name }}")) == b"Ann\n"


def test_a_form_that_grows_without_end_is_stopped_and_the_next_is_filled(shop: Workshop) -> None:
    with pytest.raises(TemplateTrouble) as caught:
        shop.fill(task(HUGE))
    assert "memory" in caught.value.message().in_("en")
    assert shop.fill(task("{{ name }}")) == b"Ann\n"


def test_a_trouble_keeps_its_place_on_its_way_here(shop: Workshop) -> None:
    with pytest.raises(TemplateTrouble) as caught:
        shop.fill(task("\n{{ nmae }}{# {x} #}"))
    found = caught.value
    assert (found.name, found.line) == ("forms/a.md", 2)
    assert found.message().in_("en").endswith("there is no `nmae`; did you mean `name`?")
    assert found.message().in_("zh").endswith("没有 `nmae`；是否想写 `name`？")


def test_what_no_template_is_text_is_told(shop: Workshop) -> None:
    with pytest.raises(TemplateTrouble, match="no text in UTF-8"):
        shop.fill(Task("md", "forms/a.md", DOCUMENT, b"\xff\xfe"))
