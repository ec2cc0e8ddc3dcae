"""What a check read, lowered and linked, for the next check of the same specification."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from orgspec.model.linking import link
from orgspec.model.linking_again import link_again
from orgspec.model.lowering_again import Parts
from orgspec.model.organisation import Organisation
from orgspec.model.program import Links
from orgspec.syntax.limits import Limits
from orgspec.syntax.reader import Tree
from orgspec.workspace.reading import Trees


class Memory:
    """Trees, entities and links of the last check, each for as long as what it came from.

    Give the same one to several checks of a specification, one after another: each does anew only
    what depends on what has changed since the one before, and answers as if it had done all. The
    rules always run anew. It keeps in memory what the last check had loaded.

    Attributes:
        parts: the entities of each file.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        parts: Parts | None = None,
        trees: Mapping[str, Tree] | None = None,
        linked: tuple[Organisation, Links] | None = None,
    ) -> None:
        self.parts = parts or Parts()
        self._trees: Trees = dict(trees or {})
        self._limits = limits
        self._linked = linked

    def trees_for(self, limits: Limits) -> Trees:
        """The files as they were read under some limits; what is read now may be added."""
        if limits != self._limits:
            self._limits, self._trees, self.parts = limits, {}, Parts()
        return self._trees

    def forget_all_but(self, trees: Iterable[Tree]) -> None:
        """Forget the files that are no longer there."""
        paths = {tree.source.path for tree in trees}
        for path in self._trees.keys() - paths:
            del self._trees[path]
        self.parts.forget_all_but(paths)

    def linked(self, organisation: Organisation) -> Links:
        """The links of an organisation."""
        if self._linked is None:
            links = link(organisation)
        else:
            links = link_again(organisation, *self._linked)
        self._linked = organisation, links
        return links
