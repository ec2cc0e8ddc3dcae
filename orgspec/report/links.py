"""Where the page of a check stands on the web."""

from __future__ import annotations

from functools import cache


@cache
def documentation() -> str:
    """The address under which the documentation of this installation is published, or "".

    It is the `Documentation` address of the package: a fork that publishes its own names it in
    its `pyproject.toml` and nowhere else.
    """
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        entries = metadata("orgspec").get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    named = dict(entry.split(", ", 1) for entry in entries if ", " in entry)
    return str(named.get("Documentation", "")).rstrip("/")


def page_address(code: str, locale: str, home: str | None = None) -> str | None:
    """The address of a check's page in a locale; None where no documentation is published."""
    home = documentation() if home is None else home
    suffix = ".zh" if locale.startswith("zh") else ""
    return f"{home}/checks/{code}{suffix}.md" if home else None
