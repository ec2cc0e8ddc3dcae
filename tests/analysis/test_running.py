"""Rules that several processes share."""

import datetime as dt
import os
import signal
import time
from collections.abc import Callable, Iterator

import pytest

from orgspec.analysis.context import Context
from orgspec.analysis.engine import Result, analyse
from orgspec.analysis.registry import Registry, registry
from orgspec.analysis.rule import REGISTERED, Check, Finding, Rule, rule
from orgspec.analysis.running import OWN
from orgspec.config import Overrides, selection_of
from orgspec.diagnostics import say
from orgspec.source import once_a_source
from orgspec.testing import compiled
from tests.alone import alone
from tests.workspace.told import plain

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
DAY = dt.date(2026, 1, 1)
TEXT = "roles: {a: {reports_to: none}, b: {reports_to: a}}\n"


def ruled(code: str, check: Check, *, module: str = OWN + "rules") -> Rule:
    """A rule; its module says who made it."""
    check.__doc__ = "Something."
    check.__module__ = module
    made: Rule = getattr(rule(code, code.lower(), since="0.1")(check), REGISTERED)
    return made


def judged(*rules: Rule, processes: int) -> Result:
    """What some rules find, and those that are shipped.

    This process begins with a long one, so that the second has time for what stands first.
    """
    compilation = compiled(TEXT)
    long = ruled("TIM902", saying(lambda _: time.sleep(0.5)))  # first of all in this process
    known = {each.code: each for each in (*registry().rules.values(), *rules, long)}
    selection = selection_of(compilation.organisation, Overrides())
    return analyse(compilation.program, selection, DAY, Registry(known, ()), processes=processes)


def saying(text: Callable[[Context], object]) -> Check:
    """A check with one finding, which says what it is told."""

    def check(context: Context) -> Iterator[Finding]:
        yield Finding(context.everything(), say("{x}", "{x}", x=text(context)))

    return check


def said(result: Result, code: str) -> list[str]:
    """What the findings of a rule say."""
    return [each.message.in_("en") for each in result.diagnostics if each.code == code]


def everything(result: Result) -> list[object]:
    return [plain(result.diagnostics), plain(result.held), result.withheld, sorted(result.ran)]


# The family of these stands first in the line, where the second process begins.
FIRST = "DUT901"


def where(context: Context) -> object:
    """Which process this is."""
    return os.getpid()


@alone
def test_the_second_process_runs_rules_and_what_they_find_is_found() -> None:
    (pid,) = said(judged(ruled(FIRST, saying(where)), processes=2), FIRST)
    assert int(pid) != os.getpid()


@alone
def test_entities_in_messages_are_those_of_this_process() -> None:
    named = ruled(FIRST, saying(lambda context: context.organisation.roles["b"]))
    one, two = judged(named, processes=1), judged(named, processes=2)
    assert everything(one) == everything(two)
    (finding,) = (d for d in two.diagnostics if d.code == FIRST)
    assert finding.message.values["x"] is two.graph.organisation.roles["b"]
    assert finding.place.source is two.graph.program.anchor[0]


@alone
def test_what_the_second_process_finds_out_about_a_text_is_known_here() -> None:
    asked = once_a_source(lambda source: f"{source.path} in {os.getpid()}")
    result = judged(ruled(FIRST, saying(lambda c: asked(c.program.anchor[0]))), processes=2)
    (answer,) = said(result, FIRST)
    assert str(os.getpid()) not in answer
    assert asked(result.graph.program.anchor[0]) == answer


@alone
def test_a_crash_in_the_second_process_is_told_as_in_the_first() -> None:
    def crash(context: Context) -> Iterator[Finding]:
        yield Finding(context.everything(), say("before", "之前"))
        raise ZeroDivisionError("no reason")

    both = [ruled(FIRST, crash), ruled("TIM901", crash)]
    one, two = judged(*both, processes=1), judged(*both, processes=2)
    assert everything(one) == everything(two)
    assert len(said(two, "PLG002")) == 2


@alone
def test_a_process_that_dies_loses_no_finding() -> None:
    here = os.getpid()

    def deadly(context: Context) -> object:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "alive"

    rules = [ruled(FIRST, saying(deadly)), ruled("DUT900", saying(lambda _: "before"))]
    one, two = judged(*rules, processes=1), judged(*rules, processes=3)
    assert everything(one) == everything(two)
    assert said(two, FIRST) == ["alive"]


@alone
def test_a_finding_that_cannot_travel_is_found_again_here() -> None:
    here = os.getpid()

    class Strange:
        def __str__(self) -> str:
            return f"{os.getpid() == here}"

    assert said(judged(ruled(FIRST, saying(lambda _: Strange())), processes=2), FIRST) == ["True"]


@alone
def test_rules_of_other_packages_run_in_this_process() -> None:
    foreign = ruled("DUT902", saying(where), module="acme.rules")
    assert said(judged(foreign, processes=2), "DUT902") == [str(os.getpid())]


@alone
def test_ctrl_c_is_told_here_and_no_process_stays_behind() -> None:
    here = os.getpid()

    def interrupting(context: Context) -> object:
        if os.getpid() != here:
            os.kill(here, signal.SIGINT)
        time.sleep(60)
        return ""

    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        judged(
            ruled(FIRST, saying(interrupting)), ruled("TIM901", saying(interrupting)), processes=2
        )
    assert time.monotonic() - begun < 30
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
