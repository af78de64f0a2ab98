"""The extractor: ask, read, send faults back, at most twice."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from belligraph import __version__
from belligraph.errors import ExtractorError
from belligraph.extract.llm.answer import Answer, read_answer
from belligraph.extract.llm.endpoints import Endpoint, Stop, Turn
from belligraph.extract.llm.locate import Locator
from belligraph.extract.llm.schema import answer_schema
from belligraph.extract.llm.usage import Usage
from belligraph.extract.text import normalise, split
from belligraph.model.article import Article
from belligraph.model.sheet import Extractor as Producer
from belligraph.model.sheet import FactSheet, SheetArticle

__all__ = ["Extraction", "LlmExtractor"]

REPAIRS = 2
_MOST_FAULTS = 40


@dataclass(frozen=True, slots=True)
class Extraction:
    """A sheet, what it cost, and what the model said that had to be left out."""

    sheet: FactSheet
    usage: Usage
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LlmExtractor:
    """Reads articles with a language model. Every quote in its sheets stands in the article: we make sure of that."""

    endpoint: Endpoint
    model: str

    name = "belligraph-llm"

    @property
    def version(self) -> str:
        """Our version and the model's name: both make the sheet."""
        return f"{__version__} {self.model}"

    def extract(self, article: Article) -> FactSheet:
        """The fact sheet of an article.

        Raises:
            ExtractorError: as `read`.
        """
        return self.read(article).sheet

    def read(self, article: Article) -> Extraction:
        """The fact sheet of an article with its usage and what was left out.

        Faults are sent back to the model with their reasons, at most twice; the best answer counts, without what is still
        wrong in it.

        Raises:
            ExtractorError: the endpoint fails, the model refuses, or never gives an answer that can be read.
        """
        view = normalise(article.text)
        _, furniture = split(view)
        about = SheetArticle.of(article, tuple(view.evidence(start, end) for start, end in furniture))
        locator, producer = Locator(view, about.furniture), Producer(self.name, self.version)
        best: Answer | None = None
        turns: list[Turn] = []
        usage, problem = Usage(), ""
        for _ in range(REPAIRS + 1):
            reply = self.endpoint.ask(_guide(), _task(article), turns, answer_schema())
            usage += reply.usage
            if reply.stop is Stop.REFUSED:
                if best is not None:
                    break
                raise ExtractorError(
                    f"the model refuses: {_plain(reply.text)}", remedy="Use the rules, or another model, for this one."
                )
            answer = read_answer(reply.text, locator, about, article.text, producer)
            if answer is None:
                cut = reply.stop is Stop.TRUNCATED
                problem = "the answer was cut off at its longest" if cut else "the answer is no fact sheet in JSON"
                turns = [
                    *turns[-1:],
                    Turn(reply.text[:2000], f"{problem.capitalize()}. Give the whole sheet again{_shorter(cut)}."),
                ]
                continue
            if best is None or _worth(answer) > _worth(best):
                best = answer
            if not answer.faults and reply.stop is Stop.DONE:
                break
            turns = [Turn(reply.text, _objection(answer.faults))]
        if best is None:
            raise ExtractorError(problem, remedy="Try again, or raise BELLIGRAPH_LLM_MAX_TOKENS for long articles.")
        return Extraction(best.sheet, usage, best.faults)


def _worth(answer: Answer) -> tuple[int, int]:
    return len(answer.sheet.claims), -len(answer.faults)


def _objection(faults: tuple[str, ...]) -> str:
    told = "\n".join(f"- {fault}" for fault in faults[:_MOST_FAULTS])
    rest = f"\n… and {len(faults) - _MOST_FAULTS} more" if len(faults) > _MOST_FAULTS else ""
    return (
        f"These entries are wrong:\n{told}{rest}\n\nGive the whole sheet again with them corrected. "
        "Leave out what the article's own words do not support."
    )


def _shorter(cut: bool) -> str:
    return ", with fewer quotes for each entry" if cut else ""


@cache
def _guide() -> str:
    return files("belligraph.extract.llm").joinpath("guide.md").read_text("utf-8")


def _task(article: Article) -> str:
    """The article as JSON: no text can step out of a JSON string, whatever marks it holds."""
    published = article.published.isoformat() if article.published else None
    return json.dumps({"published": published, "publisher": article.publisher, "text": article.text}, ensure_ascii=False)


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:200]
