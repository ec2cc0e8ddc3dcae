"""What `orgspec show` says of a workflow."""

from __future__ import annotations

from orgspec.report.show import show
from orgspec.report.style import Style
from orgspec.testing import compiled

SIDE_BY_SIDE = """
roles: {clerk: {reports_to: none}}
workflows:
  w:
    owner: clerk
    steps:
      a: {raci: clerk, next: {all: [b, c]}}
      b: {raci: clerk, next: d}
      c: {raci: clerk, next: d}
      d: {raci: clerk, JOINend: true}
"""


def test_show_says_whether_every_run_of_a_workflow_ends() -> None:
    def told(text: str, locale: str) -> str:
        return "\n".join(show(compiled(text).graph, "workflow/w", locale, Style()))

    sound, twice = SIDE_BY_SIDE.replace("JOIN", "join: all, "), SIDE_BY_SIDE.replace("JOIN", "")
    assert "sound: every run comes to its end" in told(sound, "en")
    assert "健全：每次运行都会结束" in told(sound, "zh")
    assert "not sound" in told(twice, "en")
    wide = ["workflows:\n  w:\n    steps:\n      a: {next: {all: ["]
    wide += [", ".join(f"b{i}" for i in range(20)), "]}}\n"]
    wide += [
        f"      b{i}: {{next: [J, c{i}]}}\n      c{i}: {{next: [J, b{i}]}}\n" for i in range(20)
    ]
    wide += ["      J: {join: all, end: true}\n"]
    assert "not decided" in told("".join(wide), "en")
