"""Which small changes of the code are noticed by no test?

``make mutate ROOM=validation TESTS=tests/validation [MOST=40]``: Cosmic Ray changes a copy of the project in
``.build/mutate``, one operator, number or name at a time, and runs the tests that own the room. Of all changes that it
knows a sample is taken, the same each time. What survived is printed.
"""

import argparse
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".build" / "mutate"
COPIED = (
    "content",
    "docs",
    "pelicanconf.py",
    "plugins",
    "publishconf.py",
    "pyproject.toml",
    "tests",
    "tools",
)
LINKED = (".venv", "bench", "node_modules", "theme")
PROGRAMS = ROOT / ".build" / "cosmic-ray" / "bin"


def main() -> int:
    """Make the copy and the list of changes, try a sample of them, and print those that no test noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("room", help="folder or module below plugins/mvo_catalogue")
    parser.add_argument("tests", nargs="+", help="what pytest runs for each change")
    parser.add_argument("--most", type=int, default=40, help="how many changes are tried")
    options = parser.parse_args()
    copy = make_copy()
    command = f"{copy}/.venv/bin/python -m pytest -q -x -p no:cacheprovider {' '.join(options.tests)}"
    (copy / "mutate.toml").write_text(
        f'[cosmic-ray]\nmodule-path = "plugins/mvo_catalogue/{options.room}"\ntimeout = 300.0\nexcluded-modules = []\n'
        f'test-command = "env PYTHONPATH={copy}/plugins {command}"\n[cosmic-ray.distributor]\nname = "local"\n'
    )
    run(copy, "cosmic-ray", "init", "mutate.toml", "session.sqlite")
    print(f"{take_sample(copy / 'session.sqlite', options.most)} wijzigingen …", flush=True)
    run(copy, "cosmic-ray", "baseline", "mutate.toml")
    run(copy, "cosmic-ray", "exec", "mutate.toml", "session.sqlite")
    run(copy, "cr-report", "--surviving-only", "--show-diff", "session.sqlite")
    return 0


def make_copy() -> Path:
    """Return a copy of the project whose code may be changed."""
    copy = HOME / "project"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir(parents=True)
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy)
    for name in LINKED:
        (copy / name).symlink_to(ROOT / name)
    (copy / ".build").mkdir()
    (copy / ".build" / "assets").symlink_to(ROOT / ".build" / "assets")
    return copy


def take_sample(session: Path, most: int) -> int:
    """Keep a sample of the changes in a session, the same sample each time; return the size of the sample."""
    with closing(sqlite3.connect(session)) as database, database:
        order = "module_path, start_pos_row, start_pos_col, operator_name, occurrence"
        jobs = [job for (job,) in database.execute(f"SELECT job_id FROM mutation_specs ORDER BY {order}")]  # noqa: S608
        left = set(random.Random(0).sample(jobs, min(most, len(jobs))))  # noqa: S311 - nothing secret
        for table in ("mutation_specs", "work_items"):
            database.executemany(
                f"DELETE FROM {table} WHERE job_id = ?",  # noqa: S608
                [(job,) for job in jobs if job not in left],
            )
    return len(left)


def run(copy: Path, program: str, *words: str) -> None:
    """Run a program of Cosmic Ray in the copy."""
    subprocess.run([PROGRAMS / program, *words], cwd=copy, check=True)


if __name__ == "__main__":
    sys.exit(main())
