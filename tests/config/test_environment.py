"""The environment: defaults, faults in one message, no secret printed, documented."""

from pathlib import Path

import pytest

from config.environment import Environment, SettingsError, read_environment, settings_page
from config.secret_key import secret_key

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_nothing_set_means_a_local_site_over_http_with_debug_off() -> None:
    environment = read_environment({})
    assert environment == Environment()
    assert environment.public_url == "http://localhost:8000"
    assert environment.scheme == "http"
    assert environment.debug is False


def test_the_port_is_part_of_the_local_address() -> None:
    assert read_environment({"PORT": "8123"}).public_url == "http://localhost:8123"


def test_the_base_address_decides_scheme_and_hosts() -> None:
    environment = read_environment({"BASE_URL": "https://clinic.example/"})
    assert environment.public_url == "https://clinic.example"
    assert environment.scheme == "https"
    assert environment.hosts[0] == "clinic.example"


@pytest.mark.parametrize(
    "address",
    ["clinic.example", "ftp://clinic.example", "https://", "http://a:b", "https://a/path"],
)
def test_a_base_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(SettingsError, match="BASE_URL must look like"):
        read_environment({"BASE_URL": address})


def test_all_faults_stand_in_one_message() -> None:
    with pytest.raises(SettingsError) as caught:
        read_environment({"PORT": "eighty", "DEBUG": "maybe", "CITEWELL_TYPO": "1"})
    message = str(caught.value)
    assert "PORT must be a whole number from 1 to 65535" in message
    assert "DEBUG must be 1 or 0" in message
    assert "CITEWELL_TYPO is not a setting" in message


def test_variables_of_other_programs_are_left_alone() -> None:
    assert read_environment({"PATH": "/bin", "LANG": "C"}) == Environment()


def test_an_empty_value_means_the_default() -> None:
    assert read_environment({"PORT": "", "DEBUG": " "}) == Environment()


def test_the_settings_page_is_made_from_the_fields() -> None:
    assert (DOCS / "settings.md").read_text() == settings_page()


def test_no_secret_has_a_default_that_is_printed() -> None:
    assert "postgres://user:password" in settings_page()
    for name in ("SECRET_KEY", "ADMIN_PASSWORD", "DATABASE_URL"):
        assert f"| `{name}` | – |" in settings_page()


def test_a_given_secret_key_wins(tmp_path: Path) -> None:
    assert secret_key("given", tmp_path) == "given"
    assert not (tmp_path / "secret-key").exists()


def test_a_secret_key_is_made_once_and_kept_to_its_owner(tmp_path: Path) -> None:
    first = secret_key("", tmp_path / "data")
    assert len(first) >= 50
    assert secret_key("", tmp_path / "data") == first
    assert (tmp_path / "data" / "secret-key").stat().st_mode & 0o077 == 0
    assert [file.name for file in (tmp_path / "data").iterdir()] == ["secret-key"]
