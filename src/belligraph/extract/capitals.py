"""Which state the name of a capital stands for: "Moscow" for Russia."""

from __future__ import annotations

from functools import cache

from belligraph.extract.lexicon import lexicon

__all__ = ["state_of"]

# whoever rules there is not whom the world holds to be the government
_DISPUTED = frozenset(["Sanaa"])


def state_of(name: str) -> str | None:
    """The state that is meant by a capital's name; None for all other names."""
    return _states().get(name)


@cache
def _states() -> dict[str, str]:
    capitals = {capital: country for country, capital in lexicon().capitals.items() if capital not in _DISPUTED}
    return {"Washington": "United States", **capitals}
