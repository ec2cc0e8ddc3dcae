"""The letters in force: a shipped scheme, or the manifest's own."""

from __future__ import annotations

from orgspec.model.manifest import RaciSettings
from orgspec.model.values import scheme as schemes
from orgspec.model.values.errors import BadValue
from orgspec.model.values.scheme import Scheme

DEFAULT = "RACI"


def scheme_of(settings: RaciSettings) -> Scheme:
    """The scheme that the manifest asks for; letters of its own win over a name."""
    if settings.letters:
        letters = {
            sign: {
                "name": spec.name.locales or spec.name.bare if spec.name else None,
                "acts_as": spec.acts_as,
                "min": spec.min,
                "max": spec.max,
            }
            for sign, spec in settings.letters.items()
        }
        try:
            return schemes.own(letters, settings.scheme or "")
        except BadValue:  # a letter without `acts_as`: lowering has reported it
            known = {s: v for s, v in letters.items() if v["acts_as"] or s in schemes.ACTS}
            return schemes.own(known, settings.scheme or "")
    return schemes.parse(settings.scheme or DEFAULT)
