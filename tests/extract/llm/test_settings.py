"""The endpoint's settings: from the environment only, and never shown."""

from __future__ import annotations

import pytest

from belligraph.errors import UsageError
from belligraph.extract.llm import LlmSettings, Usage
from belligraph.extract.llm.schema import answer_schema
from belligraph.extract.llm.settings import Api

MODEL = {"BELLIGRAPH_LLM_MODEL": "m"}


def test_settings_come_from_the_environment() -> None:
    found = LlmSettings.from_environment({**MODEL, "BELLIGRAPH_LLM_KEY": "k", "BELLIGRAPH_LLM_API": "anthropic"})
    assert (found.api, found.model, found.key, found.url) == (Api.ANTHROPIC, "m", "k", "https://api.anthropic.com")


def test_the_key_is_never_shown() -> None:
    assert "hush" not in repr(LlmSettings.from_environment({**MODEL, "BELLIGRAPH_LLM_KEY": "hush"}))


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({}, "no model is set"),
        ({**MODEL, "BELLIGRAPH_LLM_API": "telex"}, "'telex'"),
        ({**MODEL, "BELLIGRAPH_LLM_URL": "http://models.example/v1"}, "Use https"),
        ({**MODEL, "BELLIGRAPH_LLM_URL": "ftp://127.0.0.1"}, "Use https"),
        ({**MODEL, "BELLIGRAPH_LLM_SECONDS": "soon"}, "'soon'"),
        ({**MODEL, "BELLIGRAPH_LLM_INPUT_PRICE": "-1"}, "'-1'"),
    ],
)
def test_settings_that_cannot_be_are_told(variables: dict[str, str], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        LlmSettings.from_environment(variables)


def test_cost_is_told_where_prices_are_known() -> None:
    usage = Usage(2, 1_000_000, 500_000)
    assert usage.cost(3.0, 15.0) == pytest.approx(10.5)
    assert usage.told(3.0, 15.0).endswith("cost 10.5000")
    assert "cost" not in usage.told()


def test_the_schema_has_what_strict_outputs_want() -> None:
    def walk(node: object) -> None:
        if isinstance(node, dict):
            if "properties" in node:
                assert node["additionalProperties"] is False
                assert node["required"] == list(node["properties"])
            assert not {"oneOf", "pattern", "minLength", "minItems", "default", "format"} & node.keys()
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(answer_schema())
    assert "start" not in str(answer_schema())
