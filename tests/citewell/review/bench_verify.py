"""Seconds and megabytes of verify_signoffs over long chains: `make bench-review`.

Appends entries as signing does, with contents, signers and right hashes, but many at once;
then verifies all of them, and once more after one was altered. Memory is the most that the
process held: it is measured at a tenth of the entries and at all of them, each in a process
of its own, and has to be about the same.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
import zlib

CHUNK = 1000
MOST_SECONDS = 60
MOST_GROWTH = 40
"""Megabytes that ten times as many entries may cost more."""


def fill(entries: int) -> None:
    """A chain of so many signatures, each of another content."""
    from django.utils import timezone
    from wagtail.models import Site

    from citewell.review import anchor, ledger
    from citewell.review.canonical import content_hash
    from citewell.review.chain import START, Signer, commitment, entry_hash, new_salt
    from citewell.review.models import ChainHead, SignedContent, SignerIdentity, SignOff

    site = Site.objects.get(is_default_site=True).pk
    previous = START
    for start in range(1, entries + 1, CHUNK):
        rows, contents, signers = [], [], []
        for number in range(start, min(start + CHUNK, entries + 1)):
            content = (f"Walk for {number} minutes a day. " * 60).encode()
            contents.append(SignedContent(hash=content_hash(content), data=zlib.compress(content)))
            signer, salt = Signer(f"Dr Example {number}", "MD", "Council", str(number)), new_salt()
            key = commitment(signer, salt)
            signers.append(SignerIdentity(commitment=key, salt=salt, **vars(signer)))
            row = SignOff(
                site_id=site, number=number, kind=SignOff.Kind.SIGNED, previous=previous,
                subject_type="blog.articlepage", subject_id=str(number % 10_000),
                content_hash=contents[-1].hash, identity_id=key, statement="I have read it.",
                answers=[{"question": "Is it right?", "answer": "yes", "remark": ""}] * 8,
                risk=SignOff.Risk.ROUTINE, interval_months=24, time=timezone.now(),
            )  # fmt: skip
            row.hash = previous = entry_hash(row.members())
            rows.append(row)
        SignedContent.objects.bulk_create(contents)
        SignerIdentity.objects.bulk_create(signers)
        SignOff.objects.bulk_create(rows)
    ChainHead.objects.create(site_id=site, number=entries, hash=previous)
    ledger.remember(site, anchor.Head(entries, previous))


def megabytes() -> float:
    """The most that this process held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def verified() -> None:
    """Verify what is there; prints seconds, entries, faults and megabytes."""
    from citewell.review.verification import verify

    start, before = time.perf_counter(), time.process_time()
    report = verify()
    passed, spent = time.perf_counter() - start, time.process_time() - before
    print(f"{passed:.1f} {spent:.1f} {report.entries} {len(report.faults)} {megabytes():.0f}")  # noqa: T201


def alter(entries: int) -> None:
    """One statement in the middle, past the triggers."""
    from django.db import connection

    from citewell.review.models import SignOff
    from citewell.review.triggers import lifted

    with lifted(connection):
        SignOff.objects.filter(number=entries // 2).update(statement="I have not.")


def main() -> int:
    """Fill two sites and verify them, each step in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--step", default="")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    if options.step:
        import django

        django.setup()
        {"fill": fill, "alter": alter, "verify": lambda _: verified()}[options.step](
            options.entries
        )
        return 0
    held = []
    for entries in (options.entries // 10, options.entries):
        with tempfile.TemporaryDirectory() as folder:
            environment = {**os.environ, "DATA_DIR": folder}

            def step(name: str, entries: int = entries, env: dict[str, str] = environment) -> str:
                command = [sys.executable, "-m", __spec__.name, "--step", name]
                command += ["--entries", str(entries)]
                done = subprocess.run(command, env=env, check=True, stdout=subprocess.PIPE)
                return done.stdout.decode().strip()

            subprocess.run(
                [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
                env={**environment, "DJANGO_SETTINGS_MODULE": "tests.settings"},
                check=True,
            )
            step("fill")
            passed, spent, found, faults, most = step("verify").split()
            assert (int(found), int(faults)) == (entries, 0)
            step("alter")
            assert step("verify").split()[3] == "1"
            held.append(int(most))
            print(  # noqa: T201
                f"{found} entries: {passed} s (processor {spent} s), {most} MB at most; "
                "one altered entry is found",
                flush=True,
            )
    assert float(passed) < MOST_SECONDS, "too slow"
    assert held[1] - held[0] < MOST_GROWTH, "memory grows with the entries"
    return 0


if __name__ == "__main__":
    sys.exit(main())
