"""Fixes a specification: what is fixable is mended in memory until nothing more is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from orgspec.config import Overrides
from orgspec.diagnostics import Diagnostic, Edit, Severity
from orgspec.diagnostics.editing import Applied, apply
from orgspec.frozen import frozen
from orgspec.workspace.compilation import Compilation
from orgspec.workspace.writing import write_all

_ROUNDS = 100  # a fix that feeds another one needs a round each; more is a circle
_Key = tuple[str, str, str]
_Identity = tuple[object, ...]
Compile = Callable[[Overrides, Mapping[str, str]], Compilation]


@frozen
class _State:
    """Texts, what the command line wants to be told of them, and what all checks find in them."""

    texts: Mapping[str, str]
    told: Compilation
    whole: Compilation


@frozen
class Fixed:
    """What fixing came to.

    Attributes:
        compilation: the specification as it is with the fixes.
        before: the text of each file that changes, by path relative to the manifest.
        after: its text with the fixes.
        fixed: the findings that were mended.
    """

    compilation: Compilation
    before: Mapping[str, str]
    after: Mapping[str, str]
    fixed: tuple[Diagnostic, ...]


class ChangedMeanwhileError(Exception):
    """A file is no longer what was read: writing would lose somebody's work."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def fixable(compilation: Compilation, *, unsafe: bool) -> tuple[Diagnostic, ...]:
    """The findings that are printed and have a fix: a safe one, or with `unsafe` any."""
    return tuple(d for d in compilation.shown if d.fix is not None and (unsafe or d.fix.safe))


def fix(compile_: Compile, overrides: Overrides, *, unsafe: bool) -> Fixed:
    """Mend what can be mended, in memory.

    `compile_` compiles the specification with some texts in place of those on the disk. A fix
    is kept only if its finding is gone with it and no error has come, judged by all checks that
    the manifest wants, whatever the command line chose.
    """
    whole = replace(overrides, select=(), ignore=(), severity={}, with_baseline=False)

    def seen(texts: Mapping[str, str]) -> _State:
        told = compile_(overrides, texts)
        partial = overrides.select or overrides.ignore or overrides.severity or told.baseline
        return _State(texts, told, compile_(whole, texts) if partial else told)

    state = seen({})
    originals: dict[str, str] = {}
    fixed: list[Diagnostic] = []
    refused: set[_Identity] = set()
    for _ in range(_ROUNDS):
        wanted = fixable(state.told, unsafe=unsafe)
        step = _step([d for d in wanted if _identity(d) not in refused], state, seen, refused)
        if step is None:
            break
        applied, state = step
        refused.clear()  # what was bad beside the old text may be good beside the new one
        for path in applied.texts.keys() - originals.keys():
            originals[path] = _text(applied.fixed, path)
        fixed += applied.fixed
    after = {path: text for path, text in state.texts.items() if text != originals[path]}
    return Fixed(state.told, {path: originals[path] for path in after}, after, tuple(fixed))


def _step(
    wanted: list[Diagnostic],
    state: _State,
    seen: Callable[[Mapping[str, str]], _State],
    refused: set[_Identity],
) -> tuple[Applied, _State] | None:
    """Put in as many fixes as go together and are good; None if none is left.

    Where a group is not good its halves are tried, down to the single fix, which is refused. The
    first good group ends the step: places have moved, what is left is found anew.
    """
    pending = [list(apply(wanted).fixed)]
    while pending:
        group = pending.pop(0)
        attempt = apply(group)
        if not attempt.fixed:
            continue
        then = seen({**state.texts, **attempt.texts})
        if _mends(attempt, state.told, then.told) and not _gained(state.whole, then.whole):
            return attempt, then
        if len(group) == 1:
            refused.add(_identity(group[0]))
        half = len(group) // 2
        pending[:0] = [group[:half], group[half:]] if half else []
    return None


def write(fixed: Fixed) -> None:
    """Write the files that fixing changed, all or none; a byte order mark stays.

    Raises:
        ChangedMeanwhileError: a file was changed by somebody else since it was read.
        OSError: a file cannot be written, or must not; all are as they were.
    """
    files: dict[Path, bytes] = {}
    for name, text in sorted(fixed.after.items()):
        path = (fixed.compilation.root / name).resolve()
        data = path.read_bytes()
        if data.decode("utf-8-sig", errors="replace") != fixed.before[name]:
            raise ChangedMeanwhileError(name)
        mark = data[:3] if data.startswith(b"\xef\xbb\xbf") else b""
        files[path] = mark + text.encode("utf-8")
    write_all(files)


def _identity(diagnostic: Diagnostic) -> _Identity:
    """What tells a fix from another, wherever its text has moved to."""
    edits: tuple[Edit, ...] = diagnostic.fix.edits if diagnostic.fix is not None else ()
    return (*_key(diagnostic), *((edit.source.path, edit.text) for edit in edits))


def _key(diagnostic: Diagnostic) -> _Key:
    """A finding, whatever its place."""
    return (diagnostic.code, diagnostic.address, diagnostic.message.in_("en"))


def _counts(diagnostics: Iterable[Diagnostic]) -> Counter[_Key]:
    """How often each finding is there."""
    return Counter(map(_key, diagnostics))


def _mends(attempt: Applied, before: Compilation, after: Compilation) -> bool:
    """Whether every finding that was to be mended is gone, and every file is still read."""
    if len(after.program.broken) > len(before.program.broken):
        return False
    old, new = _counts(before.diagnostics), _counts(after.diagnostics)
    return all(new[key] < old[key] for key in map(_key, attempt.fixed))


def _gained(before: Compilation, after: Compilation) -> bool:
    """Whether an error has come that was not there."""
    old = _counts(d for d in before.diagnostics if d.severity is Severity.ERROR)
    new = _counts(d for d in after.diagnostics if d.severity is Severity.ERROR)
    return any(new[key] > old[key] for key in new)


def _text(diagnostics: Iterable[Diagnostic], path: str) -> str:
    """The text that fixes of some findings were made for."""
    return next(
        edit.source.text
        for diagnostic in diagnostics
        if diagnostic.fix is not None
        for edit in diagnostic.fix.edits
        if edit.source.path == path
    )
