"""The stores: one generation for all processes, and none where they cannot be relied on."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from citewell.pagecache.file_store import FileStore
from citewell.pagecache.redis_store import BELIEVED, PAUSE, RedisStore
from citewell.pagecache.store import NoStore, Store


@pytest.fixture(scope="module")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Redis of our own; skipped where none is installed."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("redis-server is not installed on this machine")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("redis")
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    server = subprocess.Popen([program, *options], stdout=subprocess.DEVNULL)
    for _ in range(100):
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    yield f"redis://127.0.0.1:{port}/0"
    server.terminate()
    server.wait()


@pytest.fixture(params=["files", "redis"])
def two(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Store, Store]:
    """The same store as two processes have it."""
    if request.param == "files":
        return FileStore(tmp_path, 1_000_000), FileStore(tmp_path, 1_000_000)
    address = request.getfixturevalue("redis_server")
    prefix = f"{tmp_path}:"
    return RedisStore(address, prefix), RedisStore(address, prefix)


def settle(store: Store) -> None:
    """Let the time pass that a process goes on with what it read."""
    if isinstance(store, RedisStore):
        time.sleep(BELIEVED)


def test_all_processes_see_one_generation(two: tuple[Store, Store]) -> None:
    ours, theirs = two
    assert ours.generation() == theirs.generation() is not None


def test_a_renewal_is_seen_by_the_others(two: tuple[Store, Store]) -> None:
    ours, theirs = two
    before = theirs.generation()
    ours.renew()
    settle(theirs)
    assert ours.generation() == theirs.generation() != before


def test_who_renews_sees_it_at_once(two: tuple[Store, Store]) -> None:
    ours, _ = two
    before = ours.generation()
    ours.renew()
    assert ours.generation() != before


def test_what_one_keeps_the_other_reads(two: tuple[Store, Store]) -> None:
    ours, theirs = two
    generation = ours.generation()
    assert generation is not None
    ours.write(generation, "key", b"page", 60)
    assert theirs.read(generation, "key") == b"page"
    assert theirs.read(generation, "other") is None


def test_nothing_is_found_under_another_generation(two: tuple[Store, Store]) -> None:
    ours, theirs = two
    generation = ours.generation()
    assert generation is not None
    ours.write(generation, "key", b"page", 60)
    ours.renew()
    renewed = ours.generation()
    assert renewed is not None
    assert theirs.read(renewed, "key") is None


class TestFiles:
    """What can befall a folder."""

    def test_old_answers_do_not_pile_up(self, tmp_path: Path) -> None:
        store = FileStore(tmp_path, 1_000_000)
        for _ in range(5):
            store.write(store.generation() or "", "key", b"page", 60)
            store.renew()
        assert [path.name for path in tmp_path.iterdir()] == ["generation"]

    def test_a_process_writes_no_more_than_it_may(self, tmp_path: Path) -> None:
        store = FileStore(tmp_path, 1_000)
        generation = store.generation() or ""
        for number in range(50):
            store.write(generation, str(number), b"x" * 100, 60)
        assert sum(path.stat().st_size for path in (tmp_path / generation).iterdir()) <= 1_000

    def test_a_broken_token_begins_a_generation(self, tmp_path: Path) -> None:
        store = FileStore(tmp_path, 1_000)
        before = store.generation()
        (tmp_path / "generation").write_text("half")
        assert store.generation() not in {None, "half", before}

    def test_a_full_disk_still_ends_the_generation(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store, other = FileStore(tmp_path, 1_000), FileStore(tmp_path, 1_000)
        before = other.generation()

        def full(token: str) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(store, "_write_token", full)
        store.renew()
        assert other.generation() != before

    def test_a_renewal_that_failed_is_made_up_before_anything_is_read(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store = FileStore(tmp_path / "pages", 1_000)
        before = store.generation()

        def refuse(*args: object, **kwargs: object) -> None:
            raise PermissionError

        with monkeypatch.context() as broken:
            broken.setattr(store, "_write_token", refuse)
            broken.setattr(Path, "unlink", refuse)
            store.renew()
            assert store.generation() is None
        assert store.generation() not in {None, before}

    def test_a_folder_that_cannot_be_made_means_no_cache(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        store = FileStore(tmp_path / "file" / "pages", 1_000)
        store.write("token", "key", b"page", 60)
        assert store.generation() is None
        assert store.read("token", "key") is None


class TestRedisDown:
    """A Redis that does not answer."""

    @pytest.fixture
    def down(self) -> RedisStore:
        return RedisStore("redis://127.0.0.1:1/0", "test:")

    def test_there_is_no_generation_and_nothing_raises(self, down: RedisStore) -> None:
        assert down.generation() is None
        down.renew()
        down.write("token", "key", b"page", 60)
        assert down.read("token", "key") is None

    def test_when_it_is_back_the_generation_is_renewed_first(self, redis_server: str) -> None:
        store, other = RedisStore(redis_server, "back:"), RedisStore(redis_server, "back:")
        before = store.generation()
        working, store.redis = store.redis, RedisStore("redis://127.0.0.1:1/0", "").redis
        store.renew()
        store.redis = working
        time.sleep(PAUSE)
        assert store.generation() not in {None, before}
        settle(other)
        assert other.generation() == store.generation()


def test_without_a_store_there_is_no_generation() -> None:
    store = NoStore()
    store.renew()
    store.write("token", "key", b"page", 60)
    assert store.generation() is None
    assert store.read("token", "key") is None
