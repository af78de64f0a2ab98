from pathlib import Path

import pytest

from belligraph.config import Config, load_config, write_config
from belligraph.errors import UsageError


def test_flags_win_over_the_environment_and_that_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "belligraph.toml").write_text('title = "file"\npublisher = "file"\nquery_workers = 3\n')
    config = load_config(tmp_path, {"BELLIGRAPH_PUBLISHER": "environment", "BELLIGRAPH_TITLE": "environment"}, title="flag")
    assert (config.title, config.publisher, config.query_workers) == ("flag", "environment", 3)


def test_a_flag_that_was_not_given_does_not_count(tmp_path: Path) -> None:
    assert load_config(tmp_path, {}, title=None) == Config()


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    config = Config(base_iri="https://a.example/", title='A "quoted" title', licence="https://a.example/licence")
    write_config(tmp_path, config)
    assert load_config(tmp_path, {}) == config


def test_settings_that_exist_are_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "belligraph.toml").write_text('title = "mine"\n')
    write_config(tmp_path, Config(title="other"))
    assert load_config(tmp_path, {}).title == "mine"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("tilte = 'x'", "unknown setting 'tilte'"),
        ("query_seconds = 'soon'", "query_seconds is 'soon'"),
        ("query_workers = 0", "query_workers is 0"),
        ("base_iri = 'nowhere'", "base IRI 'nowhere'"),
        ("title = ", "not TOML"),
        ("title = 3", "title is 3"),
        ("licence = 'CC BY'", "licence 'CC BY'"),
    ],
)
def test_a_setting_that_cannot_be_is_named_with_its_file(tmp_path: Path, content: str, told: str) -> None:
    (tmp_path / "belligraph.toml").write_text(content)
    with pytest.raises(UsageError, match=r"belligraph\.toml") as caught:
        load_config(tmp_path, {})
    assert told in str(caught.value)
