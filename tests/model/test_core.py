"""Pydantic's core is imported without what only type checkers need, and nobody notices."""

from __future__ import annotations

import subprocess
import sys


def said(code: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_the_types_of_schemas_are_not_imported() -> None:
    code = "import sys, orgspec.model.validators\nprint('pydantic_core.core_schema' in sys.modules)"
    assert said(code) == "False"


def test_whoever_imports_them_later_finds_them() -> None:
    code = (
        "import orgspec.model.validators, pydantic_core\n"
        "from pydantic_core import core_schema\n"
        "print(core_schema.str_schema(), pydantic_core.core_schema is core_schema)"
    )
    assert said(code) == "{'type': 'str'} True"


def test_a_core_that_is_there_already_stays_whole() -> None:
    code = (
        "import pydantic_core, orgspec.model.validators\n"
        "print(pydantic_core.core_schema.str_schema())"
    )
    assert said(code) == "{'type': 'str'}"
