"""The file of a backup: found where damaged, sealed where asked. No database."""

import io
import tarfile
from pathlib import Path

import pyrage
import pytest

from operations.backup.archive import BackupError, Manifest, Writer, check, is_safe, members
from operations.backup.sealing import identities_of, is_sealed, opened, recipients_of, sealed


def manifest() -> Manifest:
    return Manifest("1.0", "2026-01-01T00:00:00+00:00", "sqlite", [["a", "0001"]], {})


def archive(**contents: bytes) -> bytes:
    """An archive of members by name."""
    file = io.BytesIO()
    with Writer(file, manifest()) as writer:
        for name, content in contents.items():
            writer.add(name, io.BytesIO(content), len(content))
    return file.getvalue()


def test_what_was_put_in_comes_out() -> None:
    file = io.BytesIO(archive(one=b"first", two=b""))
    assert sorted(check(file).members) == ["one", "two"]
    found = {name: content.read() for name, content in members(file) if name != "manifest.json"}
    assert found == {"one": b"first", "two": b""}


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_file_that_was_cut_short_is_refused(part: float) -> None:
    whole = archive(one=bytes(range(256)) * 400, two=b"second")
    with pytest.raises(BackupError):
        check(io.BytesIO(whole[: int(len(whole) * part)]))


def repacked(whole: bytes, **changed: bytes) -> bytes:
    """The archive with other members under the old manifest."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w|gz") as tar:
        for name, content in members(io.BytesIO(whole)):
            data = changed.get(name, content.read())
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return file.getvalue()


def test_a_member_that_was_altered_is_named() -> None:
    with pytest.raises(BackupError, match="damaged: one is not what was put in"):
        check(io.BytesIO(repacked(archive(one=b"first"), one=b"fourth")))


def test_a_file_that_is_no_backup_is_refused() -> None:
    with pytest.raises(BackupError, match="no backup of Citewell"):
        check(io.BytesIO(b"PK\x03\x04 something else"))


@pytest.mark.parametrize("name", ["/etc/passwd", "media/../../x", "..\\x"])
def test_a_member_never_leaves_its_place(name: str) -> None:
    assert not is_safe(name)


class TestSealing:
    """Encrypting for a key; only its secret half opens it."""

    @pytest.fixture
    def key(self, tmp_path: Path) -> tuple[str, Path]:
        identity = pyrage.x25519.Identity.generate()
        path = tmp_path / "key.txt"
        path.write_text(f"# kept off the server\n{identity}\n")
        return str(identity.to_public()), path

    def seal(self, path: Path, public: str, content: bytes) -> None:
        with path.open("wb") as file, sealed(file, recipients_of([public])) as plain:
            plain.write(content)

    def test_its_key_opens_it(self, tmp_path: Path, key: tuple[str, Path]) -> None:
        content = archive(one=bytes(200_000))
        path = tmp_path / "sealed"
        self.seal(path, key[0], content)
        assert is_sealed(path)
        assert content not in path.read_bytes()
        plain = io.BytesIO()
        opened(path, identities_of(key[1]), plain)
        assert plain.getvalue() == content

    def test_another_key_does_not(self, tmp_path: Path, key: tuple[str, Path]) -> None:
        path = tmp_path / "sealed"
        self.seal(path, key[0], b"secret")
        with pytest.raises(BackupError, match="key does not fit"):
            opened(path, [pyrage.x25519.Identity.generate()], io.BytesIO())

    def test_nor_does_its_own_after_it_was_altered(
        self, tmp_path: Path, key: tuple[str, Path]
    ) -> None:
        path = tmp_path / "sealed"
        self.seal(path, key[0], b"secret")
        data = bytearray(path.read_bytes())
        data[-1] ^= 1
        path.write_bytes(data)
        with pytest.raises(BackupError):
            opened(path, identities_of(key[1]), io.BytesIO())

    def test_a_key_that_is_none_is_refused_in_a_sentence(self, tmp_path: Path) -> None:
        with pytest.raises(BackupError, match="must look like age1"):
            recipients_of(["age1nonsense"])
