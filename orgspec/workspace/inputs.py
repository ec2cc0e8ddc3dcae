"""All that a check read, so that it can be told later whether anything of it has changed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from orgspec.analysis.registry import registry
from orgspec.config import Overrides, end_of_day
from orgspec.remembering import Inputs, stamp_of
from orgspec.workspace.baselines import baseline_path
from orgspec.workspace.beside import files_named
from orgspec.workspace.compilation import Compilation
from orgspec.workspace.digests import digest_of
from orgspec.workspace.discovery import MANIFEST

_UNREADABLE = frozenset(("SYN001", "SYN002"))


def inputs_of(compilation: Compilation, path: Path, overrides: Overrides) -> Inputs | None:
    """What the check of the specification at `path` read.

    None where that cannot be compared later: a file that could not be read, a single file without
    a manifest, rules that other packages bring.
    """
    found = compilation.diagnostics + compilation.held
    if not compilation.folders or any(d.code in _UNREADABLE for d in found) or _others_rules():
        return None
    root = compilation.root
    baseline = baseline_path(root, overrides)
    if overrides.with_baseline and compilation.baseline is None and baseline.exists():
        return None
    try:
        files = {os.fspath(root / source.path): digest_of(source) for source in compilation.sources}
        named = [os.fspath(root / name) for _, _, name in files_named(compilation.organisation)]
        stamps = {each: stamp_of(each) for each in named}
    except OSError:
        return None
    return Inputs(
        files,
        dict(compilation.folders),
        stamps,
        (*_between(path.absolute(), root), *(() if baseline.exists() else (os.fspath(baseline),))),
        end_of_day(compilation.organisation, overrides, compilation.today),
    )


def _others_rules() -> bool:
    """Whether rules of other packages ran, or failed to be loaded."""
    known = registry()
    return bool(known.failures) or any(
        not rule.check.__module__.startswith("orgspec.") for rule in known.rules.values()
    )


def _between(path: Path, root: Path) -> Iterable[str]:
    """Where a manifest between a path and the root would make another specification of it."""
    folder = path if path.is_dir() else path.parent
    for each in (folder, *folder.parents):
        if each == root or not each.is_relative_to(root):
            return
        yield os.fspath(each / MANIFEST)
