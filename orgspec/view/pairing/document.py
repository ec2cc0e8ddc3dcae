"""A whole document in two languages."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from orgspec.document import Binding, BoundDocument, Document
from orgspec.view.pairing.abreast import abreast
from orgspec.view.pairing.texts import both
from orgspec.view.pairing.walk import Pairing

_EDGES = " \u3000·—-–"
_GAP = re.compile(" {2,}")


def paired(first: Document, second: Document, *, columns: bool = False) -> Document:
    """One document of two that say the same: each text in the first language, then in the second.

    What is equal stands once, and nothing is lost that stands in one only. Order, numbering and
    line breaking are those of the first. With `columns`, running text stands in two columns, as
    in a contract.
    """
    pair = Pairing(second.locale)
    told = (abreast(first.blocks, second.blocks, first.locale, second.locale) if columns
            else None) or (first.blocks, second.blocks)  # fmt: skip
    organisation = both(first.organisation, second.organisation)
    return replace(
        pair.fields(
            replace(first, blocks=(), binding=None), replace(second, blocks=(), binding=None)
        ),
        blocks=pair.several(*told),
        binding=_bound(pair, first.binding, second.binding),
        organisation=organisation,
        subtitle=_subtitle(first, second, organisation),
        running=_running(first.running, second.running),
        second=second.locale,
    )
