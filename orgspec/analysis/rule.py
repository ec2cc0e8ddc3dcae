"""What a rule is: a function, and the page in its docstring."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import field
from typing import TYPE_CHECKING, Any

from orgspec.diagnostics import Fix, Label, Message, Severity
from orgspec.frozen import frozen

if TYPE_CHECKING:
    from orgspec.analysis.context import Context


@frozen
class Finding:
    """What a rule found; the engine adds code, name and severity.

    Attributes:
        at: the smallest span that is wrong.
        message: what is wrong, with the names involved; lower case, no full stop.
        help: what to do.
        related: every other declaration that is involved.
        address: the entity that it is about; that of `at` if left empty.
    """

    at: Label
    message: Message
    help: Message | None = None
    related: tuple[Label, ...] = ()
    address: str = ""
    fix: Fix | None = None

    @property
    def about(self) -> str:
        """The address of the entity that the finding is about."""
        return self.address or self.at.address

    @property
    def involved(self) -> frozenset[str]:
        """The addresses of all places of the finding."""
        return frozenset((self.about, self.at.address, *(x.address for x in self.related)))


Check = Callable[["Context"], Iterator[Finding]]


@frozen
class Rule:
    """A check with its identity.

    Attributes:
        code: never reused; the letters are the family, the number is free.
        name: reads as "allow *no-accountable*".
        options: a frozen dataclass of thresholds with their defaults, or None.
        yields_to: codes whose findings about the same entity make this one's superfluous.
        finds_absence: whether it reports that something is nowhere; such rules are withheld
            where a file cannot be parsed.
        always: whether it can be neither switched off nor allowed (the reader's own family).
        last: whether it runs once it is known what the others found and what was silenced.
    """

    code: str
    name: str
    severity: Severity
    since: str
    check: Check
    options: type[Any] | None = None
    yields_to: tuple[str, ...] = ()
    finds_absence: bool = False
    always: bool = False
    last: bool = False

    @property
    def page(self) -> str:
        """What the docstring of the check says: English first, Chinese below `---`."""
        return inspect.cleandoc(self.check.__doc__ or "")

    @property
    def family(self) -> str:
        """The letters of the code."""
        return self.code.rstrip("0123456789")


REGISTERED: str = "__orgspec_rule__"


def rule(
    code: str,
    name: str,
    *,
    since: str,
    severity: Severity = Severity.ERROR,
    options: type[Any] | None = None,
    yields_to: tuple[str, ...] = (),
    finds_absence: bool = False,
    always: bool = False,
    last: bool = False,
) -> Callable[[Check], Check]:
    """Make a rule of a function; its docstring is its page, English first, Chinese below `---`."""

    def register(check: Check) -> Check:
        made = Rule(
            code,
            name,
            severity,
            since,
            check,
            options,
            yields_to,
            finds_absence,
            always,
            last,
        )
        setattr(check, REGISTERED, made)
        return check

    return register


@frozen
class Page:
    """The documentation of a rule, taken apart.

    Attributes:
        summary: English and Chinese summary.
        why: English and Chinese reason.
        example: the smallest specification that breaks this rule and no other, or "".
        instead: what to write, or "".
        source: where the rule comes from in the literature, or "".
    """

    summary: tuple[str, str]
    why: tuple[str, str]
    example: str = ""
    instead: str = ""
    source: tuple[str, str] = ("", "")
    sections: dict[str, str] = field(default_factory=dict, hash=False)


# A line break inside Chinese text is where the source was wrapped: no space belongs there.
_WRAPPED = r"(?<=[\u3000-\u9fff\uff00-\uffef`])\n(?=[\u3000-\u9fff\uff00-\uffef`])"


def page_of(rule_: Rule) -> Page:
    """The parts of a rule's page."""
    english, _, chinese = rule_.page.rpartition("\n---\n")  # an example may hold a `---` too
    en = _sections(english)
    zh = {title: re.sub(_WRAPPED, "", text) for title, text in _sections(chinese).items()}
    return Page(
        (en.get("", ""), zh.get("", "")),
        (en.get("Why", ""), zh.get("为什么", "")),
        _code(en.get("Example", "")),
        _code(en.get("Instead", "")),
        (en.get("Source", ""), zh.get("来源", en.get("Source", ""))),
        {**en, **zh},
    )


def _sections(text: str) -> dict[str, str]:
    """Section title → text; the part before the first title under ""."""
    parts: dict[str, list[str]] = {"": []}
    title, fenced = "", False
    for line in text.splitlines():
        fenced ^= line.startswith("```")
        if line.startswith("## ") and not fenced:
            title = line[3:].strip()
            parts[title] = []
        else:
            parts[title].append(line)
    return {key: "\n".join(lines).strip() for key, lines in parts.items()}


def _code(text: str) -> str:
    """The fenced block in a section, without its fences."""
    lines = text.splitlines()
    fences = [index for index, line in enumerate(lines) if line.startswith("```")]
    return "\n".join(lines[fences[0] + 1 : fences[1]]) + "\n" if len(fences) > 1 else ""
