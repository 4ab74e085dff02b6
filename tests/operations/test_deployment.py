"""What CI cannot build is linted: compose, Dockerfile, systemd units, nginx."""

import re
import shutil
import subprocess
from configparser import ConfigParser
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from config.environment import Environment
from tests.operations.machines import PROJECT

DEPLOY = PROJECT / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())
VARIABLES = {each.name.upper() for each in fields(Environment)}


def compose() -> dict:
    found: dict = yaml.safe_load((PROJECT / "compose.yaml").read_text())
    return found


def test_every_variable_that_is_set_is_a_setting() -> None:
    named = set(compose()["x-app"]["environment"])
    for name in ("citewell.env", "example.env"):
        named |= set(re.findall(r"^([A-Z_]+)=", (DEPLOY / name).read_text(), re.MULTILINE))
    dockerfile = (PROJECT / "Dockerfile").read_text()
    named |= set(re.findall(r"\b((?:CITEWELL_|DATA_DIR)[A-Z_]*)=", dockerfile))
    assert named - VARIABLES == {"POSTGRES_PASSWORD", "CERTIFICATES"}


def test_containers_of_the_site_may_do_little_and_wait_for_what_they_need() -> None:
    services = compose()["services"]
    for name in ("migrate", "app", "worker"):
        assert services[name]["read_only"]
        assert services[name]["cap_drop"] == ["ALL"]
    for name, service in services.items():
        for needed in service.get("depends_on", []):
            assert needed in services, name
    assert set(services) == {"migrate", "app", "worker", "database", "cache", "proxy"}


def test_the_image_runs_without_root_and_tells_whether_it_lives() -> None:
    text = (PROJECT / "Dockerfile").read_text()
    final = text.rpartition("\nFROM ")[2]
    assert "-slim" in final.partition("\n")[0]
    assert final.index("USER citewell") < final.index("CMD [")
    assert "/healthz" in final
    assert "--require-hashes" in text


def test_every_command_of_the_files_is_one_of_ours() -> None:
    from django.core.management import get_commands

    text = "".join(path.read_text() for path in [*UNITS, PROJECT / "Dockerfile"])
    named = set(re.findall(r"manage\.py\"?,? \"?(\w+)", text))
    named |= {
        s["command"][2]
        for s in compose()["services"].values()
        if "manage.py" in s.get("command", [])
    }
    assert named <= set(get_commands())
    assert {"serve", "migrate", "run_jobs", "backup"} <= named


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_is_whole(unit: Path) -> None:
    parser = ConfigParser(strict=False, interpolation=None, allow_no_value=True)
    parser.optionxform = str  # type: ignore[assignment]
    parser.read_string(unit.read_text())
    assert parser["Unit"]["Description"]
    if unit.suffix == ".service":
        service = parser["Service"]
        assert service["User"] == "citewell"
        assert service["NoNewPrivileges"] == "yes"
        assert service["EnvironmentFile"] == "/etc/citewell.env"
    else:
        assert (unit.with_suffix(".service")).exists()


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_understands_a_unit(unit: Path, tmp_path: Path) -> None:
    program = shutil.which("systemd-analyze")
    if not program:
        pytest.skip("systemd is not on this machine")
    for each in UNITS:  # as it would stand on a server, with programs that are here
        text = each.read_text().replace("/opt/citewell/.venv/bin/python manage.py", "/bin/true")
        (tmp_path / each.name).write_text(text.replace("/opt/citewell", "/"))
    done = subprocess.run(
        [program, "verify", "--man=no", str(tmp_path / unit.name)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    ours = [line for line in done.stderr.splitlines() if "citewell" in line]
    assert [line for line in ours if "Unknown" in line or "Failed to parse" in line] == []


def test_nginx_understands_its_file(tmp_path: Path) -> None:
    program, openssl = shutil.which("nginx"), shutil.which("openssl")
    if not program or not openssl:
        pytest.skip("nginx is not on this machine")
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=clinic.example",
         "-keyout", tmp_path / "privkey.pem", "-out", tmp_path / "fullchain.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    text = (DEPLOY / "nginx.conf").read_text()
    text = text.replace("/etc/nginx/certificates", str(tmp_path)).replace(
        "app:8000", "127.0.0.1:8000"
    )
    conf = tmp_path / "nginx.conf"
    conf.write_text(f"pid {tmp_path}/nginx.pid;\n{text}")
    done = subprocess.run([program, "-t", "-c", conf], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
