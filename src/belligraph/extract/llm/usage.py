"""What a language model's answers cost: requests, tokens, and money where the prices are known."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Usage"]

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Usage:
    """Requests answered and the tokens that the endpoint counted; usages add up."""

    requests: int = 0
    input_tokens: int = 0
    output_tokens: int = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.requests + other.requests,
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
        )

    def cost(self, input_price: float | None, output_price: float | None) -> float | None:
        """The money, in the currency of the prices for a million tokens; None without prices."""
        if input_price is None or output_price is None:
            return None
        return (self.input_tokens * input_price + self.output_tokens * output_price) / _MILLION

    def told(self, input_price: float | None = None, output_price: float | None = None) -> str:
        """One line: `requests 3 · tokens in 5,120 · tokens out 1,900 · cost 0.0312`."""
        line = f"requests {self.requests} · tokens in {self.input_tokens:,} · tokens out {self.output_tokens:,}"
        money = self.cost(input_price, output_price)
        return line if money is None else f"{line} · cost {money:.4f}"
