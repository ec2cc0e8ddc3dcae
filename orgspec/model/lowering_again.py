"""Trees to entities once more: a file that has not changed is not lowered again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from orgspec.model.lowering import Lowering, begun
from orgspec.syntax.limits import Limits
from orgspec.syntax.reader import Tree


class Parts:
    """What was made of each file by itself, for as long as its tree and the locales are the same.

    What an entity is depends on the locales and on what its file says of it. Only whether its id
    is free depends on other files: a file that declares what another one has declared before is
    no part, and is lowered among the others each time.
    """

    def __init__(
        self,
        locales: tuple[str, ...] = (),
        parts: Mapping[str, tuple[Tree, Lowering]] | None = None,
    ) -> None:
        self._locales = locales
        self._parts = dict(parts or {})

    def of(self, tree: Tree, whole: Lowering) -> Lowering:
        """The entities of one file, for an organisation that is being lowered."""
        if whole.locales != self._locales:
            self._locales, self._parts = tuple(whole.locales), {}
        known = self._parts.get(tree.source.path)
        if known is not None and known[0] is tree:
            return known[1]
        part = Lowering(whole.limits)
        part.locales = whole.locales
        part.lower(tree)
        self._parts[tree.source.path] = tree, part
        return part

    def forget_all_but(self, paths: Iterable[str]) -> None:
        """Forget the files that are no longer there."""
        for path in self._parts.keys() - set(paths):
            del self._parts[path]


def lower_again(
    trees: Iterable[Tree], manifest: Tree | None, limits: Limits, parts: Parts
) -> Lowering:
    """As `lower`, with what is known of files that have not changed; the result is the same."""
    whole = begun(manifest, limits)
    for tree in trees:
        if tree is manifest or not whole.take(parts.of(tree, whole)):
            whole.lower(tree, manifest=tree is manifest)
    return whole
