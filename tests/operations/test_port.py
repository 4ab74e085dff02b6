"""Where the server listens; a taken port is one clear sentence."""

import socket

import pytest

from operations.port import listen_addresses, main, taken_sentence


@pytest.fixture
def taken_port():
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def test_a_free_port_is_listened_on_by_number() -> None:
    port = free_port()
    assert f"127.0.0.1:{port}" in listen_addresses(port)


def test_a_taken_port_is_refused(taken_port: int) -> None:
    with pytest.raises(OSError, match="in use"):
        listen_addresses(taken_port)


def test_the_sentence_names_the_port_and_the_way_out(taken_port, monkeypatch, capsys) -> None:
    monkeypatch.setenv("PORT", str(taken_port))
    assert main() == 1
    assert capsys.readouterr().err.strip() == taken_sentence(taken_port)
    assert f"PORT={taken_port + 1}" in taken_sentence(taken_port)


def test_a_free_port_says_nothing(monkeypatch, capsys) -> None:
    monkeypatch.setenv("PORT", str(free_port()))
    assert main() == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("text", ["eighty", "0", "70000", "-1"])
def test_a_port_that_is_none_is_said(text: str, monkeypatch, capsys) -> None:
    monkeypatch.setenv("PORT", text)
    assert main() == 2
    assert "from 1 to 65535" in capsys.readouterr().err
